/** The list below a field: arrow keys move in it while the field keeps the focus. */
import type { Scope } from '../keys/scope';

interface Parts<T> {
  readonly containerEl: HTMLElement;
  readonly inputEl: HTMLElement;
  readonly scope: Scope;
  readonly render: (value: T, el: HTMLElement) => void;
  readonly choose: (value: T, event: MouseEvent | KeyboardEvent) => void;
}

let nextId = 1;

export class SuggestionList<T> {
  readonly #parts: Parts<T>;
  #values: readonly T[] = [];
  #elements: HTMLElement[] = [];
  #selected = 0;

  constructor(parts: Parts<T>) {
    this.#parts = parts;
    const { containerEl, inputEl, scope } = parts;
    containerEl.setAttribute('role', 'listbox');
    containerEl.id = `suggestions-${nextId++}`;
    inputEl.setAttribute('role', 'combobox');
    inputEl.setAttribute('aria-controls', containerEl.id);
    inputEl.setAttribute('aria-expanded', 'true');
    const keys: [string, (event: KeyboardEvent) => void][] = [
      ['ArrowDown', () => this.#select(this.#selected + 1)],
      ['ArrowUp', () => this.#select(this.#selected - 1)],
      ['PageDown', () => this.#select(Math.min(this.#selected + 10, this.#values.length - 1))],
      ['PageUp', () => this.#select(Math.max(this.#selected - 10, 0))],
      ['Enter', (event) => this.chooseSelected(event)],
    ];
    for (const [key, act] of keys) {
      scope.register([], key, (event) => {
        act(event);
        return false;
      });
    }
  }

  show(values: readonly T[]): void {
    const { containerEl, render, choose } = this.#parts;
    containerEl.empty();
    this.#values = values;
    this.#elements = values.map((value, i) => {
      const id = `${containerEl.id}-${i}`;
      const element = containerEl.createDiv({ cls: 'suggestion-item', attr: { role: 'option', id } });
      render(value, element);
      element.addEventListener('click', (event) => choose(value, event));
      element.addEventListener('mousemove', () => this.#select(i, false));
      return element;
    });
    this.#select(0);
  }

  chooseSelected(event: MouseEvent | KeyboardEvent): void {
    const value = this.#values[this.#selected];
    if (this.#selected < this.#values.length) this.#parts.choose(value as T, event);
  }

  #select(wanted: number, scroll = true): void {
    const count = this.#elements.length;
    if (count === 0) return;
    this.#selected = (wanted + count) % count;
    this.#elements.forEach((element, i) => {
      element.toggleClass('is-selected', i === this.#selected);
      element.setAttribute('aria-selected', String(i === this.#selected));
    });
    const chosen = this.#elements[this.#selected];
    this.#parts.inputEl.setAttribute('aria-activedescendant', chosen?.id ?? '');
    if (scroll) chosen?.scrollIntoView({ block: 'nearest' });
  }
}
