/** A control of a declared setting: it shows what is stored, and stores what is valid. */
import type { SettingControl } from 'obsidian';
import { callSafely } from '../host-record';
import { FilePathSuggest, FolderPathSuggest } from './path-suggest';
import type { Setting } from './setting';
import type { SettingTab } from './setting-tab';

/** @returns applies the control's `disabled` anew. */
export function addControl(tab: SettingTab, row: Setting, control: SettingControl): () => void {
  const stored = (): unknown => tab.getControlValue(control.key) ?? control.defaultValue;
  const text = () => {
    const value = stored();
    return typeof value === 'string' || typeof value === 'number' ? String(value) : '';
  };
  let asked = 0;
  const check = async (value: unknown): Promise<boolean> => {
    const turn = ++asked;
    const message = await (control.validate as ((value: unknown) => unknown) | undefined)?.(value);
    // What was typed since has been checked, too.
    if (turn !== asked) return false;
    row.setErrorMessage(typeof message === 'string' ? message : null);
    return typeof message !== 'string' || message === '';
  };
  const store = (value: unknown) =>
    callSafely(async () => {
      if (!(await check(value))) return;
      await tab.setControlValue(control.key, value);
      tab.refreshDomState();
    });

  switch (control.type) {
    case 'toggle':
      row.addToggle((toggle) => toggle.setValue(stored() === true).onChange(store));
      break;
    case 'dropdown':
      row.addDropdown((dropdown) => dropdown.addOptions(control.options).setValue(text()).onChange(store));
      break;
    case 'text':
      row.addText((field) =>
        field
          .setPlaceholder(control.placeholder ?? '')
          .setValue(text())
          .onChange(store),
      );
      break;
    case 'textarea':
      row.addTextArea((field) => {
        if (control.rows !== undefined) field.inputEl.rows = control.rows;
        field
          .setPlaceholder(control.placeholder ?? '')
          .setValue(text())
          .onChange(store);
      });
      break;
    case 'number':
      row.addText((field) => {
        const { inputEl } = field;
        inputEl.type = 'number';
        for (const limit of ['min', 'max', 'step'] as const)
          if (control[limit] !== undefined) inputEl[limit] = String(control[limit]);
        field.setPlaceholder(control.placeholder ?? '').setValue(text());
        field.onChange((typed) => {
          const number = Number.parseFloat(typed);
          store(Number.isNaN(number) ? (control.defaultValue ?? 0) : number);
        });
      });
      break;
    case 'file':
      row.addSearch((field) => {
        field
          .setPlaceholder(control.placeholder ?? '')
          .setValue(text())
          .onChange(store);
        new FilePathSuggest(tab.app, field, control.filter);
      });
      break;
    case 'folder':
      row.addSearch((field) => {
        field
          .setPlaceholder(control.placeholder ?? '')
          .setValue(text())
          .onChange(store);
        new FolderPathSuggest(tab.app, field, control);
      });
      break;
    case 'slider':
      row.addSlider((slider) => {
        slider.setLimits(control.min, control.max, control.step);
        if (control.displayFormat) slider.setDisplayFormat(control.displayFormat);
        slider.setValue(Number(stored() ?? control.min)).onChange(store);
      });
      break;
    case 'color':
      row.addColorPicker((picker) => picker.setValue(text()).onChange(store));
      break;
    default:
      assertNever(control);
  }
  // What is stored may be invalid already; it is shown as such and left as it is.
  callSafely(() => check(stored()));
  return () => {
    const { disabled } = control;
    row.setDisabled(typeof disabled === 'function' ? disabled() : (disabled ?? false));
  };
}

function assertNever(control: never): never {
  throw new Error(`There is no setting control ${JSON.stringify(control)}.`);
}
