/** One row of the settings: name and description at the left, controls at the right, an error below. */
import type { TooltipOptions } from 'obsidian';
import { setTooltip } from '../tooltip';
import type { BaseComponent } from './base-component';
import { ButtonComponent } from './button-component';
import { ColorComponent, DropdownComponent, SliderComponent } from './choice-components';
import { DisplayValueComponent, ExtraButtonComponent, ProgressBarComponent } from './small-components';
import { SearchComponent, TextAreaComponent, TextComponent } from './text-components';
import { ToggleComponent } from './toggle-component';

let nextId = 1;

export class Setting {
  settingEl: HTMLElement;
  infoEl: HTMLElement;
  nameEl: HTMLElement;
  descEl: HTMLElement;
  controlEl: HTMLElement;
  components: BaseComponent[] = [];
  errorEl: HTMLElement | null = null;
  readonly #fields: HTMLElement[] = [];

  constructor(containerEl: HTMLElement) {
    this.settingEl = containerEl.createDiv('setting-item');
    this.infoEl = this.settingEl.createDiv('setting-item-info');
    this.nameEl = this.infoEl.createDiv('setting-item-name');
    this.descEl = this.infoEl.createDiv({
      cls: 'setting-item-description',
      attr: { id: `setting-${nextId++}-description` },
    });
    this.controlEl = this.settingEl.createDiv('setting-item-control');
  }

  setErrorMessage(message: string | null): this {
    this.errorEl?.remove();
    this.errorEl = null;
    const isInvalid = message !== null && message !== '';
    this.settingEl.toggleClass('is-invalid', isInvalid);
    if (isInvalid) {
      this.errorEl = this.settingEl.createDiv({ cls: 'setting-item-error', text: message, attr: { role: 'alert' } });
    }
    return this;
  }

  setName(name: string | DocumentFragment): this {
    this.nameEl.replaceChildren(name);
    for (const field of this.#fields) field.setAttribute('aria-label', this.nameEl.textContent);
    return this;
  }

  setDesc(desc: string | DocumentFragment): this {
    this.descEl.replaceChildren(desc);
    return this;
  }

  setClass(cls: string): this {
    this.settingEl.addClass(cls);
    return this;
  }

  /** Not declared, but there in the app (*seen*: Tasks). */
  setVisibility(isVisible: boolean): this {
    this.settingEl.toggle(isVisible);
    return this;
  }

  setTooltip(tooltip: string, options?: TooltipOptions): this {
    setTooltip(this.settingEl, tooltip, options);
    return this;
  }

  setHeading(): this {
    this.settingEl.addClass('setting-item-heading');
    return this;
  }

  setDisabled(disabled: boolean): this {
    this.settingEl.toggleClass('is-disabled', disabled);
    for (const component of this.components) component.setDisabled(disabled);
    return this;
  }

  addButton(callback: (component: ButtonComponent) => unknown): this {
    return this.#add(new ButtonComponent(this.controlEl), callback);
  }

  addExtraButton(callback: (component: ExtraButtonComponent) => unknown): this {
    return this.#add(new ExtraButtonComponent(this.controlEl), callback);
  }

  addToggle(callback: (component: ToggleComponent) => unknown): this {
    const toggle = new ToggleComponent(this.controlEl);
    return this.#add(toggle, callback, toggle.inputEl);
  }

  addText(callback: (component: TextComponent) => unknown): this {
    const text = new TextComponent(this.controlEl);
    return this.#add(text, callback, text.inputEl);
  }

  addSearch(callback: (component: SearchComponent) => unknown): this {
    const search = new SearchComponent(this.controlEl);
    return this.#add(search, callback, search.inputEl);
  }

  addTextArea(callback: (component: TextAreaComponent) => unknown): this {
    const area = new TextAreaComponent(this.controlEl);
    return this.#add(area, callback, area.inputEl);
  }

  addDropdown(callback: (component: DropdownComponent) => unknown): this {
    const dropdown = new DropdownComponent(this.controlEl);
    return this.#add(dropdown, callback, dropdown.selectEl);
  }

  addColorPicker(callback: (component: ColorComponent) => unknown): this {
    return this.#add(new ColorComponent(this.controlEl), callback, this.controlEl.querySelector('input'));
  }

  addSlider(callback: (component: SliderComponent) => unknown): this {
    const slider = new SliderComponent(this.controlEl);
    return this.#add(slider, callback, slider.sliderEl);
  }

  addProgressBar(callback: (component: ProgressBarComponent) => unknown): this {
    return this.#add(new ProgressBarComponent(this.controlEl), callback);
  }

  addDisplayValue(callback: (component: DisplayValueComponent) => unknown): this {
    callback(new DisplayValueComponent(this.controlEl));
    return this;
  }

  addComponent(callback: (el: HTMLElement) => BaseComponent): this {
    this.components.push(callback(this.controlEl));
    return this;
  }

  then(callback: (setting: this) => unknown): this {
    callback(this);
    return this;
  }

  clear(): this {
    this.controlEl.empty();
    this.components = [];
    this.#fields.length = 0;
    return this;
  }

  /** The row's name and description are those of its field. */
  #add<T extends BaseComponent>(
    component: T,
    callback: (component: T) => unknown,
    field: HTMLElement | null = null,
  ): this {
    if (field) {
      this.#fields.push(field);
      field.setAttribute('aria-label', this.nameEl.textContent);
      field.setAttribute('aria-describedby', this.descEl.id);
    }
    this.components.push(component);
    callback(component);
    return this;
  }
}
