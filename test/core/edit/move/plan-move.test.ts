// Todos of several notes and kinds go to a column as one plan: each by its own way, those that cannot are left and named.
import { describe, expect, it } from 'vitest';
import { planMove } from '../../../../src/core/edit/move/plan-move';
import { isRefusal } from '../../../../src/core/text/refusal';
import { notesAfter, planningOf } from '../act';

const [DAY_0, DAY_1, FOLDER] = ['Ops/Day 0 Operations.md', 'Ops/Day 1 Operations.md', 'Ops/Day 0/F.md'];
const [N, M, OVERVIEW] = ['Ops/N.md', 'Ops/M.md', 'Ops/Operations Overview.md'];
const SRE = 'Roles/SRE.md';
const page = (bullets: string): string => `# Overview\n## Responsibilities\n${bullets}`;
const HANDBOOK = {
  [DAY_0]: page('- P\n'),
  [DAY_1]: page('- Q\n'),
  [OVERVIEW]: '# [[Day 0 Operations]]\n# [[Day 1 Operations]]\n',
  [SRE]: '',
};

interface Given {
  readonly withText?: boolean;
  readonly owner?: string;
  /** What others have made of notes that the index knows as they were. */
  readonly stale?: Readonly<Record<string, string>>;
}

/** What is said to be done when all todos of these notes go to the column, each note that changes, and what is remarked; or why not. */
async function moved(notes: Readonly<Record<string, string>>, column: string, given: Given = {}): Promise<string[]> {
  const { withText = false, owner, stale = {} } = given;
  const { vault, planning } = planningOf({ ...HANDBOOK, ...notes });
  const todos = [...planning.index.todos()];
  for (const [path, text] of Object.entries(stale)) vault.edit(path, text);
  const plan = await planMove(planning, todos, { column, withText, owner });
  if (isRefusal(plan)) return [plan.refusal];
  const changed = [...notesAfter(vault, plan)].filter(([path, text]) => text !== vault.texts.get(path));
  return [plan.done, ...changed.map(([path, text]) => `${path}: ${text}`), ...plan.remarks];
}

describe('a move says what it does', () => {
  it.each<[string, Record<string, string>, Given, string]>([
    ['of one todo by its title', { [N]: '- a #todo\n' }, {}, 'Moved a to Day 1'],
    ['of several by their number', { [N]: '- a #todo\n- b #todo\n' }, {}, 'Moved 2 todos to Day 1'],
    ['with the owner that they get', { [N]: '- a #todo\n' }, { owner: SRE }, 'Moved a to Day 1, owner SRE'],
    ['or that they are nobody’s', { [N]: '- a ([[SRE]]) #todo\n' }, { owner: '' }, 'Moved a to Day 1, nobody’s'],
    [
      'where all are there, that only the owner is another',
      { [DAY_1]: page('- a #todo\n- b #todo\n') },
      { owner: SRE },
      'Changed owner of 2 todos',
    ],
  ])('%s', async (_what, notes, given, done) => {
    expect((await moved(notes, 'Day 1', given)).at(0)).toBe(done);
  });
  it('and that none is chosen', async () => {
    expect(await moved({}, 'Day 1')).toEqual(['No todo is chosen.']);
  });
});

it.each([
  ['a bullet', page('- P #todo\n'), {}],
  ['a section', '# Overview\n## Metrics\n#todo\n', { withText: true }],
])('%s does not go to a page that the Kanban plugin keeps', async (_what, text, given) => {
  const kept = `---\nkanban-plugin: board\n---\n${page('- Q\n')}`;
  expect(await moved({ [DAY_0]: text, [DAY_1]: kept }, 'Day 1', given)).toEqual([
    'Day 1 Operations is a board of the Kanban plugin. Edit it in its board.',
  ]);
});

describe('todos of several kinds go together', () => {
  it('each by the smallest change that brings it there', async () => {
    const notes = {
      [DAY_0]: page('- bullet #todo\n- tagged #todo/day-0\n'),
      [N]: '---\nphase: Day 0\n---\n#todo\n\n',
      [M]: '# Section\n#todo\n',
      [FOLDER]: '- tied #todo\n',
    };
    expect(await moved(notes, 'Day 1')).toEqual([
      'Moved 5 todos to Day 1',
      `${DAY_0}: ${page('- tagged #todo/day-1\n')}`,
      `${DAY_1}: ${page('- Q\n- bullet #todo\n')}`,
      `${N}: ---\nphase: Day 1\n---\n#todo\n\n`,
      `${M}: # Section\n#todo/day-1\n`,
      `${FOLDER}: - tied #todo/day-1\n`,
    ]);
  });
  it('those that are there already get the owner alone', async () => {
    const notes = { [DAY_0]: page('- b #todo\n'), [DAY_1]: page('- a #todo\n') };
    expect(await moved(notes, 'Day 1', { owner: SRE })).toEqual([
      'Moved 2 todos to Day 1, owner SRE',
      `${DAY_0}: ${page('')}`,
      `${DAY_1}: ${page('- a ([[Roles/SRE|SRE]]) #todo\n- b ([[Roles/SRE|SRE]]) #todo\n')}`,
    ]);
    const owned = { [DAY_0]: page('- b #todo\n'), [DAY_1]: page('- a ([[SRE]]) #todo\n') };
    expect((await moved(owned, 'Day 1', { owner: '' })).at(2)).toBe(`${DAY_1}: ${page('- a #todo\n- b #todo\n')}`);
  });
  it('a note whose tag names its phase gets the owner by its property', async () => {
    expect(await moved({ [N]: '---\ntags: [todo/day-1]\n---\n' }, 'Day 0', { owner: SRE })).toEqual([
      'Moved N to Day 0, owner SRE',
      `${N}: ---\ntags: [todo/day-0]\nowner: "[[Roles/SRE|SRE]]"\n---\n`,
    ]);
  });
  it('the overview itself goes by its tag: its property would tie all of it', async () => {
    const text = `---\ntags: [todo]\n---\n${HANDBOOK[OVERVIEW]}`;
    expect(await moved({ [OVERVIEW]: text }, 'Day 1')).toEqual([
      'Moved Operations Overview to Day 1',
      `${OVERVIEW}: ${text.replace('[todo]', '[todo/day-1]')}`,
    ]);
  });
  it('headings of several notes change with the links between them', async () => {
    const notes = { [N]: '# A #todo\n[[#A todo]] [[M#Part B todo]]\n', [M]: 'x\n# Part B #todo\n[[N#A todo]]\n' };
    expect(await moved(notes, 'Day 1')).toEqual([
      'Moved 2 todos to Day 1',
      `${N}: # A #todo/day-1\n[[#A todo/day-1]] [[M#Part B todo/day-1]]\n`,
      `${M}: x\n# Part B #todo/day-1\n[[N#A todo/day-1]]\n`,
    ]);
  });
  it('sections of several notes whose text goes have footnotes of their own', async () => {
    const notes = { [N]: '# A\n#todo\nx[^1]\n\n[^1]: n\n', [M]: '# B\n#todo\ny[^1]\n\n[^1]: m\n' };
    expect(await moved(notes, 'Day 0', { withText: true })).toEqual([
      'Moved 2 todos to Day 0',
      `${DAY_0}: ${page('- P\n\n## A\n#todo\nx[^1]\n\n## B\n#todo\ny[^2]\n\n[^1]: n\n\n[^2]: m\n')}`,
      `${N}: `,
      `${M}: `,
    ]);
  });
  it('bullets go on linking to what is nested in each other', async () => {
    const bullets = '- a [[#^c]] #todo\n- b #todo\n  - c ^c\n';
    expect(await moved({ [DAY_0]: page(`${bullets}- d\n`) }, 'Day 1')).toEqual([
      'Moved 2 todos to Day 1',
      `${DAY_0}: ${page('- d\n')}`,
      `${DAY_1}: ${page(`- Q\n${bullets}`)}`,
    ]);
  });
  it('texts come in the order of their notes, in each from the top', async () => {
    const notes = { [N]: 'x\n\n# A\n#todo\n# B\n#todo\n', [M]: '# C\n#todo\n' };
    expect((await moved(notes, 'Day 0', { withText: true })).at(1)).toBe(
      `${DAY_0}: ${page('- P\n\n## A\n#todo\n\n## B\n#todo\n\n## C\n#todo\n')}`,
    );
  });
  it('a bullet goes along with the one that it is in, behind others that go', async () => {
    const bullets = '- a #todo\n- b #todo\n  - c #todo\n';
    expect(await moved({ [DAY_0]: page(bullets) }, 'Day 1')).toEqual([
      'Moved 3 todos to Day 1',
      `${DAY_0}: ${page('')}`,
      `${DAY_1}: ${page(`- Q\n${bullets}`)}`,
    ]);
  });
  it('a bullet links on to one that stays on its page, as its tag names the phase', async () => {
    expect(await moved({ [DAY_0]: page('- a [[#^b]] #todo\n- b #todo/day-0 ^b\n') }, 'Day 1')).toEqual([
      'Moved 2 todos to Day 1',
      `${DAY_0}: ${page('- b #todo/day-1 ^b\n')}`,
      `${DAY_1}: ${page('- Q\n- a [[Ops/Day 0 Operations#^b|^b]] #todo\n')}`,
    ]);
  });
  it('a bullet has a free label beside todos that only change their tag', async () => {
    const notes = {
      [DAY_0]: page('- a[^1] #todo\n\n[^1]: one\n'),
      [DAY_1]: page('- Q[^1]\n\n[^1]: other\n'),
      [N]: '- b #todo\n',
    };
    expect((await moved(notes, 'Day 1')).at(2)).toBe(
      `${DAY_1}: ${page('- Q[^1]\n- a[^2] #todo\n\n[^1]: other\n[^2]: one\n')}`,
    );
  });
  it('a label is free where only a link that follows elsewhere says its word', async () => {
    const notes = {
      [DAY_0]: page('- a #todo ^i\n- b [t][x] #todo\n\n[x]: X.md\n'),
      [M]: '[x](<Day 0 Operations.md#^i>)\n',
    };
    expect((await moved(notes, 'Day 1')).slice(1)).toEqual([
      `${DAY_0}: ${page('')}`,
      `${DAY_1}: ${page('- Q\n- a #todo ^i\n- b [t][x] #todo\n\n[x]: X.md\n')}`,
      `${M}: [x](<Ops/Day 1 Operations.md#^i>)\n`,
    ]);
  });
  it('a bullet in another that names the column’s phase itself goes along, and is there', async () => {
    const bullets = '- a #todo\n  - b #todo/day-1\n';
    expect(await moved({ [DAY_0]: page(bullets) }, 'Day 1')).toEqual([
      'Moved a to Day 1',
      `${DAY_0}: ${page('')}`,
      `${DAY_1}: ${page(`- Q\n${bullets}`)}`,
      'Left where it is: “b” is in Day 1 already. Within a column cards stand as the board is sorted.',
    ]);
  });
  it('but not one that names another, which would be written in where it was', async () => {
    expect(await moved({ [DAY_0]: page('- a #todo\n  - b #todo/day-2\n') }, 'Day 1')).toEqual([
      'Two of the changes in Day 0 Operations want the same place. Make them one after the other.',
    ]);
    const notes = { [DAY_0]: page('- a #todo\n  - b #todo/day-2\n'), [N]: '# H #todo\n[[#H todo]]\n' };
    expect(await moved(notes, 'Day 1')).toEqual([
      'Two of the changes in Day 0 Operations want the same place. Make them one after the other.',
    ]);
  });
});

describe('a todo that cannot go', () => {
  const GONE = 'is not as it was in N: the note has changed. Look at it, then try again.';
  it.each<[string, Record<string, string>, string, Given, string]>([
    [
      'to a page that is not there',
      { [N]: '# A\n#todo\n' },
      'Day 2',
      { withText: true },
      'Day 2 has no page that could take the text.',
    ],
    [
      'to where no page is',
      { [N]: '# A\n#todo/day-1\n' },
      'Cross-phase',
      { withText: true },
      'Cross-phase has no page that could take the text.',
    ],
    [
      'to where it is',
      { [N]: '- a #todo/day-1\n' },
      'Day 1',
      { withText: true },
      '“a” is in Day 1 already. Within a column cards stand as the board is sorted.',
    ],
    ['since it is another by now', { [N]: '- a #todo\n' }, 'Day 1', { stale: { [N]: 'gone\n' } }, `“a” ${GONE}`],
    [
      'with an owner that cannot be written',
      { [N]: '---\nowner: [a, b]\ntags: [todo/day-1]\n---\n' },
      'Day 0',
      { owner: SRE },
      'The property “owner” of N lists several values. Edit it in the note.',
    ],
    [
      'out of its folder',
      { [FOLDER]: '- a #todo\n- b #todo/day-1\n' },
      'Cross-phase',
      {},
      '“a” cannot go to Cross-phase, because F lies in a folder of Day 0. Change that first.',
    ],
  ])('%s says why', async (_what, notes, column, given, refusal) => {
    expect(await moved(notes, column, given)).toEqual([refusal]);
  });
  it('goes with no text either where it is what makes its page one', async () => {
    const text = '# Overview\n#todo\n## Responsibilities\n- P\n';
    expect(await moved({ [DAY_0]: text }, 'Day 1', { withText: true })).toEqual([
      'This is the page of Day 0 itself. Split it into bullets, and move those.',
    ]);
  });
  it('goes with its text all the same where only that is elsewhere', async () => {
    expect(await moved({ [N]: '# A\n#todo/day-1\n' }, 'Day 1', { withText: true })).toEqual([
      'Moved A to Day 1',
      `${DAY_1}: ${page('- Q\n\n## A\n#todo\n')}`,
      `${N}: `,
    ]);
  });
  it('is left where it is, and its like elsewhere goes', async () => {
    const notes = { [N]: '- a #todo/day-1\n', [FOLDER]: '- a #todo/day-1\n' };
    expect(await moved(notes, 'Cross-phase')).toEqual([
      'Moved a to Cross-phase',
      `${N}: - a #todo\n`,
      'Left where it is: “a” would be in Day 0, because F lies in a folder of Day 0. Change that first.',
    ]);
    const turned = {
      [FOLDER]: '- a #todo/day-1\n- b #todo/day-1\n',
      [N]: '- a #todo/day-1\n',
      [M]: '- b #todo/day-1\n',
    };
    expect(await moved(turned, 'Cross-phase')).toEqual([
      'Moved 2 todos to Cross-phase',
      `${N}: - a #todo\n`,
      `${M}: - b #todo\n`,
      ...['a', 'b'].map(
        (one) =>
          `Left where it is: “${one}” would be in Day 0, because F lies in a folder of Day 0. Change that first.`,
      ),
    ]);
    expect(await moved(notes, 'Day 0')).toEqual([
      'Moved 2 todos to Day 0',
      `${N}: - a #todo/day-0\n`,
      `${FOLDER}: - a #todo\n`,
    ]);
  });
});
