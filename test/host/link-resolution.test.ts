// Which file a link means, against small vaults of our own and the recorded cases.
import { readFileSync } from 'node:fs';
import { parseLinktext, resolveSubpath } from 'obsidian';
import { describe, expect, it } from 'vitest';
import { parseMetadata } from './markdown/parse-metadata';
import { openTestHost } from './testing/open-test-host';

/** `linkpath` from `source`, in a vault of these paths. */
async function meant(paths: readonly string[], source: string, linkpath: string): Promise<string | null> {
  const host = await openTestHost({ files: Object.fromEntries(paths.map((path) => [path, ''])) });
  return host.app.metadataCache.getFirstLinkpathDest(linkpath, source)?.path ?? null;
}

const OPS = ['Ops/Day 0.md', 'Ops/Overview.md', 'Ops/v1.2.md', 'Ops/pic.png', 'Index.md'];
const TWICE = ['A/Note.md', 'Long folder/Note.md', 'A/S.md', 'Long folder/S.md', 'S.md'];

it.each([
  ['the bare name, whatever its case', OPS, 'Index.md', 'day 0', 'Ops/Day 0.md'],
  ['with its ending', OPS, 'Index.md', 'Day 0.md', 'Ops/Day 0.md'],
  ['with a subpath, which is ignored', OPS, 'Index.md', 'Day 0#Goals#Deep', 'Ops/Day 0.md'],
  ['nothing is the note itself', OPS, 'Ops/Overview.md', '', 'Ops/Overview.md'],
  ['only a subpath too', OPS, 'Ops/Overview.md', '#Goals', 'Ops/Overview.md'],
  ['a name with a dot', OPS, 'Index.md', 'v1.2', 'Ops/v1.2.md'],
  ['another kind of file needs its ending', OPS, 'Index.md', 'pic', null],
  ['and is found by it', OPS, 'Index.md', 'Pic.PNG', 'Ops/pic.png'],
  ['a full path', OPS, 'Index.md', 'Ops/Day 0', 'Ops/Day 0.md'],
  ['the wrong folder', OPS, 'Index.md', 'Work/Day 0', null],
  ['the end of a path, not bounded by a slash', OPS, 'Index.md', 'ps/Day 0', 'Ops/Day 0.md'],
  ['from the root, exactly', OPS, 'Ops/Overview.md', '/Ops/Day 0', 'Ops/Day 0.md'],
  ['from the root, in no folder', OPS, 'Ops/Overview.md', '/Day 0', null],
  ['from the own folder', OPS, 'Ops/Overview.md', './Day 0', 'Ops/Day 0.md'],
  ['not from another', OPS, 'Index.md', './Day 0', null],
  ['from the folder above', OPS, 'Ops/Overview.md', '../Index', 'Index.md'],
  ['out of the vault', OPS, 'Index.md', '../Index', null],
  ['a no-break space is a space', OPS, 'Index.md', 'Day\u00A00', 'Ops/Day 0.md'],
  ['letters and marks apart are one', ['Café.md'], 'S.md', 'Cafe\u0301', 'Café.md'],
  ['of two, the one beside', TWICE, 'Long folder/S.md', 'Note', 'Long folder/Note.md'],
  ['of two, the shorter path', TWICE, 'S.md', 'Note', 'A/Note.md'],
  ['the one at the root before the one beside', [...TWICE, 'Note.md'], 'A/S.md', 'Note', 'Note.md'],
  ['one below the own folder before a shorter path', ['A/x/y/N.md', 'B/N.md'], 'A/S.md', 'N', 'A/x/y/N.md'],
  ['a folder whose name only begins alike is near', ['Ops2/N.md', 'A/N.md'], 'Ops/S.md', 'N', 'Ops2/N.md'],
  ['a folder above is not near', ['Aaa/N.md', 'B/N.md'], 'Aaa/b/S.md', 'N', 'B/N.md'],
])('%s', async (_name, paths, source, linkpath, expected) => {
  expect(await meant(paths, source, linkpath)).toBe(expected);
});

interface ResolveCase {
  readonly id: string;
  readonly kind: string;
  readonly note: string;
  readonly vault: Record<string, string>;
  readonly source: string;
  readonly link: string;
  readonly expected: {
    readonly diagnosis: string;
    readonly file?: string | null;
    readonly anyOf?: readonly string[];
    readonly heading?: string | null;
    readonly line?: number;
    readonly endLine?: number | null;
  };
}

describe('recorded cases', () => {
  const { vectors } = JSON.parse(readFileSync(new URL('../fixtures/vectors.json', import.meta.url), 'utf8')) as {
    vectors: ResolveCase[];
  };

  it.each(vectors.filter(({ kind }) => kind === 'resolve').map((vector) => [vector.id, vector.note, vector] as const))(
    '%s %s',
    async (_id, _note, { vault, source, link, expected }) => {
      const host = await openTestHost({ files: vault });
      const { metadataCache } = host.app;
      const parsed = parseMetadata(link);
      const written = (parsed.links ?? parsed.embeds)?.[0]?.link;
      if (expected.diagnosis === 'external') {
        expect(written).toBeUndefined();
        return;
      }
      const { path, subpath } = parseLinktext(written ?? '');
      const file = metadataCache.getFirstLinkpathDest(path, source);
      if (expected.anyOf) expect(expected.anyOf).toContain(file?.path);
      else expect(file?.path ?? null).toBe(expected.file);
      const cache = file && metadataCache.getFileCache(file);
      const target = cache && subpath !== '' ? resolveSubpath(cache, subpath) : null;
      if (expected.heading === null) expect(target).toBeNull();
      if (expected.line === undefined) return;
      expect(target).toMatchObject({ type: 'heading', current: { heading: expected.heading } });
      expect([target?.start.line, target?.end?.line ?? null]).toEqual([expected.line, expected.endLine]);
    },
  );
});
