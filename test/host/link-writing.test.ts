// The text of a link, against small vaults of our own and the recorded cases.
import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { openTestHost } from './testing/open-test-host';
import type { AppSettings } from './vault/app-config';

interface Wanted {
  readonly paths: readonly string[];
  readonly source: string;
  readonly target: string;
  readonly subpath?: string;
  readonly alias?: string;
  readonly settings?: Partial<AppSettings>;
}

async function written({ paths, source, target, subpath, alias, settings = {} }: Wanted): Promise<string> {
  const host = await openTestHost({ files: Object.fromEntries(paths.map((path) => [path, ''])), settings });
  const file = host.app.vault.getFileByPath(target);
  if (!file) throw new Error(`There is no ${target}.`);
  return host.app.fileManager.generateMarkdownLink(file, source, subpath, alias);
}

const PATHS = ['Ops/Day 0.md', 'Ops/Overview.md', 'Roles/Overview.md', 'Ops/a (b) [c].md', 'pic.png', 'Index.md'];
const relative = { newLinkFormat: 'relative' } as const;
const absolute = { newLinkFormat: 'absolute' } as const;
const markdown = { useMarkdownLinks: true } as const;
const toDay = { paths: PATHS, source: 'Index.md', target: 'Ops/Day 0.md' };

it.each<[string, Wanted, string]>([
  ['the bare name', toDay, '[[Day 0]]'],
  ['with a subpath that brings its #', { ...toDay, subpath: '#Goals' }, '[[Day 0#Goals]]'],
  ['with an alias', { ...toDay, subpath: '#Goals', alias: 'Plan' }, '[[Day 0#Goals|Plan]]'],
  ['an alias that says the same, in its own case', { ...toDay, alias: 'day 0' }, '[[day 0]]'],
  ['an alias that is empty', { ...toDay, alias: '' }, '[[Day 0]]'],
  ['the full path', { ...toDay, settings: absolute }, '[[Ops/Day 0]]'],
  [
    'the full path where the name is not enough',
    { ...toDay, target: 'Ops/Overview.md', source: 'Ops/Day 0.md' },
    '[[Ops/Overview]]',
  ],
  ['the way down', { ...toDay, settings: relative }, '[[Ops/Day 0]]'],
  ['the way beside, without ./', { ...toDay, source: 'Ops/Overview.md', settings: relative }, '[[Day 0]]'],
  ['the way over', { ...toDay, source: 'Roles/Overview.md', settings: relative }, '[[../Ops/Day 0]]'],
  ['the way up', { ...toDay, source: 'Ops/Day 0.md', target: 'Index.md', settings: relative }, '[[../Index]]'],
  ['the same note with a subpath', { ...toDay, source: 'Ops/Day 0.md', subpath: '#Goals' }, '[[#Goals]]'],
  ['the same note without', { ...toDay, source: 'Ops/Day 0.md' }, '[[Day 0]]'],
  ['as Markdown', { ...toDay, settings: markdown }, '[Day 0](Day%200.md)'],
  [
    'as Markdown with all',
    { ...toDay, subpath: '#A b', alias: 'Plan', settings: { ...markdown, ...absolute } },
    '[Plan](Ops/Day%200.md#A%20b)',
  ],
  [
    'as Markdown in the same note',
    { ...toDay, source: 'Ops/Day 0.md', subpath: '#A b', settings: markdown },
    '[Day 0](#A%20b)',
  ],
  [
    'as Markdown, only spaces escaped',
    { ...toDay, target: 'Ops/a (b) [c].md', settings: markdown },
    '[a (b) [c]](a%20(b)%20[c].md)',
  ],
  ['another kind of file is shown', { ...toDay, target: 'pic.png' }, '![[pic.png]]'],
  ['as Markdown too', { ...toDay, target: 'pic.png', settings: markdown }, '![pic](pic.png)'],
])('%s', async (_name, wanted, expected) => {
  expect(await written(wanted)).toBe(expected);
});

interface GenerateCase {
  readonly id: string;
  readonly kind: string;
  readonly note: string;
  readonly vault: readonly string[];
  readonly settings: Partial<AppSettings>;
  readonly source: string;
  readonly target: string;
  readonly subpathGivenToApi: string;
  readonly alias: string;
  readonly expectedApi: string;
}

describe('recorded cases', () => {
  const { vectors } = JSON.parse(readFileSync(new URL('../fixtures/vectors.json', import.meta.url), 'utf8')) as {
    vectors: GenerateCase[];
  };

  it.each(vectors.filter(({ kind }) => kind === 'generate').map((vector) => [vector.id, vector.note, vector] as const))(
    '%s %s',
    async (_id, _note, { vault, expectedApi, subpathGivenToApi, ...wanted }) => {
      expect(await written({ ...wanted, paths: vault, subpath: subpathGivenToApi })).toBe(expectedApi);
    },
  );
});
