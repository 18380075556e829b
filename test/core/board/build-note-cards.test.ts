// The notes of a base as cards: each in its phase's column by whatever rule, in the base's order, with what is open in it.
import { describe, expect, it } from 'vitest';
import { NoteCards, type BaseRequest } from '../../../src/core/board/build-note-cards';
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
  const groups = [{ name: '', paths }];
  return new NoteCards().build({ index, vault, progress, groups, withElsewhere: true, todos: 3, ...rest });
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

describe('a board of a base that is updated', () => {
  const vault = new TextVault({ ...VAULT, 'Notes/Owned.md': '---\nowner: "[[SRE]]"\n---\n' });
  const index = vault.index();
  const rows = ['Notes/Owned.md', ...Object.keys(VAULT)];
  const request = (): BaseRequest => ({
    index,
    vault,
    progress: phaseProgress(index, vault),
    groups: [{ name: '', paths: rows }],
    withElsewhere: true,
    todos: 3,
  });
  const kept = new NoteCards();
  const cards = (board: ReturnType<NoteCards['build']>) =>
    new Map(board.columns.flatMap((column) => column.cards).map((card) => [card.todo.path, card]));
  const change = (path: string, text: string): void => {
    const isNew = !vault.exists(path);
    vault.write(path, text);
    vault.feed(index, path);
    if (isNew) index.fileChanged(path);
    index.settle();
  };
  /** Which notes have another card afterwards; phases’ pages aside, whose progress is counted anew here. */
  const renewed = (act: () => void = () => undefined): string[] => {
    const before = cards(kept.build(request()));
    act();
    const after = [...cards(kept.build(request()))].filter(([, { note }]) => !note?.progress);
    return after.flatMap(([path, card]) => (before.get(path) === card ? [] : path));
  };

  it('makes anew the cards of notes that have changed, and of rows that have moved, and no others', () => {
    expect(renewed()).toEqual([]);
    expect(renewed(() => change('Notes/Travel.md', '- Pack #todo\n'))).toEqual(['Notes/Travel.md']);
    expect(renewed(() => rows.splice(-2, 1))).toEqual([rows.at(-1)]);
  });

  it('is what a board made anew would be, whatever has changed: the note, its role, its phase’s page', () => {
    for (const [path, text] of [
      ['Notes/Travel.md', '---\nphase: Day 1\n---\n'],
      ['Roles/SRE.md', ''],
      ['Ops/Day 2 Operations.md', '# Overview\n## Responsibilities\n- [[Notes/Travel]]\n'],
      ['Notes/Linked.md', '---\ntags: todo/blocked\n---\n'],
      ['Ops/Day 0 Operations.md', '# Overview\n## Responsibilities\n- [[Notes/Linked]] #todo\n- y\n'],
    ] as const) {
      change(path, text);
      expect(kept.build(request())).toEqual(new NoteCards().build(request()));
    }
    expect(cards(kept.build(request())).get('Notes/Owned.md')?.ownerName).toBe('SRE');
  });
});
