/** The half of a note's view in which it is read. */
import { reportError } from '../host-record';
import { Component, type TFile } from '../mocks';
import { renderNote } from '../render/markdown-renderer';
import type { MarkdownView } from './markdown-view';

export class ReadingMode {
  readonly containerEl = createDiv('markdown-reading-view');
  readonly #view: MarkdownView;
  readonly #previewEl: HTMLElement;
  #component: Component | null = null;
  #text = '';

  constructor(view: MarkdownView) {
    this.#view = view;
    const scroller = this.containerEl.createDiv('markdown-preview-view markdown-rendered node-insert-event');
    this.#previewEl = scroller.createDiv('markdown-preview-sizer markdown-preview-section');
  }

  get file(): TFile | null {
    return this.#view.file;
  }

  get(): string {
    return this.#text;
  }

  set(data: string, _clear = false): void {
    this.#text = data;
    this.rerender();
  }

  clear(): void {
    this.#unload();
    this.#previewEl.empty();
  }

  rerender(_full = false): void {
    this.#unload();
    const component = this.#view.addChild(new Component());
    this.#component = component;
    const fresh = createDiv();
    const request = {
      app: this.#view.app,
      markdown: this.#text,
      el: fresh,
      sourcePath: this.file?.path ?? '',
      component,
    };
    renderNote(request).then(
      // Rendered anew meanwhile: the newer one counts.
      () => this.#component === component && this.#previewEl.replaceChildren(...fresh.childNodes),
      (error: unknown) => reportError(error),
    );
  }

  getScroll(): number {
    return this.containerEl.scrollTop;
  }

  applyScroll(scroll: number): void {
    this.containerEl.scrollTop = scroll;
  }

  /** Scrolls to the last heading at or above a line. */
  showLine(line: number): void {
    const headings = this.#view.app.metadataCache.getCache(this.file?.path ?? '')?.headings ?? [];
    const at = headings.filter(({ position }) => position.start.line <= line).length - 1;
    this.#previewEl.querySelectorAll('h1, h2, h3, h4, h5, h6')[at]?.scrollIntoView();
  }

  #unload(): void {
    if (this.#component) this.#view.removeChild(this.#component);
    this.#component = null;
  }
}
