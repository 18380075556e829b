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
});

describe('a bullet does not move', () => {
  it.each<[string, string, string, Given]>([
    [
      'out of a quote',
      '> - a #todo¦\n',
      '“a” stands in a quote or callout, and is not moved out of it. Move it by hand.',
      {},
    ],
    [
      'out of an indented quote',
      '  > - a #todo¦\n',
      '“a” stands in a quote or callout, and is not moved out of it. Move it by hand.',
      {},
    ],
    [
      'when its last line holds its tag and owner alone',
      '- x\n  - a #todo¦\n  ([[Roles/SRE|SRE]]) #todo\n',
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
});
