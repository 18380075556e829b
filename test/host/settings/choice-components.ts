/** The controls with which one value out of several is chosen. */
import type { HSL, RGB } from 'obsidian';
import { callSafely } from '../host-record';
import { ValueComponent } from './base-component';
import { hexToRgb, hslToRgb, rgbToHex, rgbToHsl } from './colours';

export class DropdownComponent extends ValueComponent<string> {
  selectEl: HTMLSelectElement;
  #callback: ((value: string) => unknown) | null = null;

  constructor(containerEl: HTMLElement) {
    super();
    this.selectEl = containerEl.createEl('select', 'dropdown');
    this.selectEl.addEventListener('change', () => callSafely(() => this.#callback?.(this.getValue())));
  }

  override setDisabled(disabled: boolean): this {
    this.selectEl.disabled = disabled;
    return super.setDisabled(disabled);
  }

  addOption(value: string, display: string): this {
    this.selectEl.createEl('option', { value, text: display });
    return this;
  }

  addOptions(options: Record<string, string>): this {
    for (const [value, display] of Object.entries(options)) this.addOption(value, display);
    return this;
  }

  getValue(): string {
    return this.selectEl.value;
  }

  setValue(value: string): this {
    this.selectEl.value = value;
    return this;
  }

  onChange(callback: (value: string) => unknown): this {
    this.#callback = callback;
    return this;
  }
}

export class SliderComponent extends ValueComponent<number> {
  sliderEl: HTMLInputElement;
  readonly #shownEl: HTMLElement;
  #format: (value: number) => string = String;
  #callback: ((value: number) => unknown) | null = null;

  constructor(containerEl: HTMLElement) {
    super();
    this.#shownEl = containerEl.createSpan('setting-display-value');
    this.sliderEl = containerEl.createEl('input', { cls: 'slider', type: 'range' });
    this.sliderEl.addEventListener('input', () => this.#show());
    this.sliderEl.addEventListener('change', () => callSafely(() => this.#callback?.(this.getValue())));
  }

  override setDisabled(disabled: boolean): this {
    this.sliderEl.disabled = disabled;
    return super.setDisabled(disabled);
  }

  setInstant(instant: boolean): this {
    if (instant) this.sliderEl.addEventListener('input', () => callSafely(() => this.#callback?.(this.getValue())));
    return this;
  }

  setLimits(min: number | null, max: number | null, step: number | 'any'): this {
    if (min !== null) this.sliderEl.min = String(min);
    if (max !== null) this.sliderEl.max = String(max);
    this.sliderEl.step = String(step);
    return this;
  }

  getValue(): number {
    return Number(this.sliderEl.value);
  }

  setValue(value: number): this {
    this.sliderEl.value = String(value);
    this.#show();
    return this;
  }

  getValuePretty(): string {
    return this.#format(this.getValue());
  }

  setDisplayFormat(format: (value: number) => string): this {
    this.#format = format;
    this.#show();
    return this;
  }

  setDynamicTooltip(): this {
    return this;
  }

  onChange(callback: (value: number) => unknown): this {
    this.#callback = callback;
    return this;
  }

  #show(): void {
    this.#shownEl.setText(this.getValuePretty());
  }
}

export class ColorComponent extends ValueComponent<string> {
  readonly #inputEl: HTMLInputElement;
  #callback: ((value: string) => unknown) | null = null;

  constructor(containerEl: HTMLElement) {
    super();
    this.#inputEl = containerEl.createEl('input', { type: 'color' });
    this.#inputEl.addEventListener('change', () => callSafely(() => this.#callback?.(this.getValue())));
  }

  override setDisabled(disabled: boolean): this {
    this.#inputEl.disabled = disabled;
    return super.setDisabled(disabled);
  }

  getValue(): string {
    return this.#inputEl.value;
  }

  getValueRgb(): RGB {
    return hexToRgb(this.getValue());
  }

  getValueHsl(): HSL {
    return rgbToHsl(this.getValueRgb());
  }

  setValue(value: string): this {
    this.#inputEl.value = value;
    return this;
  }

  setValueRgb(rgb: RGB): this {
    return this.setValue(rgbToHex(rgb));
  }

  setValueHsl(hsl: HSL): this {
    return this.setValueRgb(hslToRgb(hsl));
  }

  onChange(callback: (value: string) => unknown): this {
    this.#callback = callback;
    return this;
  }
}
