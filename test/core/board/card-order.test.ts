// The five orders of a column, each written down whole.
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { BoardBuilder } from '../../../src/core/board/build-board';
import { cardOrder, sortCards, type Ordered } from '../../../src/core/board/card-order';
import { DEFAULT_VIEW, SORTS, type Sort } from '../../../src/core/settings/view';
import { runs } from '../../property-runs';
import { TextVault } from '../text-vault';

const vault = new TextVault({
  'Day 0 Operations.md':
    '# Overview\n## Responsibilities\n- delta 📅 2026-12-02 #todo ([[Ops 10]])\n- Alpha #todo ([[Ops 2]])\n- charlie 📅 2026-12-01 #todo\n',
  'Note 10.md': '---\nphase: Day 0\n---\n- bravo 📅 2026-12-02 #todo\n',
  'Note 2.md': '---\nphase: Day 0\n---\n- écho #todo ([[Ops 10]])\n',
  'Operations Overview.md': '![[Day 0 Operations]]',
  'Roles/Ops 2.md': '',
  'Roles/Ops 10.md': '',
});
const CHANGED: Readonly<Record<string, number>> = { 'Note 2.md': 3, 'Day 0 Operations.md': 1, 'Note 10.md': 2 };

describe('the cards of a column stand', () => {
  it.each<[Sort, string]>([
    ['due', 'charlie delta bravo Alpha écho'],
    ['place', 'delta Alpha charlie écho bravo'],
    ['owner', 'Alpha delta écho charlie bravo'],
    ['title', 'Alpha bravo charlie delta écho'],
    ['changed', 'écho bravo delta Alpha charlie'],
  ])('by %s: %s', (sort, titles) => {
    const { columns } = new BoardBuilder().build({
      index: vault.index(),
      vault,
      view: { ...DEFAULT_VIEW, sort },
      today: '2026-11-30',
      changedAt: (path) => CHANGED[path] ?? 0,
    });
    expect(columns[0]?.cards.map(({ title }) => title).join(' ')).toBe(titles);
  });
});

it('many cards are sorted as if each were compared with each', () => {
  const text = fc.constantFrom('Day 2', 'day 10', 'Day 10', 'écho', 'Echo', 'a', '');
  const card: fc.Arbitrary<Ordered> = fc.record({
    title: text,
    ownerName: fc.option(text),
    todo: fc.record({
      path: text,
      offset: fc.nat(3),
      due: fc.option(fc.constantFrom('2026-12-01', '2026-12-10')),
    }),
  });
  const changedAt = (path: string): number => (path === 'a' ? Infinity : path.length);
  fc.assert(
    fc.property(fc.array(card, { maxLength: 20 }), fc.constantFrom(...SORTS), (cards, sort) => {
      expect(sortCards(cards, sort, changedAt)).toEqual([...cards].sort(cardOrder(sort, changedAt)));
    }),
    { numRuns: runs(300) },
  );
});
