import { linkKey, splitLink } from '../note/link-text';
import type { NoteMetadata } from '../note/note-metadata';
import type { ResolveLink } from '../phase/lifecycle-input';
import { MultiMap } from './multi-map';
import type { NoteFacts } from './note-facts';
import {
  findEmbeddedRanges,
  notesShowing,
  type EmbeddedRange,
  type EmbedsBySubpath,
  type ShownInView,
  type TextPosition,
} from './shown-in';
import type { Todo } from './todo';

const NO_EMBEDS: EmbedsBySubpath = new Map();

/** What the vault is asked besides. */
interface ShownNotesView extends Omit<ShownInView, 'embeddedRanges'> {
  readonly resolve: ResolveLink;
  metadata(path: string): NoteMetadata | null;
}

/** Where todos are shown besides at home. Found when it is asked for, and remembered until an embed or a copy changes. */
export class ShownNotes {
  /** By link key: the notes that embed a note of that name. */
  private readonly embedders = new MultiMap<string>();
  /** By link key, then by the note that they lead to: each embed is resolved once, however many notes have one name. */
  private readonly embeds = new Map<string, ReadonlyMap<string, EmbedsBySubpath>>();
  private readonly ranges = new Map<string, readonly EmbeddedRange[]>();
  private shown = new WeakMap<Todo, readonly string[]>();
  private readonly shownIn: ShownInView;

  constructor(private readonly view: ShownNotesView) {
    this.shownIn = { ...view, embeddedRanges: (path) => this.rangesOf(path) };
  }

  /** Takes a note's new facts in, or takes the note out. */
  replace(path: string, before: NoteFacts | null, after: NoteFacts | null): void {
    for (const { link } of before?.embeds ?? []) this.embedders.delete(linkKey(splitLink(link).path), path);
    for (const { link } of after?.embeds ?? []) this.embedders.add(linkKey(splitLink(link).path), path);
  }

  /** A note's headings may have moved: what is embedded of it is looked for anew. */
  noteChanged(path: string): void {
    this.ranges.delete(path);
  }

  /** Whether a note of this name is embedded anywhere. */
  isEmbedded(path: string): boolean {
    return this.embedders.has(linkKey(path));
  }

  forget(): void {
    this.embeds.clear();
    this.ranges.clear();
    this.shown = new WeakMap();
  }

  /** The notes other than its own that show the todo, by path. The same list until something changes. */
  of(todo: Todo): readonly string[] {
    const notes = this.shown.get(todo) ?? notesShowing(todo, this.shownIn);
    this.shown.set(todo, notes);
    return notes;
  }

  private rangesOf(path: string): readonly EmbeddedRange[] {
    const known = this.ranges.get(path);
    if (known) return known;
    const ranges = findEmbeddedRanges(this.view.metadata(path), this.embedsNamed(linkKey(path)).get(path) ?? NO_EMBEDS);
    this.ranges.set(path, ranges);
    return ranges;
  }

  private embedsNamed(key: string): ReadonlyMap<string, EmbedsBySubpath> {
    const known = this.embeds.get(key);
    if (known) return known;
    const found = new Map<string, Map<string, TextPosition[]>>();
    for (const source of this.embedders.get(key))
      for (const { link, offset } of this.view.facts(source)?.embeds ?? []) {
        const { path: linkpath, subpath } = splitLink(link);
        const target = linkKey(linkpath) === key ? this.view.resolve(linkpath, source) : null;
        if (target === null) continue;
        const bySubpath = found.get(target) ?? new Map<string, TextPosition[]>();
        found.set(target, bySubpath);
        const embeds = bySubpath.get(subpath);
        if (embeds) embeds.push({ path: source, offset });
        else bySubpath.set(subpath, [{ path: source, offset }]);
      }
    this.embeds.set(key, found);
    return found;
  }
}
