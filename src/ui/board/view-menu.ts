import type { Menu } from 'obsidian';
import type { Chip } from '../../core/board/query/chips';
import { GROUPS, type Group, type SavedView, type Sort } from '../../core/settings/view';

/** What the menu chooses from. */
export interface ViewMenuParts {
  readonly chips: readonly Chip[];
  readonly group: Group;
  readonly sort: Sort;
  readonly savedViews: readonly SavedView[];
  /** The one that is shown. */
  readonly saved: SavedView | null;
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

/** All of the menu, or what a wide pane's toolbar has a button for. */
export type ViewMenuPart = 'all' | 'sort' | 'views';

function addViewSettings(
  menu: Menu,
  { chips, group, filter, setGroup }: Pick<ViewMenuParts, 'chips' | 'group' | 'filter' | 'setGroup'>,
): void {
  for (const { label, count, isOn, pressed } of chips)
    menu.addItem((item) =>
      item
        .setSection('ops-filter')
        .setTitle(`${label} (${count})`)
        .setChecked(isOn)
        .onClick(() => filter(pressed)),
    );
  for (const one of GROUPS)
    menu.addItem((item) =>
      item
        .setSection('ops-group')
        .setTitle(GROUP_WORDS[one])
        .setChecked(group === one)
        .onClick(() => setGroup(one)),
    );
}

function addSort(menu: Menu, { sort, setSort }: Pick<ViewMenuParts, 'sort' | 'setSort'>): void {
  for (const [one, words] of Object.entries(SORT_WORDS) as [Sort, string][])
    menu.addItem((item) =>
      item
        .setSection('ops-sort')
        .setTitle(words)
        .setChecked(sort === one)
        .onClick(() => setSort(one)),
    );
}

function addSavedViews(menu: Menu, { savedViews, saved, open, save, copyLink }: ViewMenuParts): void {
  const add = (title: string, icon: string, act: () => void, isShown = false): void => {
    menu.addItem((item) =>
      item
        .setSection('ops-views')
        .setTitle(title)
        .setIcon(icon)
        .setChecked(isShown || null)
        .onClick(act),
    );
  };
  for (const view of savedViews) add(view.name, 'bookmark', () => open(view), view === saved);
  add('Save this view…', 'bookmark-plus', save);
  add('Copy link to this view', 'link', copyLink);
}

/** Chips, rows, order and saved views as a menu: what the toolbar has, also where it has no room. */
export function addViewMenu(menu: Menu, parts: ViewMenuParts, part: ViewMenuPart): void {
  if (part === 'all') addViewSettings(menu, parts);
  if (part !== 'views') addSort(menu, parts);
  if (part !== 'sort') addSavedViews(menu, parts);
  if (part === 'all')
    menu.addItem((item) => item.setSection('ops-keys').setTitle('Keys').setIcon('keyboard').onClick(parts.showKeys));
}
