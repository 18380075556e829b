import { withoutFacts } from '../index/short-title';
import { columnOf, type Todo } from '../index/todo';
import { folderOf, noteName } from '../note/link-text';
import { isPhasePageSection } from './phase-page-section';

/** A todo as the board shows it. Everything but the owner's words and the due date's is fixed by the todo. */
export interface Card {
  /** The todo's identity: path, kind, heading chain, ordinal (DESIGN 2). Stable while the text around it changes. */
  readonly id: string;
  readonly todo: Todo;
  /** As on the card: "Day 0 responsibilities" for a phase page's own list. */
  readonly title: string;
  /** Where it stands: the note and the headings above it; for a whole note its folder. */
  readonly breadcrumb: readonly string[];
  /** What tells it from a card that would look the same; '' when none does. */
  readonly distinction: string;
  readonly ownerName: string | null;
  /** For a phase page's own list: how many bullets it has; else null. */
  readonly bullets: number | null;
  /** Title and breadcrumb as one text: cards with the same would look alike. */
  readonly looks: string;
}

export function cardId({ path, kind, headings, ordinal, copy }: Pick<Todo, 'path' | 'kind' | 'headings' | 'ordinal' | 'copy'>): string {
  return JSON.stringify([path, kind, headings, ordinal, copy]);
}

function breadcrumbOf(todo: Todo): readonly string[] {
  const note = noteName(todo.path);
  if (todo.kind === 'note') return [folderOf(todo.path) === '' ? 'top of the vault' : folderOf(todo.path).replaceAll('/', ' › ')];
  const above = todo.kind === 'section' ? todo.headings.slice(0, -1) : todo.headings;
  // Many notes repeat their name as their first heading.
  return [note, ...above.filter((heading, at) => at > 0 || heading !== note)];
}

/** Makes a card of a todo; `responsibilities` is the settings' word for that heading. */
export function makeCard(todo: Todo, responsibilities: string): Card {
  const skeleton = isPhasePageSection(todo) && todo.headings.at(-1)?.toLowerCase() === responsibilities.toLowerCase();
  const ownerName = todo.owner === null ? null : noteName(todo.owner);
  const title = skeleton ? `${columnOf(todo)} ${responsibilities.toLowerCase()}` : withoutFacts(todo.title, ownerName);
  const breadcrumb = breadcrumbOf(todo);
  return {
    id: cardId(todo),
    todo,
    title,
    breadcrumb,
    distinction: '',
    ownerName,
    bullets: skeleton ? todo.bullets : null,
    looks: [title, ...breadcrumb].join('\n'),
  };
}
