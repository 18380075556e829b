import type { Board } from '../board/build-board';
import { columnHeads } from '../board/build-board';
import type { Row } from '../board/build-rows';
import { makeCard, TodoCard, type Card } from '../board/card';
import type { OperationsIndex } from '../index/operations-index';
import { columnOf, ELSEWHERE } from '../index/todo';
import { plainText } from '../markdown/plain-text';
import type { PageProgress } from '../progress/phase-progress';
import { isClosed } from '../todo/found-todo';

/** Rows of a base that belong together, in the base's order; one group with all where it has no grouping. */
export interface BaseGroup {
  /** What they have in common, as Markdown in a property. */
  readonly name: string;
  /** Paths, of notes and other files. */
  readonly paths: readonly string[];
}

/** What a base's board is made of. */
export interface BaseRequest {
  readonly index: OperationsIndex;
  readonly progress: readonly PageProgress[];
  readonly groups: readonly BaseGroup[];
  readonly withElsewhere: boolean;
  /** At most so many open todos on a card. */
  readonly todos: number;
}

function noteCard({ index, progress, todos }: BaseRequest, path: string, at: number): Card {
  const own = index.judgeNoteItself(path);
  const open = index
    .todosOf(path)
    .filter((todo) => todo !== own && !isClosed(todo))
    .sort((a, b) => a.startLine - b.startLine || a.offset - b.offset);
  const phase = progress.find(({ summary }) => summary.page === path && summary.responsibilities > 0);
  return new TodoCard({
    ...makeCard(own, index.settings),
    note: { at, progress: phase?.summary ?? null, todos: open.slice(0, todos), open: open.length },
  });
}

/** The board of a base: its rows that are notes, in its order, by phase as the index judges each note. Its groups are the rows of the board. */
export function buildNoteCards(request: BaseRequest): Board {
  const { index, progress, groups, withElsewhere } = request;
  const paths = groups.flatMap((group) => group.paths);
  const files = paths.filter((path) => !path.endsWith('.md')).length;
  let at = 0;
  const grouped = groups.map(({ name, paths: all }) => {
    const notes = all.filter((path) => path.endsWith('.md'));
    return { name, cards: notes.map((path) => noteCard(request, path, at++)) };
  });
  const inColumn = (cards: readonly Card[], name: string): Card[] =>
    cards.filter(({ todo }) => columnOf(todo) === name);
  const all = grouped.flatMap(({ cards }) => cards);
  const columns = columnHeads(index, progress, withElsewhere).map((head) => {
    const cards = inColumn(all, head.name);
    return { ...head, unit: 'note' as const, finished: [], cards, open: cards.length, errors: 0 };
  });
  // A group may hold nothing that is a note.
  const filled = grouped.length > 1 ? grouped.filter(({ cards }) => cards.length > 0) : grouped;
  const rows = filled.map(({ name, cards }): Row => {
    const cells = columns.map((column) => inColumn(cards, column.name));
    const open = cells.reduce((sum, { length }) => sum + length, 0);
    return { path: name, name: plainText(name), open, overdue: 0, cells };
  });
  const shown = columns.reduce((sum, { open }) => sum + open, 0);
  const outside = withElsewhere ? 0 : inColumn(all, ELSEWHERE).length;
  const left =
    files === 1 ? '1 file of this base is no note: it is' : `${files} files of this base are no notes: they are`;
  return {
    columns,
    rows,
    open: shown,
    shown,
    overdue: 0,
    beyond: 0,
    elsewhere: { todos: outside, notes: outside },
    messages: files === 0 ? [] : [{ severity: 'note', text: `${left} not shown here.`, start: 0, end: 0 }],
  };
}
