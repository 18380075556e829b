// The board's rows: by owner in natural order, "No owner" last; by note; what each counts, and that its cells hold every card once.
import { describe, expect, it } from 'vitest';
import { BoardBuilder, type Board } from '../../../src/core/board/build-board';
import { DEFAULT_VIEW, type Group } from '../../../src/core/settings/view';
import { fixtureVault } from '../fixture-vault';
import { TextVault } from '../text-vault';

const build = (vault: TextVault, group: Group): Board =>
  new BoardBuilder().build({
    index: vault.index(),
    vault,
    view: { ...DEFAULT_VIEW, group },
    today: '2026-11-30',
  });

const teams = new TextVault({
  'Ops/Day 0 Operations.md': '# Overview\n## Responsibilities\n- nobody’s #todo\n- ten ([[Team 10]]) #todo\n',
  'Ops/Day 1 Operations.md':
    '# Overview\n## Responsibilities\n- two ([[Team 2]]) #todo 📅 2026-01-01\n- one ([[Roles/A/SRE]]) #todo\n- other ([[Roles/B/SRE]]) #todo\n',
  'Ops/Operations Overview.md': '[[Day 0 Operations]] [[Day 1 Operations]]\n',
  'Roles/Team 2.md': '',
  'Roles/Team 10.md': '',
  'Roles/A/SRE.md': '',
  'Roles/B/SRE.md': '',
});

describe('rows by owner', () => {
  it('stand in natural order, “No owner” last, and two owners of one name are told by their paths', () => {
    expect(build(teams, 'owners').rows.map(({ name, open, overdue }) => [name, open, overdue])).toEqual([
      ['Roles/A/SRE', 1, 0],
      ['Roles/B/SRE', 1, 0],
      ['Team 2', 1, 1],
      ['Team 10', 1, 0],
      ['No owner', 1, 0],
    ]);
  });
});

describe('rows by note', () => {
  it('stand in the order of their paths', () => {
    expect(build(teams, 'notes').rows.map(({ name, open }) => [name, open])).toEqual([
      ['Day 0 Operations', 2],
      ['Day 1 Operations', 3],
    ]);
  });
});

describe.each(['owners', 'notes'] as const)('rows by %s', (group) => {
  it.each(['demo-vault', 'published-vault'] as const)('hold every card of %s once, in its column’s order', (name) => {
    const { rows, columns } = build(fixtureVault(name), group);
    columns.forEach(({ cards }, at) => {
      const inRows = rows.flatMap(({ cells }) => cells[at] ?? []);
      expect(new Set(inRows)).toEqual(new Set(cards));
      expect(inRows).toHaveLength(cards.length);
      for (const { cells } of rows) expect(cells[at]).toEqual(cards.filter((card) => cells[at]?.includes(card)));
    });
  });
});
