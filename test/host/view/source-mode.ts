/** The half of a note's view in which it is edited. */
import type { Editor } from 'obsidian';
import type { BoundEditor } from '../editor/bind-editor';
import type { PlaceOf } from '../modal/editor-suggest';
import type { MarkdownView } from './markdown-view';

export class SourceMode {
  readonly containerEl = createDiv('markdown-source-view cm-s-obsidian mod-cm6');
  readonly #bound: BoundEditor;

  constructor(view: MarkdownView) {
    this.#bound = view.app.bindEditor(this.containerEl, view);
  }

  get editor(): Editor {
    return this.#bound.editor;
  }

  get(): string {
    return this.editor.getValue();
  }

  /** The file's text; that it is set is no edit. */
  set(data: string, clear: boolean): void {
    this.#bound.load(data, clear);
  }

  getScroll(): number {
    return this.editor.getScrollInfo().top;
  }

  applyScroll(scroll: number): void {
    this.editor.scrollTo(null, scroll);
  }

  showLine(line: number): void {
    const position = { line: Math.min(line, this.editor.lastLine()), ch: 0 };
    this.editor.setCursor(position);
    this.editor.scrollIntoView({ from: position, to: position }, true);
    this.#bound.flash(position.line);
  }

  get placeOf(): PlaceOf {
    return this.#bound.placeOf;
  }

  refresh(): void {
    this.editor.refresh();
  }

  destroy(): void {
    this.#bound.destroy();
  }
}
