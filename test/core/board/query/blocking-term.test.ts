// A query that lets nothing through: which of its terms that is, and what is left without it.
import { describe, expect, it } from 'vitest';
import { askedOf, BoardBuilder } from '../../../../src/core/board/build-board';
import { findBlockingTerm } from '../../../../src/core/board/query/blocking-term';
import { DEFAULT_VIEW } from '../../../../src/core/settings/view';
import { fixtureVault } from '../../fixture-vault';

const vault = fixtureVault('demo-vault');
const index = vault.index();
const builder = new BoardBuilder();
const request = (query: string) => ({ index, vault, view: { ...DEFAULT_VIEW, query }, today: '2026-11-30' });
const find = (query: string) => {
  const found = findBlockingTerm(query, (rest) => builder.pool(request(rest)), askedOf(request(query)));
  if (!found) return 'no way out';
  expect(found.count, `cards without ${found.term}`).toBe(builder.build(request(found.rest)).shown);
  return `${found.term}${found.isAlone ? ' alone' : ''}: ${found.count} by “${found.rest}”`;
};

describe('the term that lets nothing through', () => {
  it.each([
    ['owner:nobody', 'owner:nobody alone: 47 by “”'],
    ['state:blocked owner:nobody', 'owner:nobody alone: 4 by “state:blocked”'],
    ['phase:"day 2" due:overdue state:waiting', 'due:overdue: 1 by “phase:"day 2" state:waiting”'],
    ['xyzzy owner:nobody', 'no way out'],
    ['phase:elsewhere owner:nobody', 'owner:nobody alone: 18 by “phase:elsewhere”'],
    ['xyzzy  "two words"  ', 'no way out'],
  ])('of `%s` is %s', (query, answer) => {
    expect(find(query)).toBe(answer);
  });
  it('of a text that was pasted is looked for once in the cards, not once for each of its words', () => {
    const pasted = Array.from({ length: 3000 }, (_, at) => `word${at}`).join(' ');
    let asks = 0;
    const found = findBlockingTerm(
      pasted,
      (rest) => {
        asks++;
        return builder.pool(request(rest));
      },
      askedOf(request(pasted)),
    );
    expect([found, asks]).toEqual([null, 1]);
  });
});
