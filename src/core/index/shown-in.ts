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
  /** What `findEmbeddedRanges` finds, the same objects each time. */
  embeddedRanges(path: string): readonly EmbeddedRange[];
  readonly resolve: ResolveLink;
  metadata(path: string): NoteMetadata | null;
}

/** A place at which the todo's tag can be read: UTF-16 offset in a note. */
export interface TextPosition {
  readonly path: string;
  readonly offset: number;
}

/** Obsidian shows embeds in embeds to this depth (LINKS 3.10). */
const MAX_DEPTH = 5;

/** The places in published copies that repeat the todo. */
function copiedPlaces(todo: Todo, view: ShownInView): TextPosition[] {
  const home = view.facts(todo.path);
  const own = home && todo.fromCopy ? copyAddress(home, todo.copy) : null;
  const addresses = todo.fromCopy ? (own === null ? [] : [own]) : view.copiesOf(todo.path);
  return addresses.flatMap((address) =>
    [...view.hostsOf(address)].flatMap((path) => {
      const facts = view.facts(path);
      const same = facts?.todos.filter((other) => copyAddress(facts, other.copy) === address && isSameTodo(other, todo)) ?? [];
      return same.map(({ offset }) => ({ path, offset }));
    }),
  );
}

/** A part of a note that is embedded, and where: the embeds that lead to it. */
export interface EmbeddedRange {
  /** UTF-16 offsets, end exclusive. */
  readonly start: number;
  readonly end: number;
  readonly embeds: readonly TextPosition[];
}

/** The parts of a note that are embedded somewhere, each once. */
export function findEmbeddedRanges(path: string, view: Pick<ShownInView, 'facts' | 'embeddersOf' | 'resolve' | 'metadata'>): readonly EmbeddedRange[] {
  const metadata = view.metadata(path);
  if (!metadata) return [];
  const bySubpath = new Map<string, TextPosition[]>();
  for (const source of view.embeddersOf(path))
    for (const { link, offset } of view.facts(source)?.embeds ?? []) {
      const { path: linkpath, subpath } = splitLink(link);
      if (linkKey(linkpath) !== linkKey(path) || view.resolve(linkpath, source) !== path) continue;
      const embeds = bySubpath.get(subpath);
      if (embeds) embeds.push({ path: source, offset });
      else bySubpath.set(subpath, [{ path: source, offset }]);
    }
  return [...bySubpath].flatMap(([subpath, embeds]) => {
    const range = resolveSubpath(metadata, subpath);
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
        next.push(...range.embeds);
      }
    for (const { path } of next) notes.add(path);
    places = next;
  }
  notes.delete(todo.path);
  return [...notes].sort();
}
