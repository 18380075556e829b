// A text goes from one note to another: links to it, and its own, lead where they led, in as few bytes as that takes; what cannot is told.
import { describe, expect, it } from 'vitest';
import { applyEdits, editsInOrder } from '../../../src/core/edit/apply-edits';
import { followText, type TextMove } from '../../../src/core/link/follow-text';
import { openNoteSource } from '../../../src/core/note/note-source';
import { editedPart } from '../../../src/core/text/edited-part';
import type { TextEdit } from '../../../src/core/text/text-edit';
import { parseMetadata } from '../../host/markdown/parse-metadata';
import { PlanningTextVault } from '../edit/planning-text-vault';

interface Given extends Partial<Omit<TextMove, 'after' | 'along'>> {
  /** Other notes by their paths; T.md is there. */
  readonly others?: Readonly<Record<string, string>>;
  /** T.md as it will be. */
  readonly after?: string;
  /** The definition of this text goes along; it stays too where it is the second. */
  readonly along?: readonly string[];
}

/**
 * The text between `«` and `»` of N.md goes to T.md. Which texts change, without what goes away of N.md; what the carried text is there, where it
 * is another; and what cannot follow.
 */
async function followed(marked: string, { others = {}, after, along = [], ...given }: Given = {}): Promise<string[]> {
  const text = marked.replace(/[«»]/g, '');
  const moved = { start: marked.indexOf('«'), end: marked.indexOf('»') - 1 };
  const vault = new PlanningTextVault({ 'N.md': text, 'T.md': after ?? '', 'O.md': '', ...others });
  vault.linkFormat = { path: 'shortest', markdown: false };
  const source = await vault.read('N.md');
  if (!source) throw new Error('There is no N.md.');
  const move: TextMove = {
    source,
    moved,
    carried: moved,
    becomesNote: false,
    along: along.map((definition, at) => {
      const start = text.indexOf(definition);
      return { start, end: start + definition.length, stays: at === 1 };
    }),
    to: 'T.md',
    after: after === undefined ? null : openNoteSource('T.md', after, parseMetadata(after)),
    placeOf: () => undefined,
    ...given,
  };
  const { changes, carried, remarks } = await followText(vault, move);
  const there = editedPart(text, moved, editsInOrder(carried));
  return [
    ...changes.map(({ path, before, edits }) =>
      path === 'N.md'
        ? applyEdits(text, editsInOrder([...edits, { ...moved, insert: '', guards: [] }]))
        : applyEdits(before, edits),
    ),
    ...(there === text.slice(moved.start, moved.end) ? [] : [`→ ${there}`]),
    ...remarks,
  ];
}

/** The edits of the text between `«` and `»` of N.md when it goes to T.md. */
async function editsOf(marked: string): Promise<readonly TextEdit[]> {
  const vault = new PlanningTextVault({ 'N.md': marked.replace(/[«»]/g, ''), 'T.md': '', 'O.md': '' });
  const source = await vault.read('N.md');
  if (!source) throw new Error('There is no N.md.');
  const moved = { start: marked.indexOf('«'), end: marked.indexOf('»') - 1 };
  const move = { source, moved, carried: moved, becomesNote: false, along: [], to: 'T.md', after: null };
  return (await followText(vault, { ...move, placeOf: () => undefined })).carried;
}

describe('a link to a text that moves', () => {
  it.each<[string, string, string[]]>([
    ['names the other note', '[[N#H]]', ['[[T#H]]']],
    [
      'names it in every form',
      '![[N#H|x]] [a](N.md#H "t") [r]\n\n[r]: N.md#H\n',
      ['![[T#H|x]] [a](T.md#H "t") [r]\n\n[r]: T.md#H\n'],
    ],
    ['below a heading inside it too', '[[N#Sub]] [[N#^id]]', ['[[T#Sub]] [[T#^id]]']],
    ['to what stands right behind it stays', '[[N#Next]]', []],
    ['to the whole note stays', '[[N]]', []],
    ['to no place of it stays', '[[N#None]]', []],
    ['to a like place of another note stays', '[[O#H]] [[#H]]\n# H\n', []],
    ['is the only one to change', '[[N#Next]] [[N#H]] [[N]]', ['[[N#Next]] [[T#H]] [[N]]']],
  ])('%s', async (_what, see, after) => {
    const others = { 'O.md': '# H\n', 'S.md': see };
    expect(await followed('# Note\n«# H\ntext ^id\n## Sub\n»# Next\n', { others })).toEqual(after);
  });
  it('of several notes follows in the order of these, wherever it leads to', async () => {
    const others = { 'A.md': '[[N#Sub]]', 'B.md': '[[N#H]]', 'C.md': '[[N#Sub]]' };
    expect(await followed('«# H\n## Sub\n»', { others })).toEqual(['[[T#Sub]]', '[[T#H]]', '[[T#Sub]]']);
  });
  it.each<[string, string, string]>([
    ['shows the heading that it showed', 'See [[#H]] and [[#Sub]].', 'See [[T#H|H]] and [[T#Sub|Sub]].'],
    ['shows its own words', 'See [[#H|it]].', 'See [[T#H|it]].'],
    ['shows what it showed with its note’s name', 'See [[N#H]].', 'See [[T#H]].'],
    ['shows as an embed what it shows', '![[#H]]', '![[T#H]]'],
    ['has its bar behind a backslash in a table', '| a |\n|---|\n| [[#H]] |', '| a |\n|---|\n| [[T#H\\|H]] |'],
  ])('in its own note %s', async (_what, see, after) => {
    expect(await followed(`${see}\n\n«# H\ntext\n## Sub\n»# Next\n`)).toEqual([`${after}\n\n# Next\n`]);
  });
});

describe('a link in a text that moves', () => {
  it.each<[string, string, string[]]>([
    ['to itself stays', '[[#H]] ![[#Sub]]', []],
    ['to itself by the note’s name names the other note', '[[N#H]]', ['→ [[T#H|N > H]]']],
    [
      'to the rest of the note names it, and shows what it showed',
      '[[#Next]] ![[#Next]]',
      ['→ [[N#Next|Next]] ![[N#Next]]'],
    ],
    ['to all of the note stays', '[[N]]', []],
    ['to another note stays', '[[O]] [[O#H]]', []],
    ['to nothing stays', '[[None]] [[None#H]]', []],
    ['to the note that it goes to stays', '[[T]] [[T#x]]', []],
  ])('%s', async (_what, link, after) => {
    const result = await followed(`# Note\n«# H\n${link}\n## Sub\n»# Next\n`);
    expect(result).toEqual(after.map((one) => one.replace('→ ', '→ # H\n') + '\n## Sub\n'));
  });
  it('whose first line becomes the note leads to the note, and shows what it showed', async () => {
    const text = '# «H\n[[#H]] [[#Sub]] [[N#H]]\n## Sub\n»# Next\n';
    const moved = { start: 0, end: text.indexOf('»') - 1 };
    expect(await followed(text, { moved, becomesNote: true })).toEqual(['→ H\n[[T|H]] [[#Sub]] [[T|N > H]]\n## Sub\n']);
    expect(await followed(text, { moved })).toEqual(['→ H\n[[#H]] [[#Sub]] [[T#H|N > H]]\n## Sub\n']);
  });
  it('that stays is not written at all', async () => {
    expect(await editsOf('# Note\n«# H\n[[#H]] [[O]] [[O#H]] ![[#Sub]]\n## Sub\n»# Next\n')).toEqual([]);
  });
  it('in a definition that goes along is written anew there, and here where it stays', async () => {
    const text = '«# H\n[a][r] [b][s]\n»# Next\n[c][s]\n\n[r]: N.md#H\n\n[s]: N.md#H "t"\n';
    expect(await followed(text, { along: ['[r]: N.md#H', '[s]: N.md#H "t"'] })).toEqual([
      '# Next\n[c][s]\n\n[r]: N.md#H\n\n[s]: T.md#H "t"\n',
    ]);
  });
  it('leaves HTML of other notes alone', async () => {
    const others = { 'S.md': '# x\n<img src="a.png">\n\n[[N#H]]', 'a.png': '', 'x/T.md': '' };
    expect(await followed('«# H\n<img src="a.png">\n\n»# Next\n', { others, to: 'x/T.md' })).toEqual([
      '# x\n<img src="a.png">\n\n[[x/T#H]]',
      '→ # H\n<img src="../a.png">\n\n',
    ]);
  });
});

describe('in the note as it will be', () => {
  const others = { 'S.md': '[[N#H]]' };
  const MOVED = '# Note\n«# H\ntext ^id\n»# Next\n';
  const at = (line: number): Pick<TextMove, 'placeOf'> => ({ placeOf: () => ({ kind: 'heading', line }) });
  it('a link is made as long as it must be to lead to the very place', async () => {
    expect(await followed(MOVED, { others, after: '# P\n# H\ntext ^id\n', ...at(1) })).toEqual(['[[T#H]]']);
    expect(await followed(MOVED, { others, after: '# H\n# P\n## H\ntext ^id\n', ...at(2) })).toEqual(['[[T#P#H]]']);
  });
  it('so is one of the text itself', async () => {
    const text = '# Note\n«# H\n[[#H]]\n»# Next\n';
    expect(await followed(text, { after: '# H\n# P\n## H\n[[#H]]\n', ...at(2) })).toEqual(['→ # H\n[[#P#H]]\n']);
  });
  it('it leads to the note where the text becomes all of it', async () => {
    const after = 'a\n# H\ntext\n';
    expect(await followed(MOVED, { others, after, placeOf: () => ({ kind: 'note' }) })).toEqual(['[[T]]']);
  });
  it('a block’s link needs the block', async () => {
    const see = { 'S.md': '[[N#^ID]]' };
    expect(await followed(MOVED, { others: see, after: 'text ^id\n' })).toEqual(['[[T#^ID]]']);
    for (const after of ['text ^other\n', 'text\n'])
      expect(await followed(MOVED, { others: see, after })).toEqual([
        'The link “[[N#^ID]]” in S, line 1, cannot follow to T',
      ]);
  });
  it('a heading whose place is not known is named as it was, and one that is not there cannot be', async () => {
    expect(await followed(MOVED, { others, after: '' })).toEqual(['[[T#H]]']);
    expect(await followed(MOVED, { others, after: '', placeOf: () => null })).toEqual([
      'The link “[[N#H]]” in S, line 1, cannot follow to T',
    ]);
  });
  it('what lies in it beside the text that is carried has to be there too', async () => {
    const gone = { after: '', placeOf: () => null };
    const text = '# «H\ntext\n»## Sub\n# Next\n';
    const moved = { start: 0, end: text.indexOf('# Next') - 2 };
    for (const place of ['H', 'Sub'])
      expect(
        await followed(text, { moved, carried: { start: 2, end: 9 }, others: { 'S.md': `[[N#${place}]]` }, ...gone }),
      ).toContain(`The link “[[N#${place}]]” in S, line 1, cannot follow to T`);
  });
  it('a link of its old note that leads to all of it says so', async () => {
    expect(
      await followed('[[#H]]\n«# H\ntext\n»# Next\n', { after: 'text\n', placeOf: () => ({ kind: 'note' }) }),
    ).toEqual(['[[T]]\n# Next\n']);
  });
  it('what is published, where the last heading alone is known, cannot follow to the second of a name', async () => {
    const [see, after] = ['[[N#H]] ![[N#H]]', '# H\n# P\n## H\n'];
    expect(await followed(MOVED, { others: { 'S.md': see }, after, ...at(2) })).toEqual(['[[T#P#H]] ![[T#P#H]]']);
    const published = { 'S.md': `---\ndg-publish: true\n---\n${see}` };
    expect(await followed(MOVED, { others: published, after, ...at(2) })).toEqual([
      'The link “[[N#H]]” in S, line 4, cannot follow to T',
      'The link “![[N#H]]” in S, line 4, cannot follow to T',
    ]);
  });
  it('a published embed cannot follow to a heading that the site takes for another', async () => {
    const see = { 'S.md': '---\ndg-publish: true\n---\na\rb\r\n![[N#H]]' };
    const after = '# P\n# x\n# H\n# h!\n';
    expect(await followed(MOVED, { others: see, after: after.replace('# x', '# H'), ...at(2) })).toEqual([
      'The link “![[N#H]]” in S, line 6, cannot follow to T',
    ]);
  });
  it('where nothing can be led to, each is told', async () => {
    expect(
      await followed('[[#H]]\n«# H\n[[N#H]]\n»# Next\n[[#H]]\n', { others: { ...others, 'C#.md': '' }, to: 'C#.md' }),
    ).toEqual([
      'The link “[[#H]]” in N, line 1, cannot follow to C#',
      'The link “[[N#H]]” in N, line 3, cannot follow to C#',
      'The link “[[#H]]” in N, line 5, cannot follow to C#',
      'The link “[[N#H]]” in S, line 1, cannot follow to C#',
    ]);
  });
});

describe('a canvas’s card', () => {
  const card = (subpath: string, file = 'N.md'): string => JSON.stringify({ nodes: [{ file, subpath }] });
  it('of the text shows it in the other note, and no other card changes', async () => {
    const others = {
      'A.canvas': card('#H'),
      'B.canvas': card('#Next'),
      'C.canvas': card('#None'),
      'D.canvas': card('#H', 'O.md'),
    };
    expect(await followed('# Note\n«# H\n»# Next\n', { others })).toEqual([card('#H', 'T.md')]);
  });
  it('that cannot follow is told', async () => {
    expect(
      await followed('# Note\n«# H\n»# Next\n', { others: { 'A.canvas': card('#H') }, after: '', placeOf: () => null }),
    ).toEqual(['The card of “H” in A.canvas cannot follow to T']);
  });
});
