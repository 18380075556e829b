/** The board's view model over 10,000 cards, without a pane: by rows, what an update of one note, a key in the field and its suggestions cost. */
import { askedOf, BoardBuilder, type BoardRequest } from '../../src/core/board/build-board';
import { readyForQuery } from '../../src/core/board/query/card-test';
import { suggest } from '../../src/core/board/query/suggest';
import { readNoteFacts } from '../../src/core/index/note-facts';
import { OperationsIndex, type VaultView } from '../../src/core/index/operations-index';
import { LinkGraph } from '../../src/core/link/link-graph';
import { shownEmbeds } from '../../src/core/link/outgoing-link';
import { DEFAULT_SETTINGS } from '../../src/core/settings/settings';
import { DEFAULT_VIEW, GROUPS, SORTS, type Group, type Sort, type View } from '../../src/core/settings/view';
import { firstLinkpathDest } from '../host/links/first-linkpath-dest';
import { generateBoardVault, IN_ROWS, type BoardVault } from './board-vault';
import { median } from './figures';
import { verdict } from './report';

const TODAY = '2026-06-15';
const UPDATES = 30;
/** Typed letter by letter: its beginning fits all cards, the whole of it some hundred. */
const QUERY = 'rollback owner:any due:overdue';

interface Costs {
  readonly view: string;
  readonly rows: number;
  readonly first: number;
  readonly update: number;
  readonly key: number;
  readonly slowestKey: number;
}

function openIndex({ files, metadata }: BoardVault): {
  readonly vault: VaultView;
  readonly index: OperationsIndex;
  readonly feed: (path: string) => void;
} {
  const named = new Map<string, { path: string }[]>();
  for (const path of files.keys()) {
    const name = path.slice(path.lastIndexOf('/') + 1).toLowerCase();
    named.set(name, [...(named.get(name) ?? []), { path }]);
  }
  const folders = new Set(
    [...files.keys()].flatMap((path) =>
      path
        .split('/')
        .slice(0, -1)
        .map((_part, at, parts) => parts.slice(0, at + 1).join('/')),
    ),
  );
  const vault: VaultView = {
    resolve: (link, source) =>
      firstLinkpathDest(link, source, {
        file: (path) => (files.has(path) ? { path } : null),
        named: (name) => named.get(name) ?? [],
      })?.path ?? null,
    metadata: (path) => metadata.get(path) ?? null,
    exists: (path) => files.has(path),
    notes: () => files.keys(),
    folders: () => folders,
  };
  const index = new OperationsIndex(vault, DEFAULT_SETTINGS, new LinkGraph(vault, shownEmbeds));
  const feed = (path: string): void => {
    const [text, cache] = [files.get(path), metadata.get(path)];
    if (text !== undefined && cache)
      index.put(
        path,
        readNoteFacts({
          path,
          text,
          metadata: cache,
          settings: DEFAULT_SETTINGS,
          isRoleLink: (link) => index.isRoleLink(link, path),
        }),
      );
  };
  for (const path of files.keys()) feed(path);
  index.settle();
  return { vault, index, feed };
}

function time(work: () => unknown): number {
  const start = performance.now();
  work();
  return performance.now() - start;
}

/** Cards, to see how costs grow; the last is what the targets are about. */
const SIZES = [2_500, 5_000, 10_000];

/** @returns the figures as text, one line for each view and each target. */
export function measureModel(): string {
  const tables = SIZES.map((cards) => measureSize(cards, cards === SIZES.at(-1)));
  return `${tables.join('\n\n')}\n`;
}

function measureSize(cards: number, isWhole: boolean): string {
  const generated = generateBoardVault({ ...IN_ROWS, cards: cards / 4 });
  const { vault, index, feed } = openIndex(generated);
  const requestOf = (view: Partial<View>): BoardRequest => ({
    index,
    vault,
    view: { ...DEFAULT_VIEW, ...view },
    today: TODAY,
    changedAt: (path) => path.length,
  });
  const measure = (group: Group, sort: Sort): Costs => {
    const builder = new BoardBuilder();
    const first = time(() => builder.build(requestOf({ group, sort })));
    readyForQuery(builder.pool(requestOf({})));
    const notes = generated.withTodos.filter((_path, at) => at % Math.ceil(generated.withTodos.length / UPDATES) === 0);
    const updates = notes.map((path) => {
      feed(path);
      index.settle();
      return time(() => builder.build(requestOf({ group, sort })));
    });
    const keys = Array.from(QUERY).map((_letter, at) =>
      time(() => builder.build(requestOf({ group, sort, query: QUERY.slice(0, at + 1) }))),
    );
    const { rows } = builder.build(requestOf({ group, sort }));
    return {
      view: `${group}, ${sort}`,
      rows: rows.length,
      first,
      update: median(updates),
      key: median(keys),
      slowestKey: Math.max(...keys),
    };
  };
  // So that what is measured has run before.
  measure('none', 'due');
  const costs = [
    ...GROUPS.map((group) => measure(group, 'due')),
    ...(isWhole ? SORTS.slice(1) : []).map((sort) => measure('owners', sort)),
  ];
  const builder = new BoardBuilder();
  builder.build(requestOf({}));
  const suggestions = Array.from(QUERY).map((_letter, at) => {
    const query = QUERY.slice(0, at + 1);
    return time(() => suggest(query, query.length, builder.pool(requestOf({ query })), askedOf(requestOf({ query }))));
  });
  const worst = (read: (one: Costs) => number): number => Math.max(...costs.map(read));
  const line = (cells: readonly (string | number)[]): string =>
    cells
      .map((cell, at) => (typeof cell === 'number' ? cell.toFixed(at === 1 ? 0 : 1) : cell).padEnd(at === 0 ? 18 : 14))
      .join('')
      .trimEnd();
  const table = [
    line([`${cards} cards`, 'rows', 'first, ms', 'update, ms', 'key, ms', 'slowest key']),
    ...costs.map(({ view, rows, first, update, key, slowestKey }) =>
      line([view, rows, first, update, key, slowestKey]),
    ),
    line(['suggestions', '', '', '', median(suggestions), Math.max(...suggestions)]),
  ];
  if (!isWhole) return table.join('\n');
  return [
    ...table,
    '',
    verdict(
      'one update of the model at most 16 ms, also with rows',
      worst(({ update }) => update),
      16,
      ' ms',
    ),
    verdict(
      'a keystroke under 50 ms, also with rows',
      worst(({ slowestKey }) => slowestKey),
      50,
      ' ms',
    ),
    verdict('suggestions under 50 ms', Math.max(...suggestions), 50, ' ms'),
  ].join('\n');
}
