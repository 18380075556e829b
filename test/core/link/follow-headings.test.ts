// A heading gets another text: every link that led to it leads to it, by as little as that takes, or it is said that none can.
import { describe, expect, it } from 'vitest';
import { applyEdits } from '../../../src/core/edit/apply-edits';
import { followHeadings } from '../../../src/core/link/follow-headings';
import { PlanningTextVault } from '../edit/planning-text-vault';

/** The texts of the notes and canvases that change when the headings of T.md do, `old → new` one a line; then what cannot follow. */
async function followed(
  headings: string,
  renames: string,
  others: Readonly<Record<string, string>>,
): Promise<string[]> {
  const vault = new PlanningTextVault({ 'T.md': headings, ...others });
  const target = await vault.read('T.md');
  if (!target) throw new Error('There is no T.md.');
  const { changes, remarks } = await followHeadings(
    vault,
    target,
    renames.split('\n').flatMap((line) => {
      const [was = '', text = ''] = line.split(' → ');
      const heading = target.metadata.headings?.findLast((one) => one.heading === was);
      return heading ? [{ heading, text }] : [];
    }),
  );
  return [...changes.map(({ before, edits }) => applyEdits(before, edits)), ...remarks];
}

const lost = (heading: string, line: number, note = 'S'): string =>
  `The link to “${heading}” in ${note}, line ${line}, will not find its heading any more.`;

describe('a link to a heading', () => {
  it.each<[string, string, string, string, string[]]>([
    ['says its new text', '# Old', 'Old → New', '[[T#Old]]', ['[[T#New]]']],
    ['says as much of it as a link can', '# Old', 'Old → A [b] | c', '[[T#Old]]', ['[[T#A b c]]']],
    ['keeps all else', '# Old', 'Old → New', '![a](<T.md#Old> "t")', ['![a](<T.md#New> "t")']],
    ['of one below it says its own new text only', '# A\n## Old', 'Old → New', '[[T#A#Old]]', ['[[T#A#New]]']],
    ['keeps how one above it is written', '# A\n## Old', 'Old → New', '[[T#a#Old]]', ['[[T#a#New]]']],
    ['leaves out one above it that has no name now', '# A\n## X', 'A → %%', '[[T#A#X]]', ['[[T#X]]']],
    ['says the new text of one above it', '# A\n## X', 'A → B', '[[T#A#X]]', ['[[T#B#X]]']],
    ['says both', '# A\n## X', 'A → B\nX → Y', '[[T#A#X]]', ['[[T#B#Y]]']],
    ['that says what the new text says stays', '# A b', 'A b → A [b]', '[[T#A b]]', []],
    ['that is another stays', '# A\n# B', 'A → C', '[[T#B]]', []],
    ['that is not there stays', '# A', 'A → C', '[[T#None]] [[T#^id]] [[T#A#None]]', []],
    ['of another note stays', '# A', 'A → C', '[[S#A]] [[#A]]\n# A', []],
    ['of another note stays beside one to this', '# A\n# B', 'A → C', '[[T#B]] [[S#A]] [[#A]]\n# A', []],
    ['of a block stays, though a heading has its name', '# id', 'id → C', '[[T#^id]]', []],
    ['to the whole note stays', '# A', 'A → C', '[[T]] [x](T.md)', []],
    [
      'among several is the only one that changes',
      '# A\n# B',
      'A → C',
      '[[T#B]] [[T#A]] [[T]]',
      ['[[T#B]] [[T#C]] [[T]]'],
    ],
    [
      'that another of its new text comes before says the one above',
      '# New\n# P\n## Old',
      'Old → New',
      '[[T#Old]]',
      ['[[T#P#New]]'],
    ],
    [
      'says as many above as that takes',
      '# P\n## Q\n### New\n# R\n## Q\n### S\n### Old',
      'Old → New',
      '[[T#Old]]',
      ['[[T#R#Q#New]]'],
    ],
    ['says none beside it', '# X\n## New\n# Y\n## Z\n## Old', 'Old → New', '[[T#Old]]', ['[[T#Y#New]]']],
    ['says the new text of the one above', '# New\n# P\n## Old', 'P → R\nOld → New', '[[T#Old]]', ['[[T#R#New]]']],
    [
      'that a changed heading would catch says the one above',
      '# A\n## Old\n# B\n## X',
      'Old → X',
      '[[T#X]]',
      ['[[T#B#X]]'],
    ],
    ['that no link reaches any more is told', '# New\n# Old', 'Old → New', 'a\r\nb\rc\nd [[T#Old]]', [lost('Old', 4)]],
    ['by two headings is told by both', '# P\n## New\n## Old', 'Old → New', '[[T#P#Old]]', [lost('P > Old', 1)]],
    ['whose heading has nothing to be named by is told', '# Old', 'Old → %%', '[[T#Old]]', [lost('Old', 1)]],
    ['whose text cannot be written is told', '# Old', 'Old → New', '[x](T.md#O&#108;d)', [lost('Old', 1)]],
  ])('%s', async (_what, headings, renames, link, after) => {
    expect(await followed(headings, renames, { 'S.md': link })).toEqual(after);
  });
  it('in the note itself needs no name', async () => {
    const text = 'See [[#Old]] and [[T#Old]].\n# Old';
    expect(await followed(text, 'Old → New', {})).toEqual(['See [[#New]] and [[T#New]].\n# Old']);
  });
  it('in a property follows', async () => {
    expect(await followed('# Old', 'Old → New', { 'S.md': '---\nsee: "[[T#Old]]"\n---\n' })).toEqual([
      '---\nsee: "[[T#New]]"\n---\n',
    ]);
  });
  it('stays where no heading changes', async () => {
    expect(await followed('# Old\n# Old', '', { 'S.md': '[[T#Old]]', 'C.canvas': card('T.md', '#Old') })).toEqual([]);
  });
});

const card = (file: string, subpath: string): string => JSON.stringify({ nodes: [{ file, subpath }] });

describe('a canvas', () => {
  it('has its cards and the links of their text in their order', async () => {
    const canvas = (name: string): string =>
      JSON.stringify({
        nodes: [{ text: `[[T#${name}]]` }, { file: 'T.md', subpath: `#${name}` }, { text: `![[T#${name}]]` }],
      });
    expect(await followed('# Old', 'Old → New', { 'C.canvas': canvas('Old') })).toEqual([canvas('New')]);
  });
  it('that shows another place, or another note, stays', async () => {
    expect(
      await followed('# Old\n# B', 'Old → New', {
        'A.canvas': card('T.md', '#B'),
        'B.canvas': card('S.md', '#Old'),
        'C.canvas': card('T.md', '#None'),
      }),
    ).toEqual([]);
  });
  it('whose card finds its heading no more is told', async () => {
    expect(
      await followed('# New\n# Old', 'Old → New', {
        'A.canvas': card('T.md', '#Old'),
        'B.canvas': JSON.stringify({ nodes: [{ text: '[[T#Old]]' }] }),
      }),
    ).toEqual(['The card of “Old” in A.canvas will not find its heading any more.', lost('Old', 1, 'B.canvas')]);
  });
});
