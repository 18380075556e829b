import { linkKey, splitLink } from '../note/link-text';
import { MultiMap } from './multi-map';
import type { NoteFacts } from './note-facts';
import { findEmbeddedRanges, notesShowing, type EmbeddedRange, type ShownInView } from './shown-in';
import type { Todo } from './todo';

/** Where todos are shown besides at home. Found when it is asked for, and remembered until an embed or a copy changes. */
export class ShownNotes {
  /** By link key: the notes that embed a note of that name. */
  private readonly embedders = new MultiMap<string>();
  private readonly ranges = new Map<string, readonly EmbeddedRange[]>();
  private shown = new WeakMap<Todo, readonly string[]>();
  private readonly view: ShownInView;

  constructor(view: Omit<ShownInView, 'embeddersOf' | 'embeddedRanges'>) {
    this.view = {
      ...view,
      embeddersOf: (path) => this.embedders.get(linkKey(path)),
      embeddedRanges: (path) => this.rangesOf(path),
    };
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
  embeds(path: string): boolean {
    return this.embedders.has(linkKey(path));
  }

  forget(): void {
    this.ranges.clear();
    this.shown = new WeakMap();
  }

  /** The notes other than its own that show the todo, by path. The same list until something changes. */
  of(todo: Todo): readonly string[] {
    const notes = this.shown.get(todo) ?? notesShowing(todo, this.view);
    this.shown.set(todo, notes);
    return notes;
  }

  private rangesOf(path: string): readonly EmbeddedRange[] {
    const ranges = this.ranges.get(path) ?? findEmbeddedRanges(path, this.view);
    this.ranges.set(path, ranges);
    return ranges;
  }
}
