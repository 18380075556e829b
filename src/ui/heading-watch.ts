import { Component, MarkdownView, type App, type TFile } from 'obsidian';
import { compareHeadings } from '../core/note/compare-headings';
import type { NoteMetadata } from '../core/note/note-metadata';
import { offerUpdate, warnOfMissing } from './heading-notices';
import type { PlanningContext } from './plan/run-plan';

/** So long after the last change a heading counts as typed; a heading that is gone may be on its way to another place. */
const IDLE_MS = 1200;
const REMOVED_IDLE_MS = 5000;

/**
 * Watches the headings of notes that are being edited, and tells when one has been retyped, and the cursor has left its line, or has been taken
 * away. Changes from elsewhere, by Sync or another program, are none of its business.
 */
export class HeadingWatch extends Component {
  /** By path: what an open note's headings were when they were last looked at. */
  private readonly known = new Map<string, NoteMetadata>();
  private readonly timers = new Map<string, number>();
  private readonly changedAt = new Map<string, number>();

  private readonly app: App;

  constructor(private readonly context: PlanningContext) {
    super();
    this.app = context.app;
  }

  override onload(): void {
    const { workspace, metadataCache, vault } = this.app;
    this.learn(workspace.getActiveFile());
    this.registerEvent(workspace.on('file-open', (file) => this.learn(file)));
    this.registerEvent(metadataCache.on('changed', (file) => this.changed(file)));
    this.registerEvent(vault.on('rename', (file, from) => this.renamed(from, file.path)));
    this.registerEvent(vault.on('delete', ({ path }) => this.forget(path)));
  }

  override onunload(): void {
    for (const timer of this.timers.values()) window.clearTimeout(timer);
  }

  private learn(file: TFile | null): void {
    const metadata =
      file?.extension === 'md' && !this.known.has(file.path) ? this.app.metadataCache.getFileCache(file) : null;
    if (file && metadata) this.known.set(file.path, metadata);
  }

  private forget(path: string): void {
    window.clearTimeout(this.timers.get(path));
    for (const map of [this.known, this.timers, this.changedAt]) map.delete(path);
  }

  /** The app keeps the links to a renamed note. */
  private renamed(from: string, to: string): void {
    const metadata = this.known.get(from);
    this.forget(from);
    if (metadata) this.known.set(to, metadata);
  }

  private editorOf(path: string): MarkdownView | null {
    let found: MarkdownView | null = null;
    this.app.workspace.iterateAllLeaves(({ view }) => {
      if (view instanceof MarkdownView && view.file?.path === path) found = view;
    });
    return found;
  }

  private changed(file: TFile): void {
    if (!this.known.has(file.path)) return;
    if (!this.editorOf(file.path)) {
      this.forget(file.path);
      return;
    }
    this.changedAt.set(file.path, performance.now());
    this.lookLater(file.path, IDLE_MS);
  }

  private lookLater(path: string, milliseconds: number): void {
    window.clearTimeout(this.timers.get(path));
    this.timers.set(
      path,
      window.setTimeout(() => this.look(path), milliseconds),
    );
  }

  private look(path: string): void {
    const before = this.known.get(path);
    const after = this.app.metadataCache.getCache(path);
    if (!before || !after) return;
    const headings = after.headings ?? [];
    const change = compareHeadings(before.headings ?? [], headings);
    const idle = performance.now() - (this.changedAt.get(path) ?? 0);
    if (change.kind === 'removed' && idle < REMOVED_IDLE_MS) {
      this.lookLater(path, REMOVED_IDLE_MS - idle);
      return;
    }
    if (
      change.kind === 'retyped' &&
      this.isOnLine(
        path,
        change.indexes.map((at) => headings[at]?.position.start.line ?? -1),
      )
    ) {
      this.lookLater(path, IDLE_MS);
      return;
    }
    this.known.set(path, after);
    if (change.kind === 'retyped')
      void offerUpdate(
        this.context,
        path,
        change.indexes.map((index) => ({ index, was: before.headings?.[index]?.heading ?? '' })),
      );
    if (change.kind === 'removed') void warnOfMissing(this.context, path, before, change.indexes);
  }

  private isOnLine(path: string, lines: readonly number[]): boolean {
    const view = this.app.workspace.getActiveViewOfType(MarkdownView);
    return view?.file?.path === path && view.getMode() === 'source' && lines.includes(view.editor.getCursor().line);
  }
}
