// Text and metadata of a note do not come at the same moment: Obsidian parses in the background. What does not describe each other is neither read
// into the index nor planned from, and a note that changes while it is read is read as it is then.
import type { App, CachedMetadata, TFile } from 'obsidian';
import { describe, expect, it, onTestFinished } from 'vitest';
import { DEFAULT_SETTINGS } from '../../src/core/settings/settings';
import { IndexFeed } from '../../src/vault/index-feed';
import { readVaultNote } from '../../src/vault/read-vault-note';
import { vaultToPlan } from './vault-to-plan';
import type { Host } from '../host/open-host';
import { parseMetadata } from '../host/markdown/parse-metadata';
import { openReadyHost } from '../host/testing/open-test-host';

const PATH = 'N.md';

interface Scene {
  readonly host: Host;
  readonly app: App;
  readonly file: TFile;
}

async function open(text: string, others: Readonly<Record<string, string>> = {}): Promise<Scene> {
  const host = await openReadyHost({ files: { [PATH]: text, ...others } });
  const app = host.app as unknown as App;
  const file = app.vault.getFileByPath(PATH);
  if (!file) throw new Error(`no ${PATH}`);
  return { host, app, file };
}

/** The metadata are those of `older` for so many looks. */
function lagBehind({ app }: Scene, older: string, looks: number): { count: number } {
  const { metadataCache } = app;
  const now = metadataCache.getFileCache.bind(metadataCache);
  const looked = { count: 0 };
  metadataCache.getFileCache = (file): CachedMetadata | null =>
    file.path === PATH && ++looked.count <= looks ? parseMetadata(older) : now(file);
  return looked;
}

/** Calls `meanwhile` whenever the note's text has been asked for, before it is given; answers how often that was. */
function duringReads(
  { app }: Scene,
  meanwhile: (nth: number) => Promise<void> | void,
): { count: number; inFlight: number; most: number } {
  const { vault } = app;
  const read = vault.cachedRead.bind(vault);
  const reads = { count: 0, inFlight: 0, most: 0 };
  vault.cachedRead = async (file) => {
    reads.most = Math.max(reads.most, ++reads.inFlight);
    try {
      const text = await read(file);
      if (file.path === PATH) await meanwhile(++reads.count);
      return text;
    } finally {
      reads.inFlight--;
    }
  };
  return reads;
}

function feed({ app }: Scene): IndexFeed {
  const ignored = (): void => undefined;
  const made = new IndexFeed(app, DEFAULT_SETTINGS, new Set(), {
    changed: ignored,
    renamed: ignored,
    noteChanged: ignored,
    fileChanged: ignored,
    folderChanged: ignored,
  });
  onTestFinished(() => made.unload());
  made.load();
  return made;
}

const titlesOf = ({ index }: IndexFeed): string[] =>
  [...index.todos()].map(({ title, line }) => `${line} ${title}`).sort();

describe('a note whose metadata are of an older text', () => {
  const [older, newer] = ['# A\n#todo\n', '# New\n\n# A\n#todo\n'];

  it('is read into the index when they have come, and not before', async () => {
    const scene = await open(newer);
    const looked = lagBehind(scene, older, 3);
    const made = feed(scene);
    const seen: string[] = [];
    for (let wait = 0; wait < 100 && titlesOf(made).length === 0; wait++) {
      await new Promise((resolve) => setTimeout(resolve, 20));
      seen.push(...titlesOf(made));
    }
    expect(new Set(seen)).toEqual(new Set(['3 A']));
    expect(looked.count).toBeGreaterThan(3);
  });
  it('is not taken for what it says by the check', async () => {
    const scene = await open(newer);
    lagBehind(scene, older, 1);
    expect(await readVaultNote(scene.app, PATH)).toBeNull();
    expect((await readVaultNote(scene.app, PATH))?.outline).toBeDefined();
  });
  it('is planned from when they have come', async () => {
    const scene = await open(newer);
    lagBehind(scene, older, 3);
    const source = await (await vaultToPlan(scene.app)).read(PATH);
    expect(source?.metadata.headings?.map(({ heading }) => heading)).toEqual(['New', 'A']);
  });
  it('is planned from only when they cover all of it: what was written last too', async () => {
    const longer = '# A\n#todo\n\n- a bullet\n- another, of a while later\n';
    const scene = await open(longer);
    lagBehind(scene, older, 3);
    const source = await (await vaultToPlan(scene.app)).read(PATH);
    expect(source?.metadata.listItems).toHaveLength(2);
  });
});

describe('a note that changes while it is read', () => {
  it('is in the index as it is then, whichever reading comes to its end last', async () => {
    const scene = await open('# A\n#todo\n');
    const reads = duringReads(scene, async (nth) => {
      // Its event brings text and metadata along: a newer job, of which the reading under way knows nothing.
      if (nth === 1) await scene.app.vault.process(scene.file, () => '# Changed\n#todo\n');
      await new Promise((resolve) => setTimeout(resolve, 60));
    });
    const made = feed(scene);
    await made.settled();
    await scene.host.settled();
    await made.settled();
    expect(titlesOf(made)).toEqual(['1 Changed']);
    expect(reads.count).toBe(1);
  });
});

describe('who asks while the vault is read', () => {
  it('waits for that reading, and has no second one begun', async () => {
    const scene = await open(
      '#todo',
      Object.fromEntries(Array.from({ length: 40 }, (_one, at) => [`M${at}.md`, '#todo'])),
    );
    const reads = duringReads(scene, () => undefined);
    const made = feed(scene);
    await Promise.all([made.settled(), made.current(), made.settled()]);
    expect(titlesOf(made)).toHaveLength(41);
    expect(reads.most).toBe(8);
    expect(reads.count).toBe(1);
  });
});
