/** The fields that text is typed into. */
import { callSafely } from '../host-record';
import { setIcon } from '../icons/icons';
import { ValueComponent } from './base-component';

export class AbstractTextComponent<T extends HTMLInputElement | HTMLTextAreaElement> extends ValueComponent<string> {
  inputEl: T;
  #callback: ((value: string) => unknown) | null = null;

  constructor(inputEl: T) {
    super();
    this.inputEl = inputEl;
    inputEl.addEventListener('input', () => this.onChanged());
  }

  override setDisabled(disabled: boolean): this {
    this.inputEl.disabled = disabled;
    return super.setDisabled(disabled);
  }

  getValue(): string {
    return this.inputEl.value;
  }

  setValue(value: string): this {
    this.inputEl.value = value;
    return this;
  }

  setPlaceholder(placeholder: string): this {
    this.inputEl.placeholder = placeholder;
    return this;
  }

  onChanged(): void {
    callSafely(() => this.#callback?.(this.getValue()));
  }

  onChange(callback: (value: string) => unknown): this {
    this.#callback = callback;
    return this;
  }
}

export class TextComponent extends AbstractTextComponent<HTMLInputElement> {
  constructor(containerEl: HTMLElement) {
    super(containerEl.createEl('input', { type: 'text', attr: { spellcheck: 'false' } }));
  }
}

export class TextAreaComponent extends AbstractTextComponent<HTMLTextAreaElement> {
  constructor(containerEl: HTMLElement) {
    super(containerEl.createEl('textarea', { attr: { spellcheck: 'false' } }));
  }
}

export class SearchComponent extends AbstractTextComponent<HTMLInputElement> {
  clearButtonEl: HTMLElement;

  constructor(containerEl: HTMLElement) {
    const box = containerEl.createDiv('search-input-container');
    super(box.createEl('input', { type: 'search', attr: { spellcheck: 'false', enterkeyhint: 'search' } }));
    this.clearButtonEl = box.createEl('button', {
      cls: 'clickable-icon search-input-clear-button',
      attr: { type: 'button', 'aria-label': 'Clear search' },
    });
    setIcon(this.clearButtonEl, 'x');
    this.clearButtonEl.addEventListener('click', () => {
      this.setValue('');
      this.onChanged();
      this.inputEl.focus();
    });
    this.#showClear();
  }

  override setValue(value: string): this {
    super.setValue(value);
    this.#showClear();
    return this;
  }

  override onChanged(): void {
    this.#showClear();
    super.onChanged();
  }

  #showClear(): void {
    this.clearButtonEl.toggle(this.getValue() !== '');
  }
}
