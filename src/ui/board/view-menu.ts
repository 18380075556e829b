import type { Menu } from 'obsidian';
import type { Chip } from '../../core/board/query/chips';
import { GROUPS, SORTS, type Group, type SavedView, type Sort } from '../../core/settings/view';

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

/** Chips, rows, order and saved views as a menu: what the toolbar has, also where it has no room. */
export function addViewMenu(menu: Menu, parts: ViewMenuParts, part: ViewMenuPart): void {
  const choice = (section: string, title: string, isOn: boolean, act: () => void): Menu =>
    menu.addItem((item) => item.setSection(section).setTitle(title).setChecked(isOn).onClick(act));
  const entry = (section: string, title: string, icon: string, act: () => void): Menu =>
    menu.addItem((item) => item.setSection(section).setTitle(title).setIcon(icon).onClick(act));
  if (part === 'all') {
    for (const { label, count, isOn, pressed } of parts.chips)
      choice('ops-filter', `${label} (${count})`, isOn, () => parts.filter(pressed));
    for (const one of GROUPS) choice('ops-group', GROUP_WORDS[one], one === parts.group, () => parts.setGroup(one));
  }
  if (part !== 'views')
    for (const one of SORTS) choice('ops-sort', SORT_WORDS[one], one === parts.sort, () => parts.setSort(one));
  if (part !== 'sort') {
    for (const view of parts.savedViews)
      menu.addItem((item) =>
        item
          .setSection('ops-views')
          .setTitle(view.name)
          .setIcon('bookmark')
          .setChecked(view === parts.saved || null)
          .onClick(() => parts.open(view)),
      );
    entry('ops-views', 'Save this view…', 'bookmark-plus', parts.save);
    entry('ops-views', 'Copy link to this view', 'link', parts.copyLink);
  }
  if (part === 'all') entry('ops-keys', 'Keys', 'keyboard', parts.showKeys);
}
