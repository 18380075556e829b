// Saved views go with what they name: `in:` follows a note or folder that gets another path.
import { describe, expect, it } from 'vitest';
import { followViews } from '../../../../src/core/board/query/follow-views';
import { DEFAULT_VIEW } from '../../../../src/core/settings/view';

const after = (query: string, from: string, to: string): string | undefined =>
  followViews([{ name: 'Mine', formerNames: [], view: { ...DEFAULT_VIEW, query } }], from, to)[0]?.view.query;

describe('a saved view', () => {
  it.each([
    ['in:Ops/Runbooks due:week', 'Ops', 'Engineering/Ops', 'in:Engineering/Ops/Runbooks due:week'],
    ['a -in:"Ops/Day 1" b', 'Ops/Day 1.md', 'Ops/Day One.md', 'a -in:"Ops/Day One" b'],
    ['in:Ops/Plan.md', 'Ops/Plan.md', 'Ops/My Plan.md', 'in:"Ops/My Plan.md"'],
    ['in:Ops,Reviews/,Ops/Sub', 'Ops', 'X', 'in:X,Reviews/,X/Sub'],
    ['IN:Ops', 'Ops', 'X', 'IN:X'],
  ])('`%s` follows %s to %s: `%s`', (query, from, to, answer) => {
    expect(after(query, from, to)).toBe(answer);
  });
  it.each(['in:Operations', 'Ops', '"in:Ops"', 'owner:Ops', 'in:', ''])('`%s` stays', (query) => {
    const views = [{ name: 'Mine', formerNames: [], view: { ...DEFAULT_VIEW, query } }];
    expect(followViews(views, 'Ops', 'X')).toBe(views);
  });
});
