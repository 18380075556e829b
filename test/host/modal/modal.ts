/** A dialog over the window. The keyboard stays in it, Escape closes it, and the focus goes back to where it was. */
import type { App } from '../app/app';
import { callSafely } from '../host-record';
import { setIcon } from '../icons/icons';
import { Scope } from '../keys/scope';

const FOCUSABLE =
  'a[href], button:not(:disabled), input:not(:disabled), select:not(:disabled), textarea:not(:disabled), [tabindex="0"], [contenteditable="true"]';
let nextTitle = 1;

export class Modal {
  app: App;
  scope = new Scope();
  containerEl = createDiv('modal-container mod-dim');
  modalEl: HTMLElement;
  titleEl: HTMLElement;
  contentEl: HTMLElement;
  shouldRestoreSelection = true;
  readonly #headerEl: HTMLElement;
  #focusBefore: Element | null = null;
  #whenClosed: (() => unknown) | null = null;

  constructor(app: App) {
    this.app = app;
    const background = this.containerEl.createDiv('modal-bg');
    this.modalEl = this.containerEl.createDiv({
      cls: 'modal',
      attr: { role: 'dialog', 'aria-modal': 'true', tabindex: '-1' },
    });
    const close = this.modalEl.createEl('button', {
      cls: 'modal-close-button clickable-icon',
      attr: { type: 'button', 'aria-label': 'Close' },
    });
    setIcon(close, 'x');
    this.#headerEl = this.modalEl.createDiv('modal-header');
    const attr = { id: `modal-title-${nextTitle++}`, role: 'heading', 'aria-level': '2' };
    this.titleEl = this.#headerEl.createDiv({ cls: 'modal-title', attr });
    this.contentEl = this.modalEl.createDiv('modal-content');
    this.modalEl.setAttribute('aria-labelledby', this.titleEl.id);
    background.addEventListener('click', () => this.close());
    close.addEventListener('click', () => this.close());
    this.scope.register([], 'Escape', () => {
      this.close();
      return false;
    });
    this.scope.register([], 'Tab', (event) => this.#wrapFocus(event, 1));
    this.scope.register(['Shift'], 'Tab', (event) => this.#wrapFocus(event, -1));
  }

  open(): void {
    if (this.containerEl.isConnected) return;
    const doc = activeDocument;
    this.#focusBefore = doc.activeElement;
    doc.body.append(this.containerEl);
    this.app.keymap.pushScope(this.scope);
    this.modalEl.focus();
    callSafely(() => this.onOpen());
    if (doc.activeElement === this.modalEl) this.contentEl.querySelector<HTMLElement>(FOCUSABLE)?.focus();
  }

  close(): void {
    if (!this.containerEl.isConnected) return;
    this.app.keymap.popScope(this.scope);
    this.containerEl.remove();
    const before = this.#focusBefore as HTMLElement | null;
    if (this.shouldRestoreSelection && before?.isConnected) before.focus();
    callSafely(() => this.onClose());
    callSafely(() => this.#whenClosed?.());
  }

  onOpen(): Promise<void> | void {
    return;
  }

  onClose(): void {
    return;
  }

  setTitle(title: string): this {
    this.titleEl.setText(title);
    return this;
  }

  setContent(content: string | DocumentFragment): this {
    this.contentEl.replaceChildren(content);
    return this;
  }

  setCloseCallback(callback: () => unknown): this {
    this.#whenClosed = callback;
    return this;
  }

  #wrapFocus(_event: KeyboardEvent, by: 1 | -1): false | undefined {
    const all = [...this.modalEl.querySelectorAll<HTMLElement>(FOCUSABLE)].filter((each) => each.offsetParent !== null);
    const [edge, other] = by === 1 ? [all.at(-1), all[0]] : [all[0], all.at(-1)];
    const focused = this.modalEl.ownerDocument.activeElement;
    if (focused !== edge && this.modalEl.contains(focused)) return undefined;
    other?.focus();
    return false;
  }
}

/** Dialogs that are open when their app goes, go with it: the next app has the same document. */
export function removeModals(): void {
  for (const modal of document.body.querySelectorAll(':scope > .modal-container')) modal.remove();
}
