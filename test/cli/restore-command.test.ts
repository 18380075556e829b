// `operations-lifecycle:restore` on the built plugin: what it turns back, what it leaves and why, and pages rebuilt of their copies.
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import type { FindingRecord } from '../../src/cli/check-command';
import { FIXTURES, openWithPlugin, todosOf } from '../built-plugin';
import type { Host } from '../host/open-host';

const copy = (href: string, text: string): string =>
  `\n<div class="transclusion internal-embed is-loaded"><a class="markdown-embed-link" href="${href}" aria-label="Open link"><svg></svg></a><div class="markdown-embed">\n\n\n\n${text}\n\n</div></div>\n`;
const published = (text: string): string => `---\ndg-publish: true\n---\n${text}`;

const FILES = {
  'Ops/Plan.md': published('# Overview\nas it is\n'),
  'Home.md': published(
    `before\n${copy('/ops/plan/#overview', '# Overview\nas it is')}\nbetween\n${copy('/ops/plan/#overview', '# Overview\nas it was')}\nafter`,
  ),
  'Other.md': published(`![[Home]]\n${copy('/ops/plan/', '# Overview\nas it is')}\n`),
};

const run = (host: Host, flags: Record<string, string> = {}): Promise<string> =>
  host.cli('operations-lifecycle:restore', flags).catch((error: unknown) => `refused: ${(error as Error).message}`);
const textOf = (host: Host, path: string): Promise<string> => host.app.vault.adapter.read(path);
const notesOf = (host: Host): string[] =>
  host.app.vault
    .getMarkdownFiles()
    .map(({ path }) => path)
    .sort();

describe('turning frozen copies back', () => {
  it('takes those that say what their page says, and names the others', async () => {
    const host = await openWithPlugin({ files: FILES });
    expect(await run(host)).toBe(
      'Turned 2 frozen copies in 2 notes into transclusions.\n  changed  Home.md\n  changed  Other.md\nHome, line 17: kept, because it differs from ![[Ops/Plan#Overview]]. The copy says "as it was" where the page says "as it is".',
    );
    expect(await textOf(host, 'Home.md')).toBe(
      published(
        `before\n![[Ops/Plan#Overview]]\nbetween\n${copy('/ops/plan/#overview', '# Overview\nas it was')}\nafter`,
      ),
    );
    expect(await textOf(host, 'Other.md')).toBe(published('![[Home]]\n![[Ops/Plan]]\n'));
  });
  it('takes what the page says for the others too, when that is wanted', async () => {
    const host = await openWithPlugin({ files: FILES });
    expect(await run(host, { stale: 'take', path: 'Home' })).toBe(
      'Turned 2 frozen copies in 1 note into transclusions.\n  changed  Home.md',
    );
    expect(await textOf(host, 'Home.md')).toBe(
      published('before\n![[Ops/Plan#Overview]]\nbetween\n![[Ops/Plan#Overview]]\nafter'),
    );
    expect(await textOf(host, 'Other.md')).toBe(FILES['Other.md']);
  });
  it('shows beforehand what it would write', async () => {
    const host = await openWithPlugin({ files: FILES });
    const diff = await run(host, { path: 'Home.md', 'dry-run': 'true' });
    expect(diff).toContain('+![[Ops/Plan#Overview]]');
    expect(diff).toContain('# Home, line 17: kept');
    expect(await textOf(host, 'Home.md')).toBe(FILES['Home.md']);
  });
  it('can be taken back to the byte', async () => {
    const host = await openWithPlugin({ files: { ...FILES, 'Home.md': FILES['Home.md'].replaceAll('\n', '\r\n') } });
    await run(host, { stale: 'take' });
    expect(await textOf(host, 'Home.md')).not.toContain('<div');
    host.app.commands.executeCommandById('operations-lifecycle:undo');
    await host.settled();
    expect([await textOf(host, 'Home.md'), await textOf(host, 'Other.md')]).toEqual([
      FILES['Home.md'].replaceAll('\n', '\r\n'),
      FILES['Other.md'],
    ]);
  });
  it('names what is allowed, and the nearest note', async () => {
    const host = await openWithPlugin({ files: FILES });
    expect(await run(host, { stale: 'drop' })).toBe('refused: "drop" is no value for stale. Allowed: keep, take.');
    expect(await run(host, { path: 'Hoem' })).toBe('refused: There is no note Hoem in the vault; did you mean Home?');
    expect(await run(host, { path: 'Ops/Plan' })).toBe('refused: Nothing was changed.\nThere are no frozen copies.');
  });
  it('leaves every byte where nothing can be known, and says why of each', async () => {
    const bad = [
      copy('/ops/plan/', 'x').replace('</div></div>', '</div>'),
      copy('https://example.org/ops/plan/', 'x'),
      copy('/%2e%2e/plan/', 'x'),
      copy('/OPS/Twice/', 'x'),
      copy('/ops/plan/#Goals', 'x'),
    ].map((block) => block.replaceAll('\n', '\r\n'));
    const files = {
      ...FILES,
      'Ops/Twice.md': published('x'),
      'T.md': '---\npermalink: /ops/twice\n---\n',
      'U.md': '---\npermalink: ops/twice/\n---\n',
    };
    for (const [at, reason] of [
      'is not closed with </div></div>',
      'is on a site of its own',
      'leads out of the vault',
      '2 notes may be published at /OPS/Twice/: T.md, U.md',
      'has no heading or block with the address "Goals"',
    ].entries()) {
      const host = await openWithPlugin({ files: { ...files, 'Bad.md': bad[at] ?? '' } });
      expect(await run(host, { path: 'Bad.md', stale: 'take' })).toContain(reason);
      expect(await textOf(host, 'Bad.md')).toBe(bad[at]);
      await host.close();
    }
  });
});

const PAGES = ['published-vault', 'owners-page'].map((folder) => join(FIXTURES, folder, 'Operations Overview.md'));

describe('a published page alone', () => {
  it.each(PAGES)('becomes four pages of which the check knows no error, with the todos that it had', async (file) => {
    const host = await openWithPlugin({ files: { 'Operations Overview.md': readFileSync(file, 'utf8') } });
    const before = (await todosOf(host)).map(({ title }) => title).sort();
    const answer = await run(host, { create: 'true', move: 'true' });
    expect(answer).toMatch(/^4 notes, 3 transclusions, \d+ todos\.\n/);
    expect(notesOf(host)).toEqual(
      ['Day 0 Operations', 'Day 1 Operations', 'Day 2 Operations', 'Operations Overview'].map(
        (name) => `Engineering/Operations/${name}.md`,
      ),
    );
    const found = JSON.parse(
      await host.cli('operations-lifecycle:check', { format: 'json', scope: 'vault' }),
    ) as FindingRecord[];
    expect(found.filter(({ severity }) => severity === 'error')).toEqual([]);
    expect((await todosOf(host)).map(({ title }) => title).sort()).toEqual(before);
  });
});
