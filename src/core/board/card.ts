import { withoutDueAndOwner } from '../index/short-title';
import type { Todo } from '../index/todo';
import { columnOf } from '../phase/columns';
import { noteName } from '../note/link-text';
import type { PageSummary } from '../progress/phase-progress';
import { cardPlace, type CardSettings } from './card-place';
import { isPhasePageSection } from './phase-page-section';
import { firstCell } from './table-row';

/** What a card for a row of a base says of its note besides. */
export interface NoteDetails {
  /** Its place among the rows, from 0. */
  readonly at: number;
  /** For a phase's page: how far the phase is; else null. */
  readonly progress: PageSummary | null;
  /** The open todos in it that are shown, by line, and how many there are; what marks the note as a whole is the card itself. */
  readonly todos: readonly Todo[];
  readonly open: number;
}

export function cardId({
  path,
  kind,
  headings,
  ordinal,
  copy,
}: Pick<Todo, 'path' | 'kind' | 'headings' | 'ordinal' | 'copy'>): string {
  return JSON.stringify([path, kind, headings, ordinal, copy]);
}

/** Makes a card of a todo; the settings say what the pages' headings are called. */
export function makeCard(todo: Todo, settings: CardSettings): Card {
  const responsibilities = settings.responsibilitiesHeading.toLowerCase();
  const isPageSection = isPhasePageSection(todo) && todo.headings.at(-1)?.toLowerCase() === responsibilities;
  const ownerName = todo.owner === null ? null : noteName(todo.owner);
  const column = columnOf(todo);
  const title = isPageSection
    ? `${column} ${responsibilities}`
    : withoutDueAndOwner(firstCell(todo) ?? todo.title, ownerName);
  const breadcrumb = cardPlace(todo, settings);
  return new Card({
    todo,
    title,
    breadcrumb,
    distinction: '',
    ownerName,
    noteOwnerName: todo.noteOwner === null ? null : noteName(todo.noteOwner),
    bullets: isPageSection ? todo.bullets : null,
    looks: [column, title, ...breadcrumb].join('\n'),
    note: null,
  });
}

/**
 * A todo as the board shows it. Everything but the owner's words and the due date's is fixed by the todo. Its fields are written out, as spreading takes
 * more room.
 */
export class Card {
  readonly todo: Todo;
  /** As on the card: "Day 0 responsibilities" for a phase page's own list, a table row's first cell. */
  readonly title: string;
  /** Where it stands, without what its column's head says: the note and the headings above it; for a whole note its folders. */
  readonly breadcrumb: readonly string[];
  /** What tells it from a card that would look the same; '' when none does. */
  readonly distinction: string;
  readonly ownerName: string | null;
  /** The name of the note's owner, where it has none of its own. */
  readonly noteOwnerName: string | null;
  /** For a phase page's own list: how many bullets it has; else null. */
  readonly bullets: number | null;
  /** Column, title and breadcrumb as one text: cards with the same would look alike. */
  readonly looks: string;
  /** For a row of a base; else null. */
  readonly note: NoteDetails | null;
  #id: string | null = null;

  /** A card like another, but for these. */
  constructor(card: Omit<Card, 'id'>, but: Partial<Pick<Card, 'todo' | 'distinction' | 'note'>> = {}) {
    this.todo = but.todo ?? card.todo;
    this.title = card.title;
    this.breadcrumb = card.breadcrumb;
    this.distinction = but.distinction ?? card.distinction;
    this.ownerName = card.ownerName;
    this.noteOwnerName = card.noteOwnerName;
    this.bullets = card.bullets;
    this.looks = card.looks;
    this.note = but.note ?? card.note;
  }

  /** The todo's identity: path, kind, heading chain, ordinal. Stable while the text around it changes; made when somebody asks: few cards are ever in focus. */
  get id(): string {
    return (this.#id ??= cardId(this.todo));
  }
}
