/** Suggestions below a field, as one types. */
import type { App } from '../app/app';
import { callSafely, reportError } from '../host-record';
import { PopoverSuggest } from './popover-suggest';
import { SuggestionList } from './suggestion-list';

export abstract class AbstractInputSuggest<T> extends PopoverSuggest<T> {
  limit = 100;
  readonly #inputEl: HTMLInputElement | HTMLDivElement;
  readonly #list: SuggestionList<T>;
  #callback: ((value: T, event: MouseEvent | KeyboardEvent) => unknown) | null = null;
  #asked = 0;

  constructor(app: App, textInputEl: HTMLInputElement | HTMLDivElement) {
    super(app);
    this.#inputEl = textInputEl;
    this.#list = new SuggestionList({
      containerEl: this.suggestEl.createDiv('suggestion'),
      inputEl: textInputEl,
      scope: this.scope,
      render: (value, el) => this.renderSuggestion(value, el),
      choose: (value, event) => this.selectSuggestion(value, event),
    });
    textInputEl.setAttribute('aria-expanded', 'false');
    for (const name of ['input', 'focus', 'click']) textInputEl.addEventListener(name, () => void this.#update());
    textInputEl.addEventListener('blur', () => this.close());
  }

  protected abstract getSuggestions(query: string): T[] | Promise<T[]>;

  getValue(): string {
    return 'value' in this.#inputEl ? this.#inputEl.value : this.#inputEl.textContent;
  }

  setValue(value: string): void {
    if ('value' in this.#inputEl) this.#inputEl.value = value;
    else this.#inputEl.setText(value);
  }

  selectSuggestion(value: T, event: MouseEvent | KeyboardEvent): void {
    callSafely(() => this.#callback?.(value, event));
  }

  onSelect(callback: (value: T, event: MouseEvent | KeyboardEvent) => unknown): this {
    this.#callback = callback;
    return this;
  }

  override open(): void {
    super.open();
    this.#inputEl.doc.addEventListener('pointerdown', this.#pressed, true);
  }

  override close(): void {
    this.#asked++;
    this.#inputEl.doc.removeEventListener('pointerdown', this.#pressed, true);
    this.#inputEl.setAttribute('aria-expanded', 'false');
    super.close();
  }

  /** Pressed elsewhere than in the field and its list. */
  readonly #pressed = ({ target }: Event): void => {
    if (![this.#inputEl, this.suggestEl].some((element) => element.contains(target as Node))) this.close();
  };

  async #update(): Promise<void> {
    const asked = ++this.#asked;
    try {
      const found = await this.getSuggestions(this.getValue());
      if (asked !== this.#asked || !this.#inputEl.isConnected) return;
      if (found.length === 0) {
        this.close();
        return;
      }
      this.open();
      this.#inputEl.setAttribute('aria-expanded', 'true');
      this.#list.show(this.limit > 0 ? found.slice(0, this.limit) : found);
      this.#place();
    } catch (error) {
      reportError(error);
    }
  }

  #place(): void {
    const { left, bottom, width } = this.#inputEl.getBoundingClientRect();
    Object.assign(this.suggestEl.style, { left: `${left}px`, top: `${bottom + 2}px`, minWidth: `${width}px` });
  }
}
