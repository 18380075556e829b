import { columnHeads, type Board } from './build-board';
import type { Row } from './build-rows';
import { makeCard, Card, type NoteDetails } from './card';
import type { OperationsIndex, VaultView } from '../index/operations-index';
import { ELSEWHERE } from '../phase/columns';
import { byColumn } from './ordered-cards';
import { plainText } from '../markdown/plain-text';
import type { PageProgress } from '../progress/phase-progress';
import { isClosed } from '../todo/found-todo';
import { isNotePath } from '../note/link-text';

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
  readonly vault: VaultView;
  readonly progress: readonly PageProgress[];
  readonly groups: readonly BaseGroup[];
  readonly withElsewhere: boolean;
  /** At most so many open todos on a card. */
  readonly todos: number;
}

/** A card, and what it was made of. */
interface Made {
  readonly from: readonly unknown[];
  readonly note: NoteDetails;
  readonly card: Card;
}

/** Makes boards of a base. It keeps the cards of notes of which nothing has changed: of thousands of rows an update costs those that it touches. */
export class NoteCards {
  private made: ReadonlyMap<string, Made> = new Map();

  /** The board of a base: its rows that are notes, in its order, by phase as the index judges each note. Its groups are the rows of the board. */
  build(request: BaseRequest): Board {
    const { made: before } = this;
    const made = (this.made = new Map<string, Made>());
    return buildBoard(request, (path) => {
      const one = makeNoteCard(request, path, made.size, before.get(path));
      made.set(path, one);
      return one.card;
    });
  }
}

function makeNoteCard(
  { index, vault, todos, progress }: BaseRequest,
  path: string,
  at: number,
  known: Made | undefined,
): Made {
  const { lifecycle, settings } = index;
  const all = index.todosOf(path);
  const metadata = vault.metadata(path);
  const phase = progress.find(({ summary }) => summary.page === path && summary.responsibilities > 0)?.summary ?? null;
  const from = [all, metadata, lifecycle, settings, phase, todos, index.files];
  if (known?.from.every((one, nth) => one === from[nth])) {
    if (known.note.at === at) return known;
    const note = { ...known.note, at };
    return { from, note, card: new Card(known.card, { note }) };
  }
  const own = index.judgeNoteItself(path);
  const open = all
    .filter((todo) => todo !== own && !isClosed(todo))
    .sort((a, b) => a.startLine - b.startLine || a.offset - b.offset);
  const note = { at, progress: phase, todos: open.slice(0, todos), open: open.length };
  return { from, note, card: new Card(makeCard(own, settings), { note }) };
}

function buildBoard({ index, progress, groups, withElsewhere }: BaseRequest, cardOf: (path: string) => Card): Board {
  const paths = groups.flatMap((group) => group.paths);
  const files = paths.filter((path) => !isNotePath(path)).length;
  const grouped = groups.map((group) => {
    const notes = group.paths.filter((path) => isNotePath(path));
    return { name: group.name, cards: byColumn(notes.map(cardOf)) };
  });
  const inColumn = (name: string): Card[] => grouped.flatMap(({ cards }) => cards.get(name) ?? []);
  const columns = columnHeads(index, progress, withElsewhere).map((head) => {
    const cards = inColumn(head.name);
    return { ...head, unit: 'note' as const, finished: [], cards, open: cards.length, errors: 0 };
  });
  // A group may hold nothing that is a note.
  const filled = grouped.length > 1 ? grouped.filter(({ cards }) => cards.size > 0) : grouped;
  const rows = filled.map(({ name, cards }): Row => {
    const cells = columns.map((column) => cards.get(column.name) ?? []);
    const open = cells.reduce((sum, { length }) => sum + length, 0);
    return { path: name, name: plainText(name), open, overdue: 0, cells };
  });
  const shown = columns.reduce((sum, { open }) => sum + open, 0);
  const outside = withElsewhere ? 0 : inColumn(ELSEWHERE).length;
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
