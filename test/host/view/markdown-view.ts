/** A note, to be edited or read. */
import type { Editor } from 'obsidian';
import { EditorSuggest } from '../modal/editor-suggest';
import { resolveSubpath } from '../markdown/resolve-subpath';
import type { WorkspaceLeaf } from '../workspace/workspace-leaf';
import { ReadingMode } from './reading-mode';
import { SourceMode } from './source-mode';
import { TextFileView } from './text-file-view';
import type { ViewStateResult } from './view';

export type MarkdownViewMode = 'source' | 'preview';

export class MarkdownView extends TextFileView {
  override icon = 'file-text';
  editor: Editor;
  previewMode: ReadingMode;
  currentMode: SourceMode | ReadingMode;
  hoverPopover = null;
  readonly #source: SourceMode;
  readonly #modeButton: HTMLElement;

  constructor(leaf: WorkspaceLeaf) {
    super(leaf);
    this.#source = new SourceMode(this);
    this.previewMode = new ReadingMode(this);
    this.editor = this.#source.editor;
    this.currentMode = this.#source;
    this.contentEl.append(this.#source.containerEl, this.previewMode.containerEl);
    this.#modeButton = this.addAction('book-open', 'Read', () =>
      this.setMode(this.getMode() === 'source' ? 'preview' : 'source'),
    );
    this.setMode('source');
  }

  getViewType(): string {
    return 'markdown';
  }

  override canAcceptExtension(extension: string): boolean {
    return extension === 'md';
  }

  getMode(): MarkdownViewMode {
    return this.currentMode === this.previewMode ? 'preview' : 'source';
  }

  /** Not declared: shows the note to be edited or to be read. */
  setMode(mode: MarkdownViewMode): void {
    this.currentMode = mode === 'preview' ? this.previewMode : this.#source;
    this.#source.containerEl.toggle(mode === 'source');
    this.previewMode.containerEl.toggle(mode === 'preview');
    this.containerEl.dataset.mode = mode;
    this.#modeButton.setAttribute('aria-label', mode === 'source' ? 'Read' : 'Edit');
    if (mode === 'preview') this.previewMode.set(this.editor.getValue());
  }

  override getState(): Record<string, unknown> {
    return { ...super.getState(), mode: this.getMode(), source: false };
  }

  override async setState(state: unknown, result: ViewStateResult): Promise<void> {
    await super.setState(state, result);
    const mode = (state as { mode?: unknown } | null)?.mode;
    if (mode === 'source' || mode === 'preview') this.setMode(mode);
  }

  override getEphemeralState(): Record<string, unknown> {
    const cursor = { from: this.editor.getCursor('from'), to: this.editor.getCursor('to') };
    return { cursor, scroll: this.currentMode.getScroll() };
  }

  /** `line` counts from 0, and 0 is a line like any other. */
  override setEphemeralState(state: unknown): void {
    const { line, subpath, focus } = (state ?? {}) as { line?: unknown; subpath?: unknown; focus?: unknown };
    const target = typeof line === 'number' ? line : typeof subpath === 'string' ? this.#lineOf(subpath) : null;
    if (target !== null) this.currentMode.showLine(target);
    if (focus === true) this.editor.focus();
  }

  getViewData(): string {
    return this.editor.getValue();
  }

  setViewData(data: string, clear: boolean): void {
    this.#source.set(data, clear);
    if (this.getMode() === 'preview') this.previewMode.set(data);
  }

  clear(): void {
    this.#source.set('', true);
    this.previewMode.clear();
  }

  /** The editor tells of a change that is not the file's. */
  edited(): void {
    this.requestSave();
    this.app.workspace.trigger('editor-change', this.editor, this);
    if (this.file) this.app.workspace.trigger('quick-preview', this.file, this.editor.getValue());
    // An editor in the middle of an update cannot be asked yet.
    queueMicrotask(() => void EditorSuggest.offer(this, this.#source.placeOf));
  }

  override onResize(): void {
    this.#source.refresh();
  }

  protected override async onClose(): Promise<void> {
    await super.onClose();
    this.#source.destroy();
  }

  #lineOf(subpath: string): number | null {
    const cache = this.file ? this.app.metadataCache.getFileCache(this.file) : null;
    const found = cache ? resolveSubpath(cache, subpath) : null;
    return found ? found.start.line : null;
  }
}
