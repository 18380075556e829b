// A bullet goes with all that is its own to another page's list, takes that list's ways, and leaves its own list as the others meant it.
import { describe, expect, it } from 'vitest';
import { planMove } from '../../../../src/core/edit/move/plan-move';
import { todoAtLine } from '../../../../src/core/edit/todo-at-line';
import { isRefusal } from '../../../../src/core/text/refusal';
import { notesAfter, planningOf, readMark } from '../act';

const DAY_1 = 'Ops/Day 1 Operations.md';
const DAY_2 = 'Ops/Day 2 Operations.md';

interface Given {
  readonly owner?: string;
  /** Where the other page is. */
  readonly page?: string;
  readonly isThere?: boolean;
}

/** What stands below the Responsibilities of either page once the todo in the line that ends in `¦` has gone from the first to the second; or why not. */
async function moved(from: string, to: string, { owner, page = DAY_2, isThere = true }: Given = {}): Promise<string[]> {
  const { text, line } = readMark(`# Overview\n## Responsibilities\n${from}`);
  const { vault, planning } = planningOf({
    [DAY_1]: text,
    [page]: `# Overview\n## Responsibilities\n${to}`,
    'Ops/Operations Overview.md': '# [[Day 1 Operations]]\n# [[Day 2 Operations]]\n',
    'Roles/SRE.md': '',
    'Roles/Dev.md': '',
    'Text.md': '',
    'Ops/R&D.md': '',
  });
  const todo = todoAtLine(planning.index, DAY_1, line);
  if (isRefusal(todo)) return [todo.refusal];
  const read = vault.read.bind(vault);
  if (!isThere) vault.read = (path) => (path === page ? Promise.resolve(null) : read(path));
  const plan = await planMove(planning, [todo], { column: 'Day 2', withText: false, owner });
  if (isRefusal(plan)) return [plan.refusal];
  const after = notesAfter(vault, plan);
  return [
    ...[DAY_1, page].map((path) =>
      (after.get(path) ?? '').replace('# Overview\n## Responsibilities', '').replace(/^\n/, ''),
    ),
    ...plan.remarks,
  ];
}

describe('on the other page the bullet', () => {
  it.each<[string, string, string, string, string]>([
    [
      'keeps its lines, blank ones too',
      '- a #todo¦\n\n  more\n\n\t- b\n- c\n',
      '- p\n',
      '- c\n',
      '- p\n- a #todo\n\n  more\n\n\t- b\n',
    ],
    [
      'has its children as much further in as its marker is wider',
      '- a #todo¦\n  - b\n    - c\n- d\n',
      '1. p\n',
      '- d\n',
      '1. p\n2. a #todo\n   - b\n     - c\n',
    ],
    [
      'has its children where they were under a narrower one',
      '1. a #todo¦\n   - b\n2. d\n',
      '- p\n',
      '2. d\n',
      '- p\n- a #todo\n   - b\n',
    ],
    [
      'keeps a line that goes on without being indented',
      '- a #todo¦\nlazy\n  - b\n- c\n',
      '1. p\n',
      '- c\n',
      '1. p\n2. a #todo\nlazy\n   - b\n',
    ],
    [
      'comes out of its list, with less before its lines',
      '- x\n  - a #todo¦\n    - b\n  more\n- d\n',
      '- p\n',
      '- x\n- d\n',
      '- p\n- a #todo\n  - b\n  more\n',
    ],
    ['is indented as the list is', '- a #todo¦\n  - b\n- c\n', '  - p\n', '- c\n', '  - p\n  - a #todo\n    - b\n'],
    ['has the line ends of the page', '- a #todo¦\r\n  - b\r\n- c\r\n', '- p\n', '- c\r\n', '- p\n- a #todo\n  - b\n'],
    ['may hold what looks like a quote', '- a > b #todo¦\n- d\n', '- p\n', '- d\n', '- p\n- a > b #todo\n'],
    [
      'gets a marker before words that begin a line later',
      '-\n  a #todo¦\n- c\n',
      '- p\n',
      '- c\n',
      '- p\n- \n   a #todo\n',
    ],
    [
      'has a footnote with a number that is free there',
      '- a[^1] #todo¦\n- c\n\n[^1]: foot\n',
      '- p[^1]\n\n[^1]: other\n',
      '- c\n',
      '- p[^1]\n- a[^2] #todo\n\n[^1]: other\n[^2]: foot\n',
    ],
    ['may end both notes', '- c\n- a #todo¦', '- p', '- c', '- p\n- a #todo'],
    [
      'stays above a closing line of tag and owner',
      '- a #todo¦\n- c\n',
      '- p\n([[Roles/SRE|SRE]]) #todo\n',
      '- c\n',
      '- p\n- a #todo\n([[Roles/SRE|SRE]]) #todo\n',
    ],
    [
      'takes what goes on in it, which only looks like such a line',
      '- a #todo¦\n  ([[Text]]) b\n- c\n',
      '- p\n',
      '- c\n',
      '- p\n- a #todo\n  ([[Text]]) b\n',
    ],
    [
      'takes its tag along behind words of its last line',
      '- a\n  more #todo¦\n- c\n',
      '- p\n',
      '- c\n',
      '- p\n- a\n  more #todo\n',
    ],
  ])('%s', async (_what, from, to, left, there) => {
    expect(await moved(from, to)).toEqual([left, there]);
  });
  it('has its links written anew, and a new owner in the place of a link', async () => {
    const page = 'Ops/Deep/Day 2 Operations.md';
    expect(
      await moved('- a [x](../Text.md) ([[../Roles/SRE|SRE]]) #todo¦\n- c\n', '- p\n', { owner: 'Roles/Dev.md', page }),
    ).toEqual(['- c\n', '- p\n- a [x](Text.md) ([[Roles/Dev|Dev]]) #todo\n']);
    expect(
      await moved('- a [x](../Text.md) ([[../Roles/SRE|SRE]]) #todo¦\n- c\n', '- p\n', { owner: '', page }),
    ).toEqual(['- c\n', '- p\n- a [x](Text.md) #todo\n']);
  });
  it('may end in a tag line of a bullet in it, which goes along', async () => {
    expect(await moved('- a #todo¦\n  - b\n    #todo\n- c\n', '- p\n')).toEqual([
      '- c\n',
      '- p\n- a #todo\n  - b\n    #todo\n',
      'Another todo changes column with it: “b”.',
    ]);
  });
  it('has a link with an entity for & written anew', async () => {
    const page = 'Ops/Deep/Day 2 Operations.md';
    expect((await moved('- a [x](./R&amp;D.md) #todo¦\n- c\n', '- p\n', { page })).at(-1)).toBe(
      '- p\n- a [x](Ops/R&D.md) #todo\n',
    );
  });
  it('is told to have a link that cannot be written anew', async () => {
    const page = 'Ops/Deep/Day 2 Operations.md';
    expect((await moved('- a [x](./R&#38;D.md) #todo¦\n- c\n', '- p\n', { page })).at(-1)).toBe(
      'The link “[x](./R&#38;D.md)” in Day 1 Operations, line 3, cannot follow to Day 2 Operations.',
    );
  });
  it('is told to have a block id that is there already', async () => {
    expect((await moved('- a #todo ^id¦\n- c\n', '- p ^id\n')).at(-1)).toBe(
      'Day 2 Operations has a block ^id already: links lead to one of the two.',
    );
  });
});

describe('what is left', () => {
  it.each<[string, string, string]>([
    [
      'parts the list from its tag line where that would join a bullet in a bullet',
      '- x\n  - y\n  - a #todo¦\n#todo\n',
      '- x\n  - y\n\n#todo\n',
    ],
    [
      'does so whatever lists come later',
      '- x\n  - y\n  - a #todo¦\n#todo\n\ntext\n\n- z\n',
      '- x\n  - y\n\n#todo\n\ntext\n\n- z\n',
    ],
    ['does so with CRLF', '- x\r\n  - y\r\n  - a #todo¦\r\n#todo\r\n', '- x\r\n  - y\r\n\r\n#todo\r\n'],
    ['stays as it is below a bullet of the list itself', '- x\n- a #todo¦\n#todo\n', '- x\n#todo\n'],
    ['stays as it is where its bullet has lost its only one', '- x\n  - a #todo¦\n#todo\n', '- x\n#todo\n'],
    [
      'stays as it is where a bullet comes behind',
      '- x\n  - y\n  - a #todo¦\n- z\n#todo\n',
      '- x\n  - y\n- z\n#todo\n',
    ],
    [
      'does so below a bullet of the list itself that has one in it',
      '- x\n  - y\n- a #todo¦\n#todo\n',
      '- x\n  - y\n\n#todo\n',
    ],
    [
      'takes blanks away before it, which would make it part of that bullet',
      '- x\n  - y\n- a #todo¦\n  #todo\n',
      '- x\n  - y\n\n#todo\n',
    ],
    ['stays as it is where nothing is', '- a #todo¦\n#todo\n', '#todo\n'],
    [
      'is a closing line of owner and tag, where there was one',
      '- x\n- a #todo¦\n([[Roles/SRE|SRE]]) #todo\n',
      '- x\n([[Roles/SRE|SRE]]) #todo\n',
    ],
    [
      'stays as it is where only another list has a bullet in a bullet',
      '- x\n  - y\n\ntext\n\n- a #todo¦\n#todo\n',
      '- x\n  - y\n\ntext\n\n#todo\n',
    ],
    [
      'stays as it is before a line in the list that only looks blank',
      '- x\n  - y\n  - a #todo¦\n   \n- z\n',
      '- x\n  - y\n   \n- z\n',
    ],
    ['stays as it is before a blank line', '- x\n  - y\n  - a #todo¦\n\n#todo\n', '- x\n  - y\n\n#todo\n'],
    [
      'stays as it is before a line that only looks blank',
      '- x\n  - y\n  - a #todo¦\n \n#todo\n',
      '- x\n  - y\n \n#todo\n',
    ],
    ['stays as it is before a heading', '- x\n  - y\n  - a #todo¦\n## N\n', '- x\n  - y\n## N\n'],
    ['stays as it is at the end of the note', '- x\n  - y\n  - a #todo¦', '- x\n  - y'],
  ])('%s', async (_what, from, left) => {
    expect(await moved(from, '- p\n')).toEqual([left, '- p\n- a #todo\n']);
  });
  it('stays as it is at the end of the note, of which the bullet had two lines', async () => {
    expect(await moved('- x\n  - y\n  - a #todo¦\n    more', '- p\n')).toEqual([
      '- x\n  - y',
      '- p\n- a #todo\n  more\n',
    ]);
  });
});

describe('a bullet does not move', () => {
  it.each<[string, string, string, Given]>([
    [
      'out of a quote',
      '> - a #todo¦\n',
      '“a” stands in a quote, callout or footnote, and is not moved out of it. Move it by hand.',
      {},
    ],
    [
      'out of an indented quote',
      '  > - a #todo¦\n',
      '“a” stands in a quote, callout or footnote, and is not moved out of it. Move it by hand.',
      {},
    ],
    [
      'out of a footnote',
      '- x[^1]\n\n[^1]: - a #todo¦\n',
      '“a” stands in a quote, callout or footnote, and is not moved out of it. Move it by hand.',
      {},
    ],
    [
      'when its last line holds its tag and owner alone',
      '- x\n  - a #todo¦\n  ([[Roles/SRE|SRE]]) #todo\n',
      'The tag of “a” stands on a line of its own: as the last of the other list it would mark the whole list. Put it behind the bullet’s words first.',
      {},
    ],
    [
      'when its last line holds its tag alone and is not even indented',
      '- a\n#todo¦\n- c\n',
      'The tag of “a” stands on a line of its own: as the last of the other list it would mark the whole list. Put it behind the bullet’s words first.',
      {},
    ],
    [
      'to a page that has gone meanwhile',
      '- a #todo¦\n',
      'Ops/Day 2 Operations.md is not in the vault any more.',
      { isThere: false },
    ],
  ])('%s', async (_what, from, refusal, given) => {
    expect(await moved(from, '- p\n', given)).toEqual([refusal]);
  });
  it('into or above a block that is not closed', async () => {
    expect(await moved('- a #todo¦\n', '```\nx\n')).toEqual([
      'The block that begins in line 3 is not closed, so all below it is part of it. Close it first.',
    ]);
    expect(await moved('- a[^1] #todo¦\n\n[^1]: foot\n', '- p\n\n```\nx\n')).toEqual([
      'A block that begins in line 5 of Day 2 Operations is not closed, so no footnote can stand behind it. Close it first.',
    ]);
  });
});
