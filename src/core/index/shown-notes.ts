import type { LinkGraph } from '../link/link-graph';
import type { NoteMetadata } from '../note/note-metadata';
import { findEmbeddedRanges, notesShowing, type EmbeddedRange, type ShownInView } from './shown-in';
import type { Todo } from './todo';

/** What the vault is asked besides. */
interface ShownNotesView extends Omit<ShownInView, 'embeddedRanges'> {
  /** Who embeds what. */
  readonly embeds: LinkGraph;
  metadata(path: string): NoteMetadata | null;
  /** Whether a note is kept out: then nothing is shown in it. */
  isIgnored(path: string): boolean;
}

/** Where todos are shown besides at home. Found when it is asked for, and remembered until an embed or a copy changes. */
export class ShownNotes {
  private readonly ranges = new Map<string, readonly EmbeddedRange[]>();
  private shown = new WeakMap<Todo, readonly string[]>();
  private readonly shownIn: ShownInView;
  /** The version of the embeds that is remembered. */
  private version = 0;

  constructor(private readonly view: ShownNotesView) {
    this.shownIn = { ...view, embeddedRanges: (path) => this.rangesOf(path) };
  }

  /** A note's headings may have moved: what is embedded of it is looked for anew. */
  noteChanged(path: string): void {
    this.ranges.delete(path);
  }

  forget(): void {
    this.ranges.clear();
    this.shown = new WeakMap();
  }

  /** The notes other than its own that show the todo, by path. The same list until something changes. */
  of(todo: Todo): readonly string[] {
    if (this.version !== this.view.embeds.version) this.forget();
    this.version = this.view.embeds.version;
    const notes = this.shown.get(todo) ?? notesShowing(todo, this.shownIn);
    this.shown.set(todo, notes);
    return notes;
  }

  private rangesOf(path: string): readonly EmbeddedRange[] {
    const known = this.ranges.get(path);
    if (known) return known;
    const embeds = this.view.embeds.to(path).filter(({ source }) => !this.view.isIgnored(source));
    const ranges = findEmbeddedRanges(this.view.metadata(path), embeds);
    this.ranges.set(path, ranges);
    return ranges;
  }
}
