import { groupBy } from '../note/group-by';
import type { LinkGraph } from '../link/link-graph';
import { resolveSubpath } from '../note/resolve-subpath';
import type { Span } from '../text/text-edit';
import type { CopyHosts, TextPosition } from './copy-hosts';
import type { PagesView } from './published-pages';
import type { Todo } from './todo';

/** Obsidian shows embeds in embeds to this depth. */
const MAX_DEPTH = 5;

/** A part of a note that is embedded, and where: the embeds that lead to it. */
interface EmbeddedRange extends Span {
  readonly embeds: readonly TextPosition[];
}

const NONE: readonly never[] = [];

/** Where todos are shown besides at home. Found when it is asked for, and remembered until an embed or a copy changes. */
export class ShownNotes {
  private readonly ranges = new Map<string, readonly EmbeddedRange[]>();
  private shown = new WeakMap<Todo, readonly string[]>();
  /** The version of the embeds that is remembered. */
  private version = 0;

  /** @param isIgnored Whether a note is kept out: then nothing is shown in it. */
  constructor(
    private readonly vault: Pick<PagesView, 'metadata'>,
    private readonly embeds: LinkGraph,
    private readonly copies: CopyHosts,
    private readonly isIgnored: (path: string) => boolean,
  ) {}

  /** A note's headings may have moved: what is embedded of it is looked for anew. */
  noteChanged(path: string): void {
    this.ranges.delete(path);
  }

  forget(): void {
    this.ranges.clear();
    this.shown = new WeakMap();
  }

  /**
   * The notes other than its own that show the todo, by path: those with a published copy of it, and those that transclude it, or transclude a place that
   * does. The same list until something changes.
   */
  of(todo: Todo): readonly string[] {
    if (this.version !== this.embeds.version) this.forget();
    this.version = this.embeds.version;
    const notes = this.shown.get(todo) ?? this.find(todo);
    this.shown.set(todo, notes);
    return notes;
  }

  private find(todo: Todo): readonly string[] {
    let places: readonly TextPosition[] = [{ path: todo.path, offset: todo.offset }, ...this.copies.repeating(todo)];
    const notes = new Set(places.map(({ path }) => path));
    // Each part of a note is followed once, however many ways lead to it: notes that embed each other do not multiply.
    const followed = new Set<EmbeddedRange>();
    for (let depth = 0; depth < MAX_DEPTH && places.length > 0; depth++) {
      const next: TextPosition[] = [];
      for (const { path, offset } of places)
        for (const range of this.rangesOf(path)) {
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

  /** The parts of a note that are embedded by links that lead to it, each once and the same object each time. */
  private rangesOf(path: string): readonly EmbeddedRange[] {
    const known = this.ranges.get(path);
    if (known) return known;
    const metadata = this.vault.metadata(path);
    const links = metadata ? this.embeds.to(path).filter(({ source }) => !this.isIgnored(source)) : NONE;
    const ranges = [...groupBy(links, ({ subpath }) => subpath)].flatMap(([subpath, alike]) => {
      const range = metadata && resolveSubpath(metadata, subpath);
      const embeds = alike.map(({ link, source }) => ({ path: source, offset: link.position.start.offset }));
      return range ? [{ ...range, embeds }] : [];
    });
    this.ranges.set(path, ranges);
    return ranges;
  }
}
