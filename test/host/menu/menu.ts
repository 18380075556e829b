/** A context menu, for mouse and keyboard. Entries of one section stand together; a line parts the sections. */
import type { MenuPositionDef } from 'obsidian';
import { currentApp } from '../app/current-app';
import { callSafely } from '../host-record';
import { Component } from '../mocks';
import { Scope } from '../keys/scope';
import { MenuItem, MenuSeparator } from './menu-item';
import { placeInWindow } from './place-in-window';

const menusOfEvents = new WeakMap<Event, Menu>();

export class Menu extends Component {
  readonly dom = createDiv({ cls: 'menu', attr: { role: 'menu', tabindex: '-1' } });
  readonly items: (MenuItem | MenuSeparator)[] = [];
  readonly #scope = new Scope();
  #whenHidden: (() => unknown)[] = [];
  #parentMenu: Menu | null = null;
  #openSubmenu: Menu | null = null;
  #focusBefore: HTMLElement | null = null;
  #anchor: HTMLElement | null = null;
  #selected: MenuItem | null = null;

  constructor() {
    super();
    const keys: [string, () => unknown][] = [
      ['ArrowDown', () => this.#step(1)],
      ['ArrowUp', () => this.#step(-1)],
      ['Home', () => this.#select(this.#choices()[0])],
      ['End', () => this.#select(this.#choices().at(-1))],
      ['ArrowRight', () => this.#selected?.submenu && this.#showSubmenu(this.#selected, true)],
      ['ArrowLeft', () => this.#parentMenu && this.hide()],
      ['Escape', () => this.hide()],
      ['Tab', () => this.close()],
    ];
    for (const [key, act] of keys) {
      this.#scope.register([], key, () => {
        act();
        return false;
      });
    }
    for (const key of ['Enter', ' '])
      this.#scope.register([], key, (event) => (this.#choose(this.#selected, event), false));
    // A letter goes to the next entry that begins with it.
    this.#scope.register(null, null, (event) => this.#type(event.key));
  }

  static forEvent(event: PointerEvent | MouseEvent): Menu {
    const known = menusOfEvents.get(event);
    if (known) return known;
    const menu = new Menu();
    menusOfEvents.set(event, menu);
    event.preventDefault();
    // Others may add to it while the event travels.
    setTimeout(() => menu.showAtMouseEvent(event));
    return menu;
  }

  setNoIcon(): this {
    this.dom.addClass('mod-no-icon');
    return this;
  }

  setUseNativeMenu(_useNativeMenu: boolean): this {
    return this;
  }

  setParentElement(element: HTMLElement): this {
    this.#anchor = element;
    return this;
  }

  addItem(callback: (item: MenuItem) => unknown): this {
    const item = new MenuItem();
    this.items.push(item);
    callback(item);
    item.dom.addEventListener('click', (event) => this.#choose(item, event));
    item.dom.addEventListener('mouseenter', () => this.#hover(item));
    return this;
  }

  addSeparator(): this {
    this.items.push(new MenuSeparator());
    return this;
  }

  onHide(callback: () => unknown): void {
    this.#whenHidden.push(callback);
  }

  showAtMouseEvent(event: MouseEvent): this {
    const target = event.target as Node | null;
    return this.showAtPosition({ x: event.clientX, y: event.clientY }, target?.ownerDocument ?? document);
  }

  showAtPosition(position: MenuPositionDef, doc: Document = this.#anchor?.ownerDocument ?? activeDocument): this {
    if (this.dom.isConnected || this.items.length === 0) return this;
    this.#lay();
    this.#focusBefore = doc.activeElement as HTMLElement | null;
    this.#anchor?.setAttribute('aria-expanded', 'true');
    this.#anchor?.addClass('has-active-menu');
    doc.body.append(this.dom);
    placeInWindow(this.dom, position);
    this.load();
    currentApp().keymap.pushScope(this.#scope);
    this.dom.focus({ preventScroll: true });
    if (!this.#parentMenu) this.registerDomEvent(doc, 'mousedown', (event) => this.#pressedElsewhere(event), true);
    return this;
  }

  hide(): this {
    if (!this.dom.isConnected) return this;
    this.#openSubmenu?.hide();
    this.dom.remove();
    currentApp().keymap.popScope(this.#scope);
    this.unload();
    this.#anchor?.removeAttribute('aria-expanded');
    this.#anchor?.removeClass('has-active-menu');
    this.#select(undefined);
    if (this.#focusBefore?.isConnected) this.#focusBefore.focus({ preventScroll: true });
    for (const callback of this.#whenHidden.splice(0)) callSafely(callback);
    return this;
  }

  close(): void {
    this.hide();
    this.#parentMenu?.close();
  }

  /** Sections in the order in which their first entry came. */
  #lay(): void {
    const sections = new Map<string, (MenuItem | MenuSeparator)[]>();
    for (const item of this.items) {
      const section = item instanceof MenuSeparator ? ([...sections.keys()].at(-1) ?? '') : item.section;
      sections.set(section, [...(sections.get(section) ?? []), item]);
    }
    this.dom.empty();
    for (const items of sections.values()) {
      if (this.dom.childElementCount > 0) this.dom.append(new MenuSeparator().dom);
      const group = this.dom.createDiv({ cls: 'menu-group', attr: { role: 'none' } });
      group.append(...items.map((item) => item.dom));
    }
  }

  #choices(): MenuItem[] {
    const inOrder = [...this.dom.querySelectorAll('.menu-item')];
    const items = this.items.filter((item): item is MenuItem => item instanceof MenuItem);
    return items
      .filter((item) => !item.disabled && !item.isLabel)
      .sort((a, b) => inOrder.indexOf(a.dom) - inOrder.indexOf(b.dom));
  }

  #step(by: 1 | -1): void {
    const choices = this.#choices();
    const at = this.#selected ? choices.indexOf(this.#selected) : by === 1 ? -1 : choices.length;
    this.#select(choices[(at + by + choices.length) % choices.length]);
  }

  #type(key: string): false | undefined {
    if (key.length !== 1) return undefined;
    const choices = this.#choices();
    const from = this.#selected ? choices.indexOf(this.#selected) + 1 : 0;
    const matches = (item: MenuItem) => item.titleEl.textContent.toLowerCase().startsWith(key.toLowerCase());
    this.#select([...choices.slice(from), ...choices.slice(0, from)].find(matches) ?? this.#selected ?? undefined);
    return false;
  }

  #select(item: MenuItem | undefined): void {
    this.#selected?.dom.removeClass('selected');
    this.#selected = item ?? null;
    item?.dom.addClass('selected');
    if (item?.dom.isConnected) item.dom.focus({ preventScroll: false });
  }

  #hover(item: MenuItem): void {
    if (item.disabled || item.isLabel) return;
    this.#select(item);
    if (this.#openSubmenu !== item.submenu) this.#openSubmenu?.hide();
    if (item.submenu) this.#showSubmenu(item, false);
  }

  #showSubmenu(item: MenuItem, selectFirst: boolean): void {
    const { submenu } = item;
    if (!submenu) return;
    submenu.#parentMenu = this;
    this.#openSubmenu = submenu;
    const { right, top, width } = item.dom.getBoundingClientRect();
    submenu.showAtPosition({ x: right, y: top, width }, item.dom.ownerDocument);
    if (selectFirst) submenu.#step(1);
  }

  #choose(item: MenuItem | null, event: MouseEvent | KeyboardEvent): void {
    if (!item || item.disabled || item.isLabel) return;
    if (item.submenu) {
      this.#showSubmenu(item, true);
      return;
    }
    this.close();
    callSafely(() => item.callback?.(event));
  }

  #pressedElsewhere(event: MouseEvent): void {
    const target = event.target as Node;
    for (let menu = this as Menu | null; menu; menu = menu.#openSubmenu) if (menu.dom.contains(target)) return;
    this.hide();
  }
}
