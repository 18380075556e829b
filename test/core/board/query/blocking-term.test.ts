// A query that lets nothing through: which of its terms that is, and what is left without it.
import { describe, expect, it } from 'vitest';
import { askedOf, BoardBuilder } from '../../../../src/core/board/build-board';
import { findBlockingTerm } from '../../../../src/core/board/query/blocking-term';
import { DEFAULT_VIEW } from '../../../../src/core/settings/view';
import { fixtureVault } from '../../fixture-vault';
import { TextVault } from '../../text-vault';

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
    ['owner:none owner:dev', 'owner:dev: 40 by “owner:none”'],
    ['owner:dev owner:none', 'owner:dev: 40 by “owner:none”'],
    ['xyzzy owner:nobody', 'no way out'],
    ['phase:elsewhere owner:nobody', 'owner:nobody alone: 18 by “phase:elsewhere”'],
    ['xyzzy  "two words"  ', 'no way out'],
  ])('of `%s` is %s', (query, answer) => {
    expect(find(query)).toBe(answer);
  });
  it('of a text that was pasted is the one word that no card has, wherever it stands', () => {
    const words = (count: number): string => Array.from({ length: count }, () => 'backup').join(' ');
    for (const [before, behind] of [
      [0, 300],
      [200, 100],
      [300, 0],
    ] as const)
      expect(find(`${words(before)} xyzzy ${words(behind)}`)).toBe(`xyzzy alone: 5 by “${words(300)}”`);
  });
  it('is none where only a closed todo would be left', () => {
    const closed = new TextVault({ 'Ops/N.md': '- [x] alpha #todo/day-1\n- [ ] beta #todo/day-1\n' });
    const done = (query: string) => {
      const asked = { index: closed.index(), vault: closed, view: { ...DEFAULT_VIEW, query }, today: '2026-11-30' };
      const poolFor = (rest: string) => new BoardBuilder().pool({ ...asked, view: { ...asked.view, query: rest } });
      expect(poolFor(query)).toHaveLength(2);
      return findBlockingTerm(query, poolFor, askedOf(asked))?.term;
    };
    expect(done('alpha gamma')).toBeUndefined();
    expect(done('beta gamma')).toBe('gamma');
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
