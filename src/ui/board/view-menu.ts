import type { Menu } from 'obsidian';
import type { Chip } from '../../core/board/query/chips';
import { GROUPS, type Group, type SavedView, type Sort } from '../../core/settings/view';

/** What the menu chooses from. */
export interface ViewMenuParts {
  readonly chips: readonly Chip[];
  readonly group: Group;
  readonly sort: Sort;
  readonly savedViews: readonly SavedView[];
  readonly filter: (query: string) => void;
  readonly setGroup: (group: Group) => void;
  readonly setSort: (sort: Sort) => void;
  readonly open: (view: SavedView) => void;
  readonly save: () => void;
  readonly copyLink: () => void;
  readonly showKeys: () => void;
}

export const GROUP_WORDS: Readonly<Record<Group, string>> = {
  none: 'Phases only',
  owners: 'Rows by owner',
  notes: 'Rows by note',
};

export const SORT_WORDS: Readonly<Record<Sort, string>> = {
  due: 'Sort by due date',
  place: 'Sort by place',
  owner: 'Sort by owner',
  title: 'Sort by title',
  changed: 'Sort by last change',
};

/** How cards are grouped. */
export function addGroupMenu(menu: Menu, group: Group, setGroup: (group: Group) => void): void {
  for (const one of GROUPS)
    menu.addItem((item) =>
      item
        .setSection('ops-group')
        .setTitle(GROUP_WORDS[one])
        .setChecked(group === one)
        .onClick(() => setGroup(one)),
    );
}

/** Chips, order and saved views as a menu: what the toolbar has, also where it has no room. */
export function addViewMenu(
  menu: Menu,
  { chips, group, sort, savedViews, filter, setGroup, setSort, open, save, copyLink, showKeys }: ViewMenuParts,
): void {
  for (const { label, count, isOn, pressed } of chips)
    menu.addItem((item) =>
      item
        .setSection('ops-filter')
        .setTitle(`${label} (${count})`)
        .setChecked(isOn)
        .onClick(() => filter(pressed)),
    );
  addGroupMenu(menu, group, setGroup);
  for (const [one, words] of Object.entries(SORT_WORDS) as [Sort, string][])
    menu.addItem((item) =>
      item
        .setSection('ops-sort')
        .setTitle(words)
        .setChecked(sort === one)
        .onClick(() => setSort(one)),
    );
  for (const view of savedViews)
    menu.addItem((item) =>
      item
        .setSection('ops-views')
        .setTitle(view.name)
        .setIcon('bookmark')
        .onClick(() => open(view)),
    );
  menu.addItem((item) =>
    item.setSection('ops-views').setTitle('Save this view…').setIcon('bookmark-plus').onClick(save),
  );
  menu.addItem((item) =>
    item.setSection('ops-views').setTitle('Copy link to this view').setIcon('link').onClick(copyLink),
  );
  menu.addItem((item) => item.setSection('ops-keys').setTitle('Keys').setIcon('keyboard').onClick(showKeys));
}
