/** A field to type into, and a list below it to choose from. */
import type { Instruction } from 'obsidian';
import type { App } from '../app/app';
import { reportError } from '../host-record';
import { Modal } from './modal';
import { SuggestionList } from './suggestion-list';

export abstract class SuggestModal<T> extends Modal {
  limit = 100;
  emptyStateText = 'No results found.';
  inputEl: HTMLInputElement;
  resultContainerEl: HTMLElement;
  readonly #list: SuggestionList<T>;
  #asked = 0;

  constructor(app: App) {
    super(app);
    this.modalEl.className = 'prompt';
    this.modalEl.empty();
    this.modalEl.removeAttribute('aria-labelledby');
    this.modalEl.setAttribute('aria-label', 'Choose');
    this.inputEl = this.modalEl
      .createDiv('prompt-input-container')
      .createEl('input', { cls: 'prompt-input', type: 'text', attr: { autocapitalize: 'off', spellcheck: 'false' } });
    this.resultContainerEl = this.modalEl.createDiv('prompt-results');
    this.#list = new SuggestionList({
      containerEl: this.resultContainerEl,
      inputEl: this.inputEl,
      scope: this.scope,
      render: (value, el) => this.renderSuggestion(value, el),
      choose: (value, event) => this.selectSuggestion(value, event),
    });
    this.inputEl.addEventListener('input', () => void this.#update());
  }

  abstract getSuggestions(query: string): T[] | Promise<T[]>;
  abstract renderSuggestion(value: T, el: HTMLElement): void;
  abstract onChooseSuggestion(item: T, event: MouseEvent | KeyboardEvent): void;

  override open(): void {
    super.open();
    this.inputEl.focus();
    void this.#update();
  }

  setPlaceholder(placeholder: string): void {
    this.inputEl.placeholder = placeholder;
    for (const element of [this.inputEl, this.modalEl]) element.setAttribute('aria-label', placeholder);
  }

  setInstructions(instructions: Instruction[]): void {
    const row = this.modalEl.createDiv('prompt-instructions');
    for (const { command, purpose } of instructions) {
      const one = row.createDiv('prompt-instruction');
      one.createSpan({ cls: 'prompt-instruction-command', text: command });
      one.createSpan({ text: purpose });
    }
  }

  onNoSuggestion(): void {
    this.resultContainerEl.createDiv({ cls: 'suggestion-empty', text: this.emptyStateText });
  }

  selectSuggestion(value: T, event: MouseEvent | KeyboardEvent): void {
    this.close();
    this.onChooseSuggestion(value, event);
  }

  selectActiveSuggestion(event: MouseEvent | KeyboardEvent): void {
    this.#list.chooseSelected(event);
  }

  async #update(): Promise<void> {
    const asked = ++this.#asked;
    try {
      const found = await this.getSuggestions(this.inputEl.value);
      // An answer to what was typed earlier may come late.
      if (asked !== this.#asked) return;
      this.#list.show(this.limit > 0 ? found.slice(0, this.limit) : found);
      if (found.length === 0) this.onNoSuggestion();
    } catch (error) {
      reportError(error);
    }
  }
}
