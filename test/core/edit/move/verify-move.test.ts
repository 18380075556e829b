// A plan to move is held to what it promises, on the notes as it would leave them; who breaks the promise is told what ties the todo.
import { isRefusal, refuse } from '../../../../src/core/text/refusal';
import { describe, expect, it } from 'vitest';
import { planMove } from '../../../../src/core/edit/move/plan-move';
import { whyThere, verifyMove } from '../../../../src/core/edit/move/verify-move';
import type { Todo } from '../../../../src/core/index/todo';
import { planningOf } from '../act';

const DAY_0 = 'Ops/Day 0 Operations.md';
const DAY_1 = 'Ops/Day 1 Operations.md';
const NOTE = 'Ops/Note.md';
const page = (...bullets: string[]): string => ['# Overview', '## Responsibilities', ...bullets, ''].join('\n');

/** What is said when the todos with these titles, or paths and titles, were to go to the column by notes that become these texts. */
async function verified(
  texts: Readonly<Record<string, string>>,
  titles: readonly string[],
  becomes: Readonly<Record<string, string>>,
  column: string,
  owner?: string,
): Promise<unknown> {
  const { vault, planning } = planningOf({
    [DAY_0]: page('- Plan'),
    [DAY_1]: page('- Deploy'),
    'Ops/Operations Overview.md': '# [[Day 0 Operations]]\n# [[Day 1 Operations]]\n',
    'Roles/SRE.md': '',
    ...texts,
  });
  const changes = [];
  for (const [path, insert] of Object.entries(becomes)) {
    const source = await vault.read(path);
    if (!source) throw new Error(`There is no ${path}.`);
    changes.push({ path, before: source.text, edits: [{ start: 0, end: source.text.length, insert, guards: [] }] });
  }
  const moved = [...planning.index.todos()].filter(
    ({ title, path }) => titles.includes(title) || titles.includes(`${path}: ${title}`),
  );
  const kept = await verifyMove(planning, changes, moved, { column, owner });
  return isRefusal(kept) ? refuse(kept.refusal) : kept;
}

describe('a move', () => {
  const A = { [DAY_1]: page('- a #todo') };
  it('that keeps its promise says nothing', async () => {
    expect(await verified(A, ['a'], { [DAY_0]: page('- a #todo'), [DAY_1]: page() }, 'Day 0')).toEqual([]);
  });
  it('may give reference links of its todo other labels, and not other words', async () => {
    const linked = (label: string): string =>
      `${page(`- a [x][${label}] and [y][${label}] #todo`)}\n[${label}]: x.md\n`;
    const titles = ['a [x][r] and [y][r]', 'a x and y'];
    const there = (text: string): Record<string, string> => ({ [DAY_0]: text, [DAY_1]: page() });
    expect(await verified({ [DAY_1]: linked('r') }, titles, there(linked('r-2')), 'Day 0')).toEqual([]);
    expect(
      await verified({ [DAY_1]: linked('r') }, titles, there(linked('r').replace('[y]', '[z]')), 'Day 0'),
    ).toMatchObject({ refusal: expect.stringContaining('would not be found again in Day 0') as string });
  });
  it('that leaves its todo where it is says what ties it', async () => {
    expect(await verified(A, ['a'], { [DAY_1]: page('- b', '- a #todo') }, 'Day 0')).toEqual({
      refusal: '“a” would be in Day 1, because it stands in the page of Day 1. Change that first.',
    });
  });
  it('after which another todo is tied elsewhere says what ties the one that moves', async () => {
    expect(
      await verified(
        { [DAY_1]: page('- x #todo', '- a #todo') },
        ['a'],
        { [DAY_1]: page('- x #todo', '- a #todo/day-1') },
        'Day 0',
      ),
    ).toEqual({ refusal: '“a” would be in Day 1, because its tag names Day 1. Change that first.' });
  });
  it('after which there is no such todo is none', async () => {
    expect(await verified(A, ['a'], { [DAY_1]: page() }, 'Day 0')).toEqual({
      refusal: '“a” would not be found again in Day 0. Move it by hand.',
    });
    expect(await verified(A, ['a'], { [DAY_1]: page() }, 'Day 0', 'Roles/SRE.md')).toEqual({
      refusal: '“a” would not be found again in Day 0. Move it by hand.',
    });
  });
  it('of two todos of one name has to take both', async () => {
    const two = { [DAY_1]: page('- a #todo', '- a #todo') };
    const both = { [DAY_0]: page('- a #todo', '- a #todo'), [DAY_1]: page() };
    expect(await verified(two, ['a'], both, 'Day 0')).toEqual([]);
    const one = { [DAY_0]: page('- a #todo'), [DAY_1]: page('- a #todo') };
    expect(await verified(two, ['a'], one, 'Day 0')).toEqual({
      refusal: '“a” would be in Day 1, because it stands in the page of Day 1. Change that first.',
    });
    expect(await verified({ [DAY_0]: page('- a #todo', '- a #todo') }, ['a'], one, 'Day 1')).toEqual({
      refusal: '“a” would be in Day 0, because it stands in the page of Day 0. Change that first.',
    });
  });
  it('that sends a todo of the same name elsewhere, from where its own goes, takes neither for the other', async () => {
    const texts = { [DAY_0]: page('- a #todo'), [NOTE]: '- a #todo/day-1\n' };
    const becomes = { [DAY_0]: page('- a #todo/day-1'), [NOTE]: '- a #todo/day-0\n' };
    expect(await verified(texts, [`${NOTE}: a`], becomes, 'Day 0')).toEqual([
      'Another todo changes column with it: “a”.',
    ]);
  });
  it('that is to give an owner has to give it to that todo', async () => {
    const owned = page('- a ([[Roles/SRE|SRE]]) #todo');
    expect(await verified(A, ['a'], { [DAY_1]: owned }, 'Day 1', 'Roles/SRE.md')).toEqual([]);
    const refusal = '“a” would not have that owner in Day 1. Set its owner first, then move it.';
    expect(
      await verified(
        A,
        ['a'],
        { [DAY_1]: page('- a #todo', '- b ([[Roles/SRE|SRE]]) #todo') },
        'Day 1',
        'Roles/SRE.md',
      ),
    ).toEqual({ refusal });
    expect(await verified(A, ['a'], { [DAY_1]: owned }, 'Day 1', '')).toEqual({ refusal });
    expect(await verified(A, ['a'], { [DAY_1]: page('- a #todo ') }, 'Day 1', '')).toEqual([]);
  });
  it('names the others that change their column with it', async () => {
    const texts = { [NOTE]: '---\nphase: Day 1\n---\n# a\n#todo\n# b\n#todo\n# c\n#todo\n# d\n#todo/day-1\n' };
    const now = { [NOTE]: texts[NOTE].replace('phase: Day 1', 'phase: Day 0') };
    expect(await verified(texts, ['a'], now, 'Day 0')).toEqual(['2 other todos change column with it: “b”, “c”.']);
    expect(await verified(texts, ['a', 'b'], now, 'Day 0')).toEqual(['Another todo changes column with it: “c”.']);
    expect(await verified(texts, ['a', 'b', 'c'], now, 'Day 0')).toEqual([]);
    const [ofDay1, ofDay0, ofNone] = ['phase: Day 1', 'phase: Day 0', 'x: y'].map(
      (line) => `---\n${line}\n---\n# b\n#todo\n`,
    );
    const alike = { [DAY_1]: page('- a #todo'), 'Ops/B1.md': ofDay1 ?? '', 'Ops/B2.md': ofDay0 ?? '' };
    const oneChanges = { ...alike, [DAY_0]: page('- a #todo'), [DAY_1]: page(), 'Ops/B1.md': ofNone ?? '' };
    expect(await verified(alike, ['a'], oneChanges, 'Day 0')).toEqual(['Another todo changes column with it: “b”.']);
    const inAnother = (phase: string): Record<string, string> => ({
      [NOTE]: `---\nphase: ${phase}\n---\n# a\n#todo\n`,
      'Ops/Other.md': `---\nphase: ${phase}\n---\n# b\n#todo\n`,
    });
    expect(await verified(inAnother('Day 1'), ['a'], inAnother('Day 0'), 'Day 0')).toEqual([
      'Another todo changes column with it: “b”.',
    ]);
  });
});

it('a todo that moves is none of the others, although lines have come above it since the index was made', async () => {
  const { vault, planning } = planningOf({
    [DAY_0]: page('- Plan'),
    [DAY_1]: page('- a #todo', '- a #todo', '- b #todo'),
    'Ops/Operations Overview.md': '# [[Day 0 Operations]]\n# [[Day 1 Operations]]\n',
  });
  const moved = [...planning.index.todos()].filter(({ title }) => title === 'b');
  vault.write(DAY_1, page('- written since', '- a #todo', '- a #todo', '- b #todo'));
  const plan = await planMove(planning, moved, { column: 'Day 0', withText: false });
  expect(isRefusal(plan) ? plan.refusal : plan.remarks).toEqual([]);
});

describe('what ties a todo', () => {
  it.each<[Todo['why'], string]>([
    ['tag', 'its tag names Day 1'],
    ['flattened', 'it stands in the page of Day 1'],
    ['phase-page', 'it stands in the page of Day 1'],
    ['property', 'the phase property of Note names Day 1'],
    ['heading', 'it stands below a heading for Day 1'],
    ['folder', 'Note lies in a folder of Day 1'],
    ['linked', 'a responsibility of Day 1 links to Note'],
    ['overview', 'Note lies in the overview’s folder'],
    ['none', 'Note lies outside the operations folder'],
  ])('by %s', (why, clause) => {
    const { planning } = planningOf({ [NOTE]: '# a\n#todo/day-1\n', 'Ops/Operations Overview.md': '' });
    const phase = planning.index.todosOf(NOTE)[0]?.phase ?? null;
    expect(whyThere({ why, path: NOTE, phase })).toBe(clause);
    expect(whyThere({ why, path: NOTE, phase: null })).toBe(clause.replace('Day 1', 'no phase'));
  });
});
