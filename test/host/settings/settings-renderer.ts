/** Draws a settings tab from its definitions: groups, lists, rows, and the pages that rows lead to. */
import type {
  SettingDefinitionGroup,
  SettingDefinitionItem,
  SettingDefinitionList,
  SettingDefinitionPage,
  SettingGroupItem,
} from 'obsidian';
import { callSafely } from '../host-record';
import { setIcon } from '../icons/icons';
import { addControl } from './add-control';
import { addListHandles } from './list-handles';
import { Setting } from './setting';
import { SettingGroup } from './setting-group';
import type { SettingTab } from './setting-tab';

type Group = SettingDefinitionGroup | SettingDefinitionList;

export class SettingsRenderer {
  readonly #tab: SettingTab;
  /** Where each opened page stands among the definitions around it: those are made anew with each update. */
  #trail: (readonly number[])[] = [];
  #customPage: { hide(): void } | null = null;
  #refreshers: (() => void)[] = [];
  #cleanups: (() => void)[] = [];
  readonly #queries = new Map<string, string>();

  constructor(tab: SettingTab) {
    this.#tab = tab;
  }

  draw(): void {
    const focused = focusIn(this.#tab.containerEl);
    this.clear();
    const { containerEl, settingItems } = this.#tab;
    let items: readonly SettingDefinitionItem[] = settingItems;
    let page: SettingDefinitionPage | null = null;
    for (const trail of this.#trail) {
      page = at(items, trail);
      items = page?.items ?? [];
    }
    if (page) this.#drawTitle(page.name);
    if (page?.page) this.#drawCustom(page.page());
    this.#drawItems(containerEl, items);
    this.refresh();
    focused(containerEl);
  }

  /** Applies every `visible` and `disabled` anew. */
  refresh(): void {
    for (const refresh of this.#refreshers) callSafely(refresh);
  }

  clear(): void {
    for (const cleanup of this.#cleanups.splice(0)) callSafely(cleanup);
    this.#customPage?.hide();
    this.#customPage = null;
    this.#refreshers = [];
    this.#tab.containerEl.empty();
  }

  leavePages(): void {
    this.#trail = [];
  }

  #drawTitle(name: string): void {
    const bar = this.#tab.containerEl.createDiv('setting-page-titlebar');
    const back = bar.createEl('button', { cls: 'clickable-icon', attr: { type: 'button', 'aria-label': 'Back' } });
    setIcon(back, 'chevron-left');
    back.addEventListener('click', () => {
      // Whether the app asks for the definitions anew here is not known: a tab must not count on it.
      this.#trail.pop();
      this.draw();
    });
    bar.createDiv({ cls: 'setting-page-title', text: name, attr: { role: 'heading', 'aria-level': '2' } });
  }

  #drawCustom(page: ReturnType<NonNullable<SettingDefinitionPage['page']>>): void {
    this.#customPage = page;
    this.#tab.containerEl.append(page.rootEl);
    callSafely(() => page.display());
  }

  /** Rows that stand in no group are one together. */
  #drawItems(parent: HTMLElement, items: readonly SettingDefinitionItem[]): void {
    let loose: SettingGroup | null = null;
    items.forEach((item, i) => {
      if ('type' in item && item.type !== 'page') {
        loose = null;
        this.#drawGroup(parent, item, [i]);
      } else {
        loose ??= new SettingGroup(parent);
        this.#drawRow(loose, item, [i], null);
      }
    });
  }

  #drawGroup(parent: HTMLElement, group: Group, trail: readonly number[]): void {
    const drawn = new SettingGroup(parent);
    const element = SettingGroup.elementOf(drawn);
    if (group.heading !== undefined) drawn.setHeading(group.heading);
    if (group.cls) drawn.addClass(...group.cls.split(/\s+/));
    this.#watchVisible(element, group.visible);
    const items = group.items ?? [];
    const rows = items.map((item, i) => this.#drawRow(drawn, item, [...trail, i], group));
    if (group.search) this.#addSearch(drawn, group, rows);
    for (const button of group.extraButtons ?? []) drawn.addExtraButton(button as never);
    if (group.type === 'list') this.#finishList(drawn, group);
  }

  #finishList(drawn: SettingGroup, group: Group): void {
    const { items = [], emptyState, addItem } = group as SettingDefinitionList;
    drawn.addClass('mod-list');
    if (items.length === 0 && emptyState !== undefined)
      drawn.listEl.createDiv('setting-empty-state').append(emptyState);
    if (!addItem) return;
    drawn.addExtraButton((button) => {
      button.setIcon('plus').setTooltip(addItem.name);
      button.onClick(() => addItem.action(button.extraSettingsEl));
    });
  }

  #drawRow(group: SettingGroup, item: SettingGroupItem, trail: readonly number[], owner: Group | null): Setting {
    const row = new Setting(group.listEl).setName(item.name);
    if (item.desc !== undefined)
      row.setDesc(typeof item.desc === 'string' ? item.desc : (item.desc.cloneNode(true) as DocumentFragment));
    this.#watchVisible(row.settingEl, item.visible);
    const index = trail.at(-1) ?? 0;
    if ('type' in item) this.#leadTo(row, item, trail);
    else if (item.control) this.#refreshers.push(addControl(this.#tab, row, item.control));
    else if (item.render) {
      const cleanup = item.render(row as never, group as never);
      if (cleanup) this.#cleanups.push(cleanup);
    } else if (item.action) this.#makeAction(row, (el) => item.action(el, index), item.disabled);
    if (owner?.type === 'list') addListHandles(row, owner, index);
    return row;
  }

  #leadTo(row: Setting, page: SettingDefinitionPage, trail: readonly number[]): void {
    const valueOf = <T>(given: T | (() => T)) => (typeof given === 'function' ? (given as () => T)() : given);
    row.addDisplayValue((shown) => {
      shown.setValue(valueOf(page.displayValue) ?? '').setStatus(valueOf(page.status) ?? null);
    });
    this.#makeAction(row, () => {
      this.#trail.push(trail);
      this.#tab.update();
    });
    setIcon(row.controlEl.createDiv('setting-item-chevron'), 'chevron-right');
  }

  /** The whole row is the button. */
  #makeAction(row: Setting, act: (el: HTMLElement) => void, disabled?: boolean | (() => boolean)): void {
    const { settingEl, nameEl } = row;
    const isDisabled = () => (typeof disabled === 'function' ? disabled() : (disabled ?? false));
    row.setClass('mod-navigable');
    nameEl.setAttrs({ role: 'button', tabindex: '0' });
    const run = () => !isDisabled() && callSafely(() => act(settingEl));
    settingEl.addEventListener('click', (event) => {
      if (!(event.target as Element).closest('button, input, select')) run();
    });
    nameEl.addEventListener('keydown', (event) => {
      if (event.key !== 'Enter' && event.key !== ' ') return;
      event.preventDefault();
      run();
    });
    this.#refreshers.push(() => settingEl.toggleClass('is-disabled', isDisabled()));
  }

  #addSearch(drawn: SettingGroup, group: Group, rows: readonly Setting[]): void {
    const key = group.heading ?? '';
    const filter = (query: string) => {
      this.#queries.set(key, query);
      rows.forEach((row, i) => {
        const item = group.items?.[i];
        const isBound = item !== undefined && !('type' in item) && item.searchable !== false;
        if (isBound) row.settingEl.toggle(query === '' || group.search?.match(item, query) === true);
      });
    };
    drawn.addSearch((search) => {
      search
        .setPlaceholder(group.search?.placeholder ?? 'Search…')
        .setValue(this.#queries.get(key) ?? '')
        .onChange(filter);
    });
    filter(this.#queries.get(key) ?? '');
  }

  #watchVisible(element: HTMLElement, visible: boolean | (() => boolean) | undefined): void {
    this.#refreshers.push(() => element.toggle(typeof visible === 'function' ? visible() : visible !== false));
  }
}

function at(items: readonly SettingDefinitionItem[], trail: readonly number[]): SettingDefinitionPage | null {
  let found: SettingDefinitionItem | undefined;
  let within: readonly SettingDefinitionItem[] = items;
  for (const index of trail) {
    found = within[index];
    within = found && 'items' in found ? (found.items ?? []) : [];
  }
  return found && 'type' in found && found.type === 'page' ? found : null;
}

/** A redrawn tab gets the focus back to the field, or the row, where it was. */
function focusIn(containerEl: HTMLElement): (redrawn: HTMLElement) => void {
  const fields = 'input, select, textarea, button, [tabindex]';
  const before = [...containerEl.querySelectorAll(fields)].indexOf(containerEl.ownerDocument.activeElement!);
  return (redrawn) => {
    if (before >= 0) redrawn.querySelectorAll<HTMLElement>(fields)[before]?.focus();
  };
}
