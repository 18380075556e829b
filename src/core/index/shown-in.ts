import { groupBy } from '../note/group-by';
import type { OutgoingLink } from '../link/outgoing-link';
import type { NoteMetadata } from '../note/note-metadata';
import { resolveSubpath } from '../note/resolve-subpath';
import type { NoteFacts } from './note-facts';
import { copyAddress } from './published-pages';
import type { Todo } from './todo';

/** What finding the places that show a todo asks of the index and the vault. */
export interface ShownInView {
  facts(path: string): NoteFacts | undefined;
  /** The addresses of copies that were made of the note. */
  copiesOf(path: string): Iterable<string>;
  /** The places in copies of the page at the address that repeat the todo. */
  placesOf(address: string, todo: Todo): Iterable<TextPosition>;
  /** What `findEmbeddedRanges` finds, the same objects each time. */
  embeddedRanges(path: string): readonly EmbeddedRange[];
}

/** A place at which the todo's tag can be read: UTF-16 offset in a note. */
export interface TextPosition {
  readonly path: string;
  readonly offset: number;
}

/** Obsidian shows embeds in embeds to this depth. */
const MAX_DEPTH = 5;

/** The places in published copies that repeat the todo. */
function copiedPlaces(todo: Todo, view: ShownInView): TextPosition[] {
  const home = view.facts(todo.path);
  const own = home && todo.fromCopy ? copyAddress(home, todo.copy) : null;
  const addresses = todo.fromCopy ? (own === null ? [] : [own]) : view.copiesOf(todo.path);
  return [...addresses].flatMap((address) => [...view.placesOf(address, todo)]);
}

/** A part of a note that is embedded, and where: the embeds that lead to it. */
export interface EmbeddedRange {
  /** UTF-16 offsets, end exclusive. */
  readonly start: number;
  readonly end: number;
  readonly embeds: readonly TextPosition[];
}

/** The parts of a note that are embedded by links that lead to it, each once. */
export function findEmbeddedRanges(
  metadata: NoteMetadata | null,
  links: readonly OutgoingLink[],
): readonly EmbeddedRange[] {
  if (!metadata) return [];
  return [...groupBy(links, ({ subpath }) => subpath)].flatMap(([subpath, alike]) => {
    const range = resolveSubpath(metadata, subpath);
    const embeds = alike.map(({ link, source }) => ({ path: source, offset: link.position.start.offset }));
    return range ? [{ ...range, embeds }] : [];
  });
}

/**
 * The notes other than its own that show a todo, by path: those with a published copy of it, and those that transclude
 * it, or transclude a place that does.
 */
export function notesShowing(todo: Todo, view: ShownInView): readonly string[] {
  let places: readonly TextPosition[] = [{ path: todo.path, offset: todo.offset }, ...copiedPlaces(todo, view)];
  const notes = new Set(places.map(({ path }) => path));
  // Each part of a note is followed once, however many ways lead to it: notes that embed each other do not multiply.
  const followed = new Set<EmbeddedRange>();
  for (let depth = 0; depth < MAX_DEPTH && places.length > 0; depth++) {
    const next: TextPosition[] = [];
    for (const { path, offset } of places)
      for (const range of view.embeddedRanges(path)) {
        if (offset < range.start || offset >= range.end || followed.has(range)) continue;
        followed.add(range);
        for (const embed of range.embeds) next.push(embed);
      }
    for (const { path } of next) notes.add(path);
    places = next;
  }
  notes.delete(todo.path);
  return [...notes].sort();
}
