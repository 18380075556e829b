// What the index alone can say about a drop, asked for each card and column while one is dragged.
import { describe, expect, it } from 'vitest';
import { isPageBullet, marksPhasePage, moveProblem } from '../../../../src/core/edit/move/move-problem';
import { todoAtLine } from '../../../../src/core/edit/todo-at-line';
import type { Todo } from '../../../../src/core/index/todo';
import { CROSS_PHASE, ELSEWHERE } from '../../../../src/core/phase/columns';
import type { OperationsIndex } from '../../../../src/core/index/operations-index';
import { isRefusal } from '../../../../src/core/text/refusal';
import { planningOf, readMark } from '../act';

const DAY_1 = 'Ops/Day 1 Operations.md';
const OVERVIEW = 'Ops/Operations Overview.md';

/** The todo in the line that ends in `¦`, in a handbook whose Day 2 has no page. */
function found(path: string, marked: string): { index: OperationsIndex; todo: Todo } {
  const { text, line } = readMark(marked);
  const { index } = planningOf({
    'Ops/Day 0 Operations.md': '# Overview\n## Responsibilities\n- Plan\n',
    [DAY_1]: '# Overview\n## Responsibilities\n- Deploy\n',
    [OVERVIEW]: '# [[Day 0 Operations]]\n# [[Day 1 Operations]]\n',
    [path]: text,
  }).planning;
  const todo = todoAtLine(index, path, line);
  if (isRefusal(todo)) throw new Error(todo.refusal);
  return { index, todo };
}

describe('of the todos of a phase page', () => {
  it.each<[string, string, 'page' | 'bullet' | 'else']>([
    ['the note’s own is the page’s', '---\ntags: todo¦\n---\n# Overview\n## Responsibilities\n- Deploy\n', 'page'],
    ['the Overview’s is the page’s', '# Overview\n#todo¦\n## Responsibilities\n- Deploy\n', 'page'],
    [
      'the Responsibilities’ is the page’s, below the Overview',
      '# Overview\n## Responsibilities\n#todo¦\n\nText\n',
      'page',
    ],
    [
      'the Responsibilities’ is the page’s, beside the Overview',
      '# Overview\n# Responsibilities\n#todo¦\n\nText\n',
      'page',
    ],
    ['another section’s is its own', '# Overview\n## Deployment\n#todo¦\n## Responsibilities\n- Deploy\n', 'else'],
    [
      'a section’s in the Responsibilities is its own',
      '# Overview\n## Responsibilities\n### Backups\n#todo¦\nText\n',
      'else',
    ],
    ['a responsibility is a bullet', '# Overview\n## Responsibilities\n- Deploy #todo¦\n', 'bullet'],
    [
      'one below a heading there is a bullet',
      '# Overview\n## Responsibilities\n### Backups\n- Deploy #todo¦\n',
      'bullet',
    ],
    ['a bullet elsewhere is none of these', '# Overview\n- Deploy #todo¦\n## Responsibilities\n- a\n', 'else'],
  ])('%s', (_what, marked, is) => {
    const { index, todo } = found(DAY_1, marked);
    expect([marksPhasePage({ index }, todo), isPageBullet({ index }, todo)]).toEqual([is === 'page', is === 'bullet']);
  });
  it('none is so on another page of those headings', () => {
    for (const marked of [
      '# Overview\n#todo¦\n',
      '# Note\n## Responsibilities\n#todo¦\n\nText\n',
      '# Note\n## Responsibilities\n- Deploy #todo¦\n',
    ]) {
      const { index, todo } = found('Ops/Note.md', marked);
      expect([marksPhasePage({ index }, todo), isPageBullet({ index }, todo)]).toEqual([false, false]);
    }
  });
});

describe('a card over a column', () => {
  const BULLET = '# Overview\n## Responsibilities\n- Deploy #todo¦\n';
  it.each<[string, string, string, string, string | null]>([
    ['may go to another phase', DAY_1, BULLET, 'Day 0', null],
    [
      'may not go to where it is',
      DAY_1,
      BULLET,
      'Day 1',
      '“Deploy” is in Day 1 already. Within a column cards stand as the board is sorted.',
    ],
    [
      'may not go to the rest of the vault',
      DAY_1,
      BULLET,
      ELSEWHERE,
      'Elsewhere is the rest of the vault: nothing is moved there.',
    ],
    ['may not go to what is no phase', DAY_1, BULLET, 'Day 7', 'There is no phase Day 7.'],
    [
      'may not lose its phase when it is a bullet of a page',
      DAY_1,
      BULLET,
      CROSS_PHASE,
      'A bullet of Day 1 Operations belongs to Day 1. It can go to another phase, not to none.',
    ],
    [
      'may not go to a phase without a page when it is such a bullet',
      DAY_1,
      BULLET,
      'Day 2',
      'Day 2 has no page yet that could take the bullet. Make its page first.',
    ],
    ['may go there when it is none', OVERVIEW, '# Text\n- Deploy #todo¦\n', 'Day 2', null],
    ['may lose its phase when it is none', 'Ops/N.md', '---\nphase: Day 1\n---\n# A\n#todo¦\n', CROSS_PHASE, null],
    [
      'may not go anywhere when it is the page’s own',
      DAY_1,
      '# Overview\n#todo¦\n## Responsibilities\n- a\n',
      'Day 0',
      'This is the page of Day 1 itself. Split it into bullets, and move those.',
    ],
  ])('%s', (_what, path, marked, column, problem) => {
    const { index, todo } = found(path, marked);
    expect(moveProblem(index, todo, column)).toBe(problem);
  });
  it('may not go anywhere when it stands in a copy', () => {
    const { index, todo } = found(DAY_1, BULLET);
    expect(moveProblem(index, Object.defineProperty(todo, 'fromCopy', { value: true }), 'Day 0')).toBe(
      '“Deploy” stands in a frozen copy: rebuild its page first.',
    );
  });
});
