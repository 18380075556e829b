// The board's rows: by owner in natural order, "No owner" last; by note; what each counts, and that its cells hold every card once.
import { describe, expect, it } from 'vitest';
import { BoardBuilder, type Board } from '../../../src/core/board/build-board';
import { DEFAULT_VIEW, type Group } from '../../../src/core/settings/view';
import { fixtureVault } from '../fixture-vault';
import { TextVault } from '../text-vault';

const build = (vault: TextVault, group: Group, roles: string[] = []): Board =>
  new BoardBuilder().build({
    roles,
    index: vault.index(),
    vault,
    view: { ...DEFAULT_VIEW, group },
    today: '2026-11-30',
  });

const teams = new TextVault({
  'Ops/Day 0 Operations.md':
    '# Overview\n## Responsibilities\n- nobody’s #todo\n- ten ([[Team 10]]) #todo 📅 2026-11-30\n',
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

describe('roles that are offered while a card is carried', () => {
  const roles = ['Roles/Team 2.md', 'Roles/A/Duty.md', 'Roles/B/SRE.md', 'Roles/C/SRE.md'];
  it('have rows below all others where they own nothing, and names that tell them apart', () => {
    const { rows } = build(teams, 'owners', roles);
    expect(rows.slice(-3).map(({ name, open, cells }) => [name, open, cells.flat().length])).toEqual([
      ['No owner', 1, 1],
      ['Duty', 0, 0],
      ['Roles/C/SRE', 0, 0],
    ]);
  });
  it('have none in rows of notes, and none where there are no rows', () => {
    for (const group of ['notes', 'none'] as const)
      expect(build(teams, group, roles).rows).toHaveLength(build(teams, group).rows.length);
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
