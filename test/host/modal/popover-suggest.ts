/** A list of suggestions that floats beside what is being typed into. */
import type { App } from '../app/app';
import { Scope } from '../keys/scope';

export abstract class PopoverSuggest<T> {
  app: App;
  scope: Scope;
  /** Not declared: where the suggestions are. */
  readonly suggestEl = createDiv('suggestion-container');
  #isOpen = false;

  constructor(app: App, scope: Scope = new Scope()) {
    this.app = app;
    this.scope = scope;
    this.scope.register([], 'Escape', () => {
      this.close();
      return false;
    });
    // The field keeps the focus while an entry is pressed.
    this.suggestEl.addEventListener('mousedown', (event) => event.preventDefault());
  }

  abstract renderSuggestion(value: T, el: HTMLElement): void;
  abstract selectSuggestion(value: T, event: MouseEvent | KeyboardEvent): void;

  open(): void {
    if (this.#isOpen) return;
    this.#isOpen = true;
    activeDocument.body.append(this.suggestEl);
    this.app.keymap.pushScope(this.scope);
  }

  close(): void {
    if (!this.#isOpen) return;
    this.#isOpen = false;
    this.app.keymap.popScope(this.scope);
    this.suggestEl.remove();
  }
}
