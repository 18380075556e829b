import { linkKey, splitLink } from '../note/link-text';
import type { NoteMetadata } from '../note/note-metadata';
import { resolveSubpath } from '../note/resolve-subpath';
import type { ResolveLink } from '../phase/lifecycle-input';
import type { NoteFacts } from './note-facts';
import { copyAddress } from './published-pages';
import { isSameTodo } from './same-todo';
import type { Todo } from './todo';

/** What finding the places that show a todo asks of the index and the vault. */
export interface ShownInView {
  facts(path: string): NoteFacts | undefined;
  /** Notes with an embed whose name fits the note; whether it leads there is for `resolve` to say. */
  embeddersOf(path: string): Iterable<string>;
  /** The addresses of copies that were made of the note. */
  copiesOf(path: string): readonly string[];
  /** The notes that hold a copy of the page at the address, with todos in it. */
  hostsOf(address: string): Iterable<string>;
  readonly resolve: ResolveLink;
  metadata(path: string): NoteMetadata | null;
}

/** A place at which the todo's tag can be read: UTF-16 offset in a note. */
interface Place {
  readonly path: string;
  readonly offset: number;
}

/** Obsidian shows embeds in embeds to this depth (LINKS 3.10). */
const MAX_DEPTH = 5;

/** The places in published copies that repeat the todo. */
function copiedPlaces(todo: Todo, view: ShownInView): Place[] {
  const home = view.facts(todo.path);
  const own = home && todo.frozen ? copyAddress(home, todo.copy) : null;
  const addresses = todo.frozen ? (own === null ? [] : [own]) : view.copiesOf(todo.path);
  return addresses.flatMap((address) =>
    [...view.hostsOf(address)].flatMap((path) => {
      const facts = view.facts(path);
      const same = facts?.todos.filter((other) => copyAddress(facts, other.copy) === address && isSameTodo(other, todo)) ?? [];
      return same.map(({ offset }) => ({ path, offset }));
    }),
  );
}

/** The embeds that show a place. */
function embedsShowing({ path, offset }: Place, view: ShownInView): Place[] {
  const metadata = view.metadata(path);
  if (!metadata) return [];
  return [...view.embeddersOf(path)].flatMap((source) =>
    (view.facts(source)?.embeds ?? []).flatMap((embed) => {
      const link = splitLink(embed.link);
      if (linkKey(link.path) !== linkKey(path) || view.resolve(link.path, source) !== path) return [];
      const range = resolveSubpath(metadata, link.subpath);
      const shows = range !== null && range.start <= offset && offset < range.end;
      return shows ? [{ path: source, offset: embed.offset }] : [];
    }),
  );
}

/**
 * The notes other than its own that show a todo, by path: those with a published copy of it, and those that transclude
 * it, or transclude a place that does.
 */
export function notesShowing(todo: Todo, view: ShownInView): readonly string[] {
  const key = ({ path, offset }: Place): string => `${offset} ${path}`;
  let places: Place[] = [{ path: todo.path, offset: todo.offset }, ...copiedPlaces(todo, view)];
  const seen = new Set(places.map(key));
  const notes = new Set(places.map(({ path }) => path));
  for (let depth = 0; depth < MAX_DEPTH && places.length > 0; depth++) {
    places = places.flatMap((place) => embedsShowing(place, view)).filter((place) => !seen.has(key(place)));
    for (const place of places) {
      seen.add(key(place));
      notes.add(place.path);
    }
  }
  notes.delete(todo.path);
  return [...notes].sort();
}
