// The board's model: columns, totals, order, titles, filter.
import { describe, expect, it } from 'vitest';
import { BoardBuilder, type Board } from '../../../src/core/board/build-board';
import { DEFAULT_VIEW, type View } from '../../../src/core/settings/view';
import { TextVault } from '../text-vault';

const PAGES = {
  'Ops/Day 0 Operations.md': '# Overview\n## Responsibilities\n- one\n- two\n  - nested\n#todo\n',
  'Ops/Day 1 Operations.md': '# Overview\n## Responsibilities\n- c #todo ([[Roles/SRE|SRE]])\n',
  'Ops/Day 2 Operations.md': '# Overview\n## Responsibilities\n',
  'Ops/Operations Overview.md': '[[Day 0 Operations]] [[Day 1 Operations]]\n# Metrics\n#todo\n',
  'Roles/SRE.md': '',
};

function build(texts: Readonly<Record<string, string>>, view: Partial<View> = {}): Board {
  const vault = new TextVault({ ...PAGES, ...texts });
  return new BoardBuilder().build({
    index: vault.index(),
    vault,
    view: { ...DEFAULT_VIEW, ...view },
    today: '2026-11-23',
  });
}

const titles = (board: Board, column: string): string[] =>
  board.columns.find(({ name }) => name === column)?.cards.map(({ title }) => title) ?? [];

describe('columns', () => {
  it('are the phases in order, then Cross-phase; empty ones stay', () => {
    const board = build({});
    expect(board.columns.map(({ name, purpose, open }) => [name, purpose, open])).toEqual([
      ['Day 0', 'Planning', 1],
      ['Day 1', 'Deployment', 1],
      ['Day 2', 'Maintenance', 0],
      ['Cross-phase', 'no single phase', 1],
    ]);
  });
  it('have the rest of the vault behind them, never silent, as a column on request', () => {
    const far = { 'Far.md': '- x #todo\n- y #todo\n- [x] z #todo\n', 'Away.md': '#todo' };
    expect(build(far).elsewhere).toEqual({ todos: 3, notes: 2 });
    expect(build(far).open).toBe(3);
    const shown = build(far, { elsewhere: true });
    expect(titles(shown, 'Elsewhere')).toEqual(['Away', 'x', 'y']);
    expect(shown.open).toBe(6);
  });
  it('have totals that equal the cards they count', () => {
    const board = build({ 'Ops/N.md': '- x #todo\n- y #todo 📅 2026-11-22\n' }, { elsewhere: true });
    for (const { open, cards } of board.columns) expect(cards).toHaveLength(open);
    expect(board.overdue).toBe(1);
  });
});

describe('cards', () => {
  it('of a phase page’s own list say so, and count its bullets', () => {
    const [card] = build({}).columns[0]?.cards ?? [];
    expect(card).toMatchObject({ title: 'Day 0 responsibilities', breadcrumb: [], bullets: 2 });
  });
  it('of a note show its folders, not its own name again, nor the phase’s', () => {
    const [card] = build({ 'Ops/Day 2/Backup.md': '#todo' }).columns[2]?.cards ?? [];
    expect(card).toMatchObject({ title: 'Backup', breadcrumb: ['Ops'] });
    const [deep] = build({ 'Ops/Day 2/East/Backup.md': '#todo' }).columns[2]?.cards ?? [];
    expect(deep?.breadcrumb).toEqual(['Ops', 'Day 2', 'East']);
  });
  it('stand dated ones first by date, then by path in natural order, then by line', () => {
    const notes = {
      'Ops/Day 2/Step 10.md': '#todo',
      'Ops/Day 2/Step 9.md': '# b\n#todo\n# a\n#todo\n',
      'Ops/Day 2/Z.md': '- late #todo 📅 2026-12-24\n- soon #todo 📅 2026-12-01\n',
    };
    expect(titles(build(notes), 'Day 2')).toEqual(['soon', 'late', 'b', 'a', 'Step 10']);
  });
  it('that would look alike are told apart by folder or line', () => {
    const notes = { 'Ops/Day 2/x/Plan.md': '# A\n#todo\n', 'Ops/Day 2/y/Plan.md': '# A\n- a\n\n#todo\n# A\n#todo\n' };
    const cards = build(notes).columns[2]?.cards ?? [];
    expect(cards.map(({ distinction }) => distinction)).toEqual([
      'in Ops/Day 2/x',
      'in Ops/Day 2/y, line 4',
      'in Ops/Day 2/y, line 6',
    ]);
  });
  it('are the same objects after a change elsewhere', () => {
    const vault = new TextVault(PAGES);
    const index = vault.index();
    const builder = new BoardBuilder();
    const request = { index, vault, view: DEFAULT_VIEW, today: '2026-11-23' };
    const before = builder.build(request).columns[0]?.cards[0];
    vault.write('Ops/Day 1 Operations.md', '# Overview\n#todo');
    vault.feed(index, 'Ops/Day 1 Operations.md');
    index.settle();
    expect(builder.build(request).columns[0]?.cards[0]).toBe(before);
  });
});

describe('the filter', () => {
  const found = (filter: string): string[] =>
    build({ 'Ops/N.md': '- Rotate keys #todo/blocked\n' }, { query: filter }).columns.flatMap(({ cards }) =>
      cards.map(({ title }) => title),
    );
  it('finds all of its words, in any order and case, in text, place, owner and state', () => {
    expect(found('KEYS rotate')).toEqual(['Rotate keys']);
    expect(found('sre')).toEqual(['c']);
    expect(found('blocked')).toEqual(['Rotate keys']);
    expect(found('"rotate keys"')).toEqual(['Rotate keys']);
    expect(found('"keys rotate"')).toEqual([]);
  });
  it('looks in one field when told to', () => {
    expect(found('owner:SRE')).toEqual(['c']);
    expect(found('state:blocked')).toEqual(['Rotate keys']);
    expect(found('owner:blocked')).toEqual([]);
  });
  it('leaves the totals as they are and says what it shows', () => {
    const board = build({}, { query: 'metrics' });
    expect([board.open, board.shown]).toEqual([3, 1]);
  });
});
