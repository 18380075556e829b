// What of a board comes back from a stored layout.
import { describe, expect, it } from 'vitest';
import { INITIAL_STATE, readBoardState } from '../../../src/ui/board/board-state';

describe('the state of a board', () => {
  it('is read as it was stored', () => {
    const state = { ...INITIAL_STATE, query: 'x', elsewhere: true, group: 'owners', collapsed: ['Day 1'] } as const;
    expect(readBoardState(JSON.parse(JSON.stringify(state)))).toEqual(state);
  });
  it('is read with the names that a former version gave its query and its column for the rest', () => {
    expect(readBoardState({ filter: 'owner:none', showElsewhere: true, sort: 'title' })).toEqual({
      ...INITIAL_STATE,
      query: 'owner:none',
      elsewhere: true,
      sort: 'title',
    });
  });
  it.each([null, 'text', {}, { query: 7, elsewhere: 'yes', group: 'teams', collapsed: {}, column: 1, scroll: [] }])(
    'is the first one where %j is stored',
    (stored) => {
      expect(readBoardState(stored)).toEqual(INITIAL_STATE);
    },
  );
});
