import type { TooltipOptions } from 'obsidian';
import { callSafely } from '../host-record';
import { setTooltip } from '../tooltip';
import { ValueComponent } from './base-component';

/** A switch: a check box drawn as one. */
export class ToggleComponent extends ValueComponent<boolean> {
  toggleEl: HTMLElement;
  readonly #box: HTMLInputElement;
  #callback: ((value: boolean) => unknown) | null = null;

  constructor(containerEl: HTMLElement) {
    super();
    this.toggleEl = containerEl.createDiv('checkbox-container');
    this.#box = this.toggleEl.createEl('input', { type: 'checkbox' });
    // A click on the box itself arrives here as well, with the box changed already.
    this.#box.addEventListener('change', () => this.#changed());
    this.toggleEl.addEventListener('click', (event) => event.target !== this.#box && this.onClick());
  }

  /** The check box, which is what a screen reader and the keyboard find. */
  get inputEl(): HTMLInputElement {
    return this.#box;
  }

  override setDisabled(disabled: boolean): this {
    this.#box.disabled = disabled;
    this.toggleEl.toggleClass('is-disabled', disabled);
    return super.setDisabled(disabled);
  }

  getValue(): boolean {
    return this.#box.checked;
  }

  setValue(on: boolean): this {
    const before = this.#box.checked;
    this.#box.checked = on;
    this.toggleEl.toggleClass('is-enabled', on);
    if (before !== on) callSafely(() => this.#callback?.(on));
    return this;
  }

  setTooltip(tooltip: string, options?: TooltipOptions): this {
    setTooltip(this.toggleEl, tooltip, options);
    return this;
  }

  onClick(): void {
    if (!this.disabled) this.setValue(!this.getValue());
  }

  onChange(callback: (value: boolean) => unknown): this {
    this.#callback = callback;
    return this;
  }

  #changed(): void {
    this.toggleEl.toggleClass('is-enabled', this.#box.checked);
    callSafely(() => this.#callback?.(this.#box.checked));
  }
}
