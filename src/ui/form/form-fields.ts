import { DropdownComponent, Setting, TextComponent } from 'obsidian';
import type { FieldRefusal } from '../../core/draft/drafting';

/** What every field has: the name by which a refusal finds it, and what is said to people. */
interface FieldWords {
  /** A field of the draft; of several titles with its number: `title 1`. */
  readonly field: string;
  readonly name: string;
  readonly desc?: string;
}

interface Drawn {
  readonly setting: Setting;
  readonly input: HTMLElement;
  readonly error: HTMLElement;
  isTouched: boolean;
}

let lastId = 0;

/** The fields of a form, with a place beside each for why its value will not do. Native settings: labels, keys and looks are the app's. */
export class FormFields {
  private readonly fields = new Map<string, Drawn>();

  constructor(
    private readonly containerEl: HTMLElement,
    private readonly changed: () => void,
    private readonly submit: () => void,
  ) {}

  private add({ field, name, desc }: FieldWords, draw: (setting: Setting) => HTMLElement): void {
    const setting = new Setting(this.containerEl).setName(name);
    if (desc !== undefined) setting.setDesc(desc);
    const input = draw(setting);
    setting.setClass(input.matches('select') ? 'ops-choice-field' : 'ops-text-field');
    const id = `ops-field-${++lastId}`;
    setting.nameEl.id = `${id}-name`;
    input.setAttribute('aria-labelledby', `${id}-name`);
    const error = this.containerEl.createDiv({ cls: 'ops-form-error', attr: { id } });
    error.hide();
    input.setAttribute('aria-describedby', id);
    this.fields.set(field, { setting, input, error, isTouched: false });
  }

  private touch(field: string): void {
    const drawn = this.fields.get(field);
    if (drawn) drawn.isTouched = true;
    this.changed();
  }

  text(
    words: FieldWords & {
      readonly value: string;
      readonly placeholder?: string;
      readonly type?: 'date';
      readonly set: (value: string) => void;
    },
  ): void {
    this.add(words, ({ controlEl }) => {
      const { inputEl } = new TextComponent(controlEl)
        .setPlaceholder(words.placeholder ?? '')
        .setValue(words.value)
        .onChange((value) => {
          words.set(value);
          this.touch(words.field);
        });
      if (words.type) inputEl.type = words.type;
      inputEl.addEventListener('keydown', (event) => {
        if (event.key !== 'Enter' || event.isComposing) return;
        event.preventDefault();
        this.submit();
      });
      return inputEl;
    });
  }

  choice(
    words: FieldWords & {
      readonly options: readonly (readonly [value: string, label: string])[];
      readonly value: string;
      readonly set: (value: string) => void;
    },
  ): void {
    this.add(words, ({ controlEl }) => {
      const dropdown = new DropdownComponent(controlEl);
      for (const [value, label] of words.options) dropdown.addOption(value, label);
      return dropdown.setValue(words.value).onChange((value) => {
        words.set(value);
        this.touch(words.field);
      }).selectEl;
    });
  }

  /** A select that `fill` fills, and tells the choices of. */
  select(words: FieldWords & { readonly fill: (select: HTMLSelectElement, changed: () => void) => void }): void {
    this.add(words, ({ controlEl }) => {
      const select = controlEl.createEl('select', 'dropdown');
      words.fill(select, () => this.touch(words.field));
      return select;
    });
  }

  /** Answers with what sets the switch from outside, without telling of it. */
  toggle(
    words: FieldWords & { readonly value: boolean; readonly set: (value: boolean) => void },
  ): (value: boolean) => void {
    let isSilent = false;
    let setValue = (_value: boolean): void => undefined;
    this.add(words, (setting) => {
      let input: HTMLElement = setting.controlEl;
      setting.addToggle((toggle) => {
        toggle.setValue(words.value).onChange((value) => {
          if (isSilent) return;
          words.set(value);
          this.touch(words.field);
        });
        // What has the focus says what it switches: the box in the app's switch, where there is one.
        input = toggle.toggleEl.querySelector('input') ?? toggle.toggleEl;
        setValue = (value) => {
          isSilent = true;
          toggle.setValue(value);
          isSilent = false;
        };
      });
      return input;
    });
    return setValue;
  }

  /** Puts the focus into the first field, its text selected for overtyping. */
  focusFirst(): void {
    const [first] = this.fields.values();
    first?.input.focus();
    if (first?.input.instanceOf(HTMLInputElement)) first.input.select();
  }

  /**
   * Says beside its field why the draft cannot be; whether a field was to blame that says so. A field that nobody has touched yet is blamed only when
   * `isAsked`; then it gets the focus.
   */
  blame(refusal: FieldRefusal | null, isAsked: boolean, open: (path: string) => void): boolean {
    for (const { error, input, setting } of this.fields.values()) {
      error.hide();
      error.empty();
      input.removeAttribute('aria-invalid');
      setting.settingEl.removeClass('is-invalid');
    }
    if (refusal?.field === undefined) return false;
    const drawn = this.fields.get(`${refusal.field} ${refusal.at ?? 0}`) ?? this.fields.get(refusal.field);
    if (!drawn || (!drawn.isTouched && !isAsked)) return false;
    drawn.error.setText(refusal.refusal);
    const { exists } = refusal;
    if (exists !== undefined)
      drawn.error.createEl('button', { text: 'Open it' }).addEventListener('click', () => open(exists));
    drawn.error.show();
    drawn.input.setAttribute('aria-invalid', 'true');
    drawn.setting.settingEl.addClass('is-invalid');
    if (isAsked) drawn.input.focus();
    return true;
  }
}
