import type { BoardBuilder, Column } from '../board/build-board';
import type { Card } from '../board/card';
import { cardOrder } from '../board/card-order';
import { readQuery } from '../board/query/read-query';
import { columnNamed } from '../phase/columns';
import type { OperationsIndex, VaultView } from '../index/operations-index';
import { isPublished } from '../note/is-published';
import { noteName } from '../note/link-text';
import { plainText } from '../markdown/plain-text';
import { DEFAULT_VIEW } from '../settings/view';
import { isClosed } from '../todo/found-todo';
import { plain, table, type Line } from './spell-lines';
import type { SnapshotQuery } from './read-asked';
import { linkOrText, todoTable, type MayLink } from './todo-table';

/** What snapshots are drawn from. */
export interface SnapshotContext {
  readonly index: OperationsIndex;
  readonly vault: VaultView;
  /** ISO. */
  readonly today: string;
  /** The board's; kept from one snapshot to the next. */
  readonly builder: BoardBuilder;
}

export interface DrawnSnapshot {
  readonly lines: readonly Line[];
  /** What to know besides, each a sentence. */
  readonly remarks: readonly string[];
}

/** Whether the words of a todo stand in a comment, and so not on the site; in most a comment holds only the tag. */
function isSecret({ todo }: Card): boolean {
  const { hidden, kind, title, excerpt } = todo;
  if (!hidden || kind === 'note' || kind === 'section') return false;
  const outside = excerpt.split('%%').filter((_part, at) => at % 2 === 0);
  return !plainText(outside.join(' ')).includes(title);
}

function phaseRow({ name, purpose, page, summary, open, cards }: Column, mayLink: MayLink): Line[] {
  const shown = cards.filter(({ todo }) => !isClosed(todo)).length;
  const done = summary && summary.responsibilities > 0 ? `${summary.finished} of ${summary.responsibilities}` : '';
  const dates = cards.flatMap(({ todo }) => (todo.due === null || isClosed(todo) ? [] : todo.due)).sort();
  return [
    [
      ...(page === null ? [plain(name)] : linkOrText({ target: page, heading: null, text: name }, mayLink)),
      ...(summary && purpose !== '' ? [` · ${plain(purpose)}`] : []),
    ],
    [done],
    [shown === open ? String(open) : `${shown} of ${open}`],
    [summary ? String(summary.responsibilities - summary.owned) : ''],
    [dates[0] ?? ''],
  ];
}

/**
 * Draws what a note shows of the board: for a published note only what its readers may see. Nothing in it is a heading, a bullet or a tag, so that the
 * note's own outline and todos stay what they were.
 */
export function drawSnapshot({ query, show }: SnapshotQuery, source: string, context: SnapshotContext): DrawnSnapshot {
  const { index, vault, today, builder } = context;
  const { phases } = index.settings;
  const published = isPublished(vault.metadata(source));
  // A dollar or backtick in a link's path is read by the publisher as something else.
  const mayLink: MayLink = (path) => !published || (isPublished(vault.metadata(path)) && !/[$`]/.test(path));
  const { columns: all } = builder.build({ index, vault, view: { ...DEFAULT_VIEW, query }, today });
  const { terms } = readQuery(query);
  const isAsked = (name: string): boolean =>
    terms.every(
      ({ key, values, negated }) =>
        key !== 'phase' || values.some((value) => columnNamed(phases, value) === name) !== negated,
    );
  const columns = all.filter(({ name, summary, cards }) => cards.length > 0 || (summary !== null && isAsked(name)));
  const isShown = (card: Card): boolean => !published || !isSecret(card);
  const lists = columns
    .map((column) => ({ ...column, cards: column.cards.filter(isShown) }))
    .filter(({ cards }) => cards.length > 0);
  const cards = lists.flatMap((one) => one.cards);

  const parts: (readonly Line[])[] = [];
  if (show !== 'list' && columns.length > 0)
    parts.push(
      table(
        ['Phase', 'Done', 'Open', 'Without owner', 'Next date'],
        columns.map((column) => phaseRow(column, mayLink)),
      ),
    );
  if (show === 'board')
    for (const { name, purpose, summary, cards: own } of lists)
      parts.push(
        [[`**${plain(name)}${summary && purpose !== '' ? ` · ${plain(purpose)}` : ''}**`]],
        todoTable(own, mayLink),
      );
  if (show === 'list' && cards.length > 0)
    parts.push(todoTable([...cards].sort(cardOrder('due', () => 0)), mayLink, true));
  if (show !== 'progress' && cards.length === 0) parts.push([['Nothing is open.']]);

  return {
    lines: parts.flatMap((part, at) => (at === 0 ? part : [[], ...part])),
    remarks:
      show === 'progress' || !published
        ? []
        : tell(
            columns.flatMap((one) => one.cards),
            vault,
          ),
  };
}

/** What a published snapshot leaves out, and what it tells of notes that are not published. */
function tell(cards: readonly Card[], vault: VaultView): string[] {
  const secret = cards.filter(isSecret).length;
  const kept = cards.filter((card) => !isSecret(card) && !isPublished(vault.metadata(card.todo.path)));
  const notes = [...new Set(kept.map(({ todo }) => noteName(todo.path)))];
  return [
    ...(secret === 0 ? [] : [`Left out what stands in a comment: ${secret} of ${cards.length}.`]),
    ...(notes.length === 0
      ? []
      : [`The site will name todos of notes that are not published, without a link: ${notes.join(', ')}.`]),
  ];
}
