// That nobody waits for the plugin: a clock that only goes on when the app is asked something, and what passes on it between two turns of the app.
import { afterEach, expect, it, vi } from 'vitest';
import { feedOf } from '../bench/bench-vault';
import { BUILT_PLUGIN, todosOf } from '../built-plugin';
import { openTestHost } from '../host/testing/open-test-host';

/** What one question costs on that clock, in milliseconds: about what it costs in the app where the vault is large. */
const QUESTION_MS = 0.02;
const LONGEST_MS = 8;
const NOTES = 1_500;

afterEach(() => void vi.restoreAllMocks());

/** A handbook: phase pages with a few links (what a page says is read in one piece), notes that embed one another, frozen copies, todos of their own. */
function handbook(): Record<string, string> {
  const files: Record<string, string> = {
    'Ops/Operations Overview.md': '# [[Day 0 Operations]]\n# [[Day 1 Operations]]\n',
    'Roles/SRE.md': '',
  };
  for (const day of [0, 1])
    files[`Ops/Day ${day} Operations.md`] =
      `# Overview\n## Responsibilities\n${Array.from({ length: 20 }, (_, at) => `- [[N${at + day * 20}]] [[Roles/SRE]]\n`).join('')}`;
  for (let at = 0; at < NOTES; at++)
    files[`Notes/N${at}.md`] =
      at % 50 === 0
        ? `<div class="transclusion internal-embed is-loaded"><a class="markdown-embed-link" href="/gone/${at}/#a"></a><div class="markdown-embed">\n\n# A\n\n- Step #todo\n\n</div></div>\n`
        : `# A\n![[N${at + 1}#A]]\n- Step #todo\n- [[Roles/SRE]]\n`;
  return files;
}

it('the first index, and the answer with all todos, leave the app its turn every 8 ms, however many notes there are', async () => {
  const host = await openTestHost({ files: handbook() });
  host.makeLayoutReady();
  // Until the app has resolved its links.
  await host.settled();
  const { vault, metadataCache } = host.app;
  let now = 0;
  let last = 0;
  const slices: number[] = [];
  vi.spyOn(performance, 'now').mockImplementation(() => now);
  const counted = <K extends string>(of: Record<K, (...given: never[]) => unknown>, name: K): void => {
    const ask = of[name].bind(of);
    of[name] = (...given) => {
      now += QUESTION_MS;
      return ask(...given);
    };
  };
  counted(metadataCache as never, 'getFileCache');
  counted(metadataCache as never, 'getFirstLinkpathDest');
  counted(vault as never, 'getFileByPath');
  counted(vault as never, 'cachedRead');
  const Channel = globalThis.MessageChannel;
  vi.stubGlobal(
    'MessageChannel',
    class extends Channel {
      constructor() {
        super();
        const post = this.port2.postMessage.bind(this.port2);
        this.port2.postMessage = (message: unknown) => {
          slices.push(now - last);
          last = now;
          post(message);
        };
      }
    },
  );
  const slicesOf = async (work: () => Promise<unknown>): Promise<number[]> => {
    slices.length = 0;
    last = now;
    await work();
    return [...slices, now - last];
  };
  const total = (of: readonly number[]): number => of.reduce((sum, slice) => sum + slice, 0);
  const indexing = await slicesOf(async () => feedOf(await host.loadPlugin(BUILT_PLUGIN)).settled());
  expect(total(indexing)).toBeGreaterThan(10 * LONGEST_MS);
  expect(Math.max(...indexing)).toBeLessThanOrEqual(LONGEST_MS);
  const answering = await slicesOf(async () => expect(await todosOf(host, { scope: 'vault' })).toHaveLength(NOTES));
  vi.unstubAllGlobals();
  expect(total(answering)).toBeGreaterThan(3 * LONGEST_MS);
  expect(Math.max(...answering)).toBeLessThanOrEqual(LONGEST_MS);
});

it('the first index asks once for the metadata of a note without todos, whoever needs them', async () => {
  const host = await openTestHost({ files: { 'A.md': '# A\n![[B]]\n', 'B.md': '# B\n' } });
  host.makeLayoutReady();
  await host.settled();
  const asked = vi.spyOn(host.app.metadataCache, 'getFileCache');
  await feedOf(await host.loadPlugin(BUILT_PLUGIN)).settled();
  expect(asked.mock.calls.map(([{ path }]) => path).sort()).toEqual(['A.md', 'B.md']);
});
