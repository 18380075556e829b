// What queries find in the demo vault: decided by hand, before there was a query (test/fixtures/README.md).
import { describe, expect, it } from 'vitest';
import { BoardBuilder, type BoardRequest } from '../../../../src/core/board/build-board';
import { isAnswerable } from '../../../../src/core/board/query/query';
import { readQuery } from '../../../../src/core/board/query/read-query';
import { noteName } from '../../../../src/core/note/link-text';
import { DEFAULT_VIEW, GROUPS, SORTS } from '../../../../src/core/settings/view';
import { queries, today } from '../../../fixtures/demo-vault.queries.json';
import { fixtureVault } from '../../fixture-vault';

const vault = fixtureVault('demo-vault');
const index = vault.index();
const builder = new BoardBuilder();
const request = (query: string, elsewhere: boolean): BoardRequest => ({
  index,
  vault,
  view: { ...DEFAULT_VIEW, query, elsewhere },
  today,
});

describe('a query over the demo vault', () => {
  for (const { query, elsewhere = false, finds } of queries)
    it(`${query === '' ? '(none)' : query} ${finds === null ? 'cannot be answered' : `finds ${finds.length}`}`, () => {
      expect(isAnswerable(readQuery(query))).toBe(finds !== null);
      if (finds === null) return;
      const { columns, shown, rows } = builder.build(request(query, elsewhere));
      const found = columns.flatMap(({ cards }) =>
        cards.map(({ todo: { path, line } }) => `${noteName(path)}:${line + 1}`),
      );
      expect(found.sort()).toEqual([...finds].sort());
      expect(shown).toBe(finds.length);
      expect(rows.flatMap(({ cells }) => cells.flat())).toHaveLength(finds.length);
    });
  it('finds the same in whatever rows and order', () => {
    const ids = (view: Partial<BoardRequest['view']>): string[] => {
      const board = builder.build({
        ...request('runbooks', false),
        view: { ...DEFAULT_VIEW, query: 'runbooks', ...view },
      });
      return board.rows.flatMap(({ cells }) => cells.flatMap((cards) => cards.map(({ id }) => id))).sort();
    };
    for (const group of GROUPS) for (const sort of SORTS) expect(ids({ group, sort })).toEqual(ids({}));
  });
});
