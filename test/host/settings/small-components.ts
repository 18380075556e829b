/** An icon button, a bar that shows how far something is, and a value that is only shown. */
import type { TooltipOptions } from 'obsidian';
import { callSafely } from '../host-record';
import { setIcon } from '../icons/icons';
import { setTooltip } from '../tooltip';
import { BaseComponent, ValueComponent } from './base-component';

export class ExtraButtonComponent extends BaseComponent {
  extraSettingsEl: HTMLElement;
  #callback: (() => unknown) | null = null;

  constructor(containerEl: HTMLElement) {
    super();
    this.extraSettingsEl = containerEl.createEl('button', {
      cls: 'clickable-icon extra-setting-button',
      attr: { type: 'button' },
    });
    this.setIcon('settings');
    this.extraSettingsEl.addEventListener('click', () => callSafely(() => !this.disabled && this.#callback?.()));
  }

  override setDisabled(disabled: boolean): this {
    this.extraSettingsEl.toggleClass('is-disabled', disabled);
    this.extraSettingsEl.setAttribute('aria-disabled', String(disabled));
    return super.setDisabled(disabled);
  }

  setTooltip(tooltip: string, options?: TooltipOptions): this {
    setTooltip(this.extraSettingsEl, tooltip, options);
    return this;
  }

  setIcon(icon: string): this {
    setIcon(this.extraSettingsEl, icon);
    return this;
  }

  onClick(callback: () => unknown): this {
    this.#callback = callback;
    return this;
  }
}

export class ProgressBarComponent extends ValueComponent<number> {
  readonly #barEl: HTMLElement;
  #value = 0;

  constructor(containerEl: HTMLElement) {
    super();
    const attr = { role: 'progressbar', 'aria-valuemin': '0', 'aria-valuemax': '100' };
    this.#barEl = containerEl.createDiv({ cls: 'setting-progress-bar', attr }).createDiv('setting-progress-bar-inner');
  }

  getValue(): number {
    return this.#value;
  }

  setValue(value: number): this {
    this.#value = value;
    this.#barEl.style.width = `${value}%`;
    this.#barEl.parentElement?.setAttribute('aria-valuenow', String(value));
    return this;
  }
}

export class DisplayValueComponent {
  valueEl: HTMLElement;

  constructor(containerEl: HTMLElement) {
    this.valueEl = containerEl.createSpan('setting-display-value');
  }

  setValue(value: string | null): this {
    this.valueEl.setText(value ?? '');
    return this;
  }

  setStatus(status: 'warning' | null): this {
    this.valueEl.toggleClass('mod-warning', status === 'warning');
    return this;
  }
}
