/** Rows of the settings under a common heading. */
import { ExtraButtonComponent } from './small-components';
import { SearchComponent } from './text-components';
import { Setting } from './setting';

const groupEls = new WeakMap<object, HTMLElement>();

export class SettingGroup {
  listEl: HTMLElement;
  readonly #headingEl: HTMLElement;
  readonly #nameEl: HTMLElement;
  readonly #controlEl: HTMLElement;

  constructor(containerEl: HTMLElement) {
    const groupEl = containerEl.createDiv('setting-group');
    groupEls.set(this, groupEl);
    this.#headingEl = groupEl.createDiv('setting-item setting-item-heading');
    this.#nameEl = this.#headingEl
      .createDiv('setting-item-info')
      .createDiv({ cls: 'setting-item-name', attr: { role: 'heading', 'aria-level': '3' } });
    this.#controlEl = this.#headingEl.createDiv('setting-item-control');
    this.listEl = groupEl.createDiv('setting-items');
    this.#headingEl.hide();
  }

  /** Not declared: the group with its heading. */
  static elementOf(group: SettingGroup): HTMLElement {
    return groupEls.get(group) ?? group.listEl;
  }

  setHeading(text: string | DocumentFragment): this {
    this.#nameEl.replaceChildren(text);
    this.#headingEl.show();
    return this;
  }

  addClass(...classes: string[]): this {
    groupEls.get(this)?.addClass(...classes);
    return this;
  }

  addSetting(callback: (setting: Setting) => void): this {
    callback(new Setting(this.listEl));
    return this;
  }

  addSearch(callback: (component: SearchComponent) => unknown): this {
    this.#headingEl.show();
    callback(new SearchComponent(this.#controlEl));
    return this;
  }

  addExtraButton(callback: (component: ExtraButtonComponent) => unknown): this {
    this.#headingEl.show();
    callback(new ExtraButtonComponent(this.#controlEl));
    return this;
  }
}
