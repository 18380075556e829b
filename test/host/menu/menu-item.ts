/** An entry of a menu. */
import { setIcon } from '../icons/icons';
import { Menu } from './menu';

export class MenuItem {
  readonly dom = createDiv({ cls: 'menu-item tappable', attr: { role: 'menuitem', tabindex: '-1' } });
  readonly iconEl: HTMLElement;
  readonly titleEl: HTMLElement;
  section = '';
  disabled = false;
  checked: boolean | null = null;
  isLabel = false;
  submenu: Menu | null = null;
  callback: ((event: MouseEvent | KeyboardEvent) => unknown) | null = null;

  constructor() {
    this.iconEl = this.dom.createDiv('menu-item-icon');
    this.titleEl = this.dom.createDiv('menu-item-title');
  }

  setTitle(title: string | DocumentFragment): this {
    this.titleEl.replaceChildren(title);
    return this;
  }

  setIcon(icon: string | null): this {
    this.iconEl.empty();
    if (icon !== null) setIcon(this.iconEl, icon);
    return this;
  }

  setChecked(checked: boolean | null): this {
    this.checked = checked;
    this.dom.setAttribute('role', checked === null ? 'menuitem' : 'menuitemcheckbox');
    if (checked === null) this.dom.removeAttribute('aria-checked');
    else this.dom.setAttribute('aria-checked', String(checked));
    this.dom.toggleClass('mod-checked', checked === true);
    this.dom.querySelector('.menu-item-icon.mod-checked')?.remove();
    if (checked === true) setIcon(this.dom.createDiv('menu-item-icon mod-checked'), 'check');
    return this;
  }

  setDisabled(disabled: boolean): this {
    this.disabled = disabled;
    this.dom.toggleClass('is-disabled', disabled);
    this.dom.setAttribute('aria-disabled', String(disabled));
    return this;
  }

  setWarning(isWarning: boolean): this {
    this.dom.toggleClass('is-warning', isWarning);
    return this;
  }

  setIsLabel(isLabel: boolean): this {
    this.isLabel = isLabel;
    this.dom.toggleClass('is-label', isLabel);
    return this;
  }

  setSection(section: string): this {
    this.section = section;
    this.dom.dataset.section = section;
    return this;
  }

  onClick(callback: (event: MouseEvent | KeyboardEvent) => unknown): this {
    this.callback = callback;
    return this;
  }

  /** Not declared, but known: a menu that opens beside this entry. */
  setSubmenu(): Menu {
    this.submenu ??= new Menu();
    this.dom.addClass('has-submenu');
    this.dom.setAttribute('aria-haspopup', 'menu');
    if (!this.dom.querySelector('.mod-submenu'))
      setIcon(this.dom.createDiv('menu-item-icon mod-submenu'), 'chevron-right');
    return this.submenu;
  }
}

export class MenuSeparator {
  readonly dom = createDiv({ cls: 'menu-separator', attr: { role: 'separator' } });
  section = '';
}
