// A transclusion chosen in a picker: which places there are, what is written at the cursor, and what is copied for elsewhere.
import { describe, expect, it } from 'vitest';
import { isRefusal } from '../../../src/core/text/refusal';
import { listPlaces } from '../../../src/core/link/list-places';
import { planCopiedLink } from '../../../src/core/link/plan-copied-link';
import { planInsertion } from '../../../src/core/edit/plan-insertion';
import { applyEdits } from '../../../src/core/edit/apply-edits';
import { offsetAt } from '../../../src/core/note/offset-at';
import { PlanningTextVault } from './planning-text-vault';

const published = '---\ndg-publish: true\n---\n';
const TARGET = '# Overview\nIt is **so**.\n## Steps [[x|y]]\n- one\n  - two ^id2\n\n| a |\n|---|\n\n> quote\n';

async function vaultOf(
  texts: Readonly<Record<string, string>>,
): Promise<{ vault: PlanningTextVault; places: ReturnType<typeof listPlaces> }> {
  const vault = new PlanningTextVault(texts);
  vault.linkFormat = { path: 'shortest', markdown: false };
  const note = await vault.read('T.md');
  return { vault, places: note ? listPlaces(note) : [] };
}

describe('the places of a note', () => {
  it('are its headings, the note, then its blocks, each as a reader sees it', async () => {
    const { places } = await vaultOf({ 'T.md': TARGET });
    expect(places.map(({ text, kind, line }) => `${kind} ${line + 1}: ${text}`)).toEqual([
      'heading 1: Overview',
      'heading 3: Steps y',
      'note 1: The whole note',
      'paragraph 2: It is so.',
      'bullet 4: one',
      'bullet 5: two',
      'table 7: a |',
      'quote 10: quote',
    ]);
  });
});

describe('a place of a note', () => {
  const COPY = (text: string): string =>
    `<div class="transclusion internal-embed is-loaded"><a class="markdown-embed-link" href="/x/#a"></a><div class="markdown-embed">\n\n${text}\n\n</div></div>\n`;
  it.each<[string, string, string[]]>([
    ['is what a callout says', '> [!note] Title\n> text\n', ['quote [!note] Title']],
    ['is what a quote in a quote says', '> > deep\n', ['quote deep']],
    ['is none that says nothing', '-\n\n>\n\n- a\n', ['bullet a']],
    ['is no code, rule or formula', '```\nx\n```\n\n---\n\n$$\ny\n$$\n', []],
    ['is none in a published copy', `a\n\n${COPY('## H\n\ntext\n\n- b')}\n\nc\n`, ['paragraph a', 'paragraph c']],
    ['is in the order of the text', 'a\n\n- b\n\nc\n', ['paragraph a', 'bullet b', 'paragraph c']],
  ])('%s', async (_what, text, places) => {
    const found = (await vaultOf({ 'T.md': text })).places;
    expect(found.map(({ kind, text: says }) => `${kind} ${says}`)).toEqual(['note The whole note', ...places]);
  });
  it('leads to a heading by its line, to the note, and to a block by where it begins', async () => {
    const { places } = await vaultOf({ 'T.md': 'a\n# H\n- b\n' });
    expect(places.map(({ place }) => place)).toEqual([
      { kind: 'heading', line: 1 },
      { kind: 'note' },
      { kind: 'block', offset: 0 },
      { kind: 'block', offset: 6 },
    ]);
  });
});

/** The notes after the transclusion of the place with this text at `|` in S.md, or why there is none. */
async function inserted(marked: string, wanted: string, target = 'T.md', before = ''): Promise<string> {
  const source = marked.replace('|', '');
  const { vault } = await vaultOf({ 'S.md': source, 'T.md': before + TARGET });
  const note = await vault.read(target);
  const place = note && listPlaces(note).find(({ text }) => text === wanted)?.place;
  if (!place) throw new Error(`No ${wanted}`);
  const planned = await planInsertion({ source: 'S.md', offset: marked.indexOf('|'), target, place }, vault);
  if (isRefusal(planned)) return `✗ ${planned.refusal}`;
  const shown = planned.changes.map(({ path, before, edits }) => `${path}: ${applyEdits(before, edits)}`).join('\n');
  return [shown, ...planned.remarks].join(' — ').replace(/\^b[a-z\d]{5}\b/g, '^new');
}

describe('a board of the Kanban plugin', () => {
  const board = '---\nkanban-plugin: board\n---\n';
  it('gets no transclusion', async () => {
    expect(await inserted(`${board}|`, 'Overview')).toBe('✗ S is a board of the Kanban plugin. Edit it in its board.');
  });
  it('gets no id for a block of its own, and is transcluded where it needs none', async () => {
    expect(await inserted('|', 'one', 'T.md', board)).toBe(
      '✗ T is a board of the Kanban plugin. Edit it in its board.',
    );
    expect(await inserted('|', 'two', 'T.md', board)).toBe('S.md: ![[T#^id2]]');
  });
});

describe('inserting', () => {
  it('puts the right transclusion at the cursor', async () => {
    expect(await inserted('see |', 'Overview')).toBe('S.md: see\n\n![[T#Overview]]');
    expect(await inserted('- |', 'two')).toBe('S.md: -\n\n![[T#^id2]]');
  });
  it('gives a block its id in the same plan', async () => {
    expect(await inserted('|', 'one')).toBe(
      'T.md: # Overview\nIt is **so**.\n## Steps [[x|y]]\n- one ^new\n  - two ^id2\n\n| a |\n|---|\n\n> quote\n\nS.md: ![[T#^new]]',
    );
    expect(await inserted('a\n\n|', 'a', 'S.md')).toBe('S.md: a ^new\n\n![[#^new]]');
  });
  it('says where it would break, and that nothing shows itself', async () => {
    expect(await inserted(`${published}- |`, 'Overview')).toMatch(
      /^✗ A transclusion in a bullet breaks when this note is published/,
    );
    expect(await inserted(`${published}|`, 'Overview')).toBe(
      `S.md: ${published}\n![[T#Overview]] — T is not published; what is embedded of it will be`,
    );
    expect(await inserted('# A\n|', 'A', 'S.md')).toBe(
      '✗ The cursor is in what would be shown: a section cannot transclude itself.',
    );
    expect(await inserted('# A\n# B\n|', 'A', 'S.md')).toBe('S.md: # A\n# B\n\n![[#A]]');
  });
});

describe('copying', () => {
  const copied = async (text: string, line: number): Promise<string> => {
    const { vault } = await vaultOf({ 'a/T.md': text, 'b/T.md': '' });
    vault.linkFormat = { path: 'relative', markdown: true };
    const link = await planCopiedLink('a/T.md', { kind: 'heading', line }, vault);
    return isRefusal(link) ? `✗ ${link.refusal}` : [link.text, ...link.remarks].join(' — ');
  };
  it('gives what is right in any note, and of a published note what the publisher can read', async () => {
    expect(await copied('# A b', 0)).toBe('![T](a/T.md#A%20b)');
    expect(await copied(`${published}# A b`, 3)).toBe('![[a/T#A b]]');
    expect(await copied(`${published}# A\n## X\n# B\n## X`, 6)).toMatch(
      /^!\[T\]\(a\/T\.md#B#X\) — Not for a published note: A link cannot reach `X` on line 7/,
    );
  });
});

describe('a place told by line and character', () => {
  it('is found whatever ends the lines', () => {
    expect(
      ['a\nb\nc', 'a\r\nb\r\nc', 'a\rb\rc'].map((text) => text.slice(offsetAt(text, 1, 0), offsetAt(text, 1, 1))),
    ).toEqual(['b', 'b', 'b']);
    expect(offsetAt('ab', 5, 0)).toBe(2);
  });
});
