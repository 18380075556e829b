// The notes of a base as cards: each in its phase's column by whatever rule, in the base's order, with what is open in it.
import { describe, expect, it } from 'vitest';
import { buildNoteCards, type BaseRequest } from '../../../src/core/base/build-note-cards';
import { explainPhase } from '../../../src/core/board/explain-phase';
import { phaseProgress } from '../../../src/core/progress/phase-progress';
import { TextVault } from '../text-vault';

const PAGE = '# Overview\n## Responsibilities\n- [[Notes/Linked]]\n- Patch #todo\n';

const VAULT = {
  'Ops/Operations Overview.md': '# [[Day 0 Operations]]\n# [[Day 1 Operations]]\n# [[Day 2 Operations]]\n',
  'Ops/Day 0 Operations.md': '# Overview\n## Responsibilities\n- x\n',
  'Ops/Day 1 Operations.md': '# Overview\n## Responsibilities\n',
  'Ops/Day 2 Operations.md': PAGE,
  'Ops/Day 1/In folder.md': '',
  'Ops/Metrics.md': '# [[Day 1 Operations]]\n#todo\n',
  'Notes/Tagged.md': '---\nphase: Day 0\ntags: todo/day-1\n---\n',
  'Notes/Property.md':
    '---\nphase: "[[Day 0 Operations]]"\n---\n## A\n#todo\n## B #todo/day-2\n- c #todo\n- [x] d #todo\n',
  'Notes/Linked.md': '',
  'Notes/Travel.md': '',
};

function build(paths: readonly string[], rest: Partial<BaseRequest> = {}) {
  const vault = new TextVault(VAULT);
  const index = vault.index();
  const progress = phaseProgress(index, vault);
  return buildNoteCards({ index, progress, groups: [{ name: '', paths }], withElsewhere: true, todos: 3, ...rest });
}

const titles = (board: ReturnType<typeof build>): Record<string, string[]> =>
  Object.fromEntries(board.columns.map(({ name, cards }) => [name, cards.map(({ title }) => title)]));

describe('the notes of a base', () => {
  it('stand in the column of their phase by every rule that can speak of a note, in the base’s order', () => {
    const board = build(Object.keys(VAULT).reverse());
    expect(titles(board)).toEqual({
      'Day 0': ['Property', 'Day 0 Operations'],
      'Day 1': ['Tagged', 'In folder', 'Day 1 Operations'],
      'Day 2': ['Linked', 'Day 2 Operations'],
      'Cross-phase': ['Metrics', 'Operations Overview'],
      Elsewhere: ['Travel'],
    });
    const cards = board.columns.flatMap((column) => column.cards);
    expect(Object.fromEntries(cards.map(({ title, todo }) => [title, todo.why]))).toEqual({
      Property: 'property',
      'Day 0 Operations': 'phase-page',
      Tagged: 'tag',
      'In folder': 'folder',
      'Day 1 Operations': 'phase-page',
      Linked: 'linked',
      'Day 2 Operations': 'phase-page',
      Metrics: 'overview',
      'Operations Overview': 'overview',
      Travel: 'none',
    });
    const linked = cards.find(({ title }) => title === 'Linked');
    expect(linked && explainPhase(linked.todo)).toBe('A responsibility of Day 2 links to Linked.');
  });

  it('say what is open in them by line, as many as asked for, and how many there are', () => {
    const [card] = build(['Notes/Property.md'], { todos: 2 }).columns[0]?.cards ?? [];
    expect(card?.note?.todos.map(({ title }) => title)).toEqual(['A', 'B']);
    expect(card?.note?.open).toBe(3);
  });

  it('do not name what marks the whole note: that is the card', () => {
    const [card] = build(['Notes/Tagged.md']).columns[1]?.cards ?? [];
    expect([card?.todo.tags, card?.note?.open]).toEqual([['#todo/day-1'], 0]);
  });

  it('say of a phase’s page how far the phase is', () => {
    const of = (path: string) => build([path]).columns.flatMap(({ cards }) => cards)[0]?.note?.progress;
    expect(of('Ops/Day 2 Operations.md')).toMatchObject({ finished: 1, responsibilities: 2 });
    expect([of('Ops/Day 1 Operations.md'), of('Notes/Linked.md')]).toEqual([null, null]);
  });

  it('stand in the base’s groups as rows, each once', () => {
    const groups = [
      { name: '[[Roles/SRE|SRE]]', paths: ['Notes/Travel.md', 'Notes/Linked.md'] },
      { name: '', paths: ['Notes/Property.md'] },
    ];
    const board = build([], { groups });
    expect(board.rows.map(({ name, open, cells }) => [name, open, cells.map((cards) => cards.length)])).toEqual([
      ['SRE', 2, [0, 0, 1, 0, 1]],
      ['', 1, [1, 0, 0, 0, 0]],
    ]);
    expect(board.columns.flatMap(({ cards }) => cards).length).toBe(3);
  });

  it('are counted where they lie outside the phases and that is not shown; what is no note is told of', () => {
    const board = build(['Notes/Travel.md', 'a.canvas', 'b.png'], { withElsewhere: false });
    expect(board.columns.map(({ name }) => name)).not.toContain('Elsewhere');
    expect(board.elsewhere).toEqual({ todos: 1, notes: 1 });
    expect(board.messages.map(({ text }) => text)).toEqual([
      '2 files of this base are no notes: they are not shown here.',
    ]);
  });
});
