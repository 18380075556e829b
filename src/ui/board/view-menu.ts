import type { Menu } from 'obsidian';
import type { Chip } from '../../core/board/query/chips';
import { GROUPS, SORTS, type Group, type SavedView, type Sort, type View } from '../../core/settings/view';

/** What the menu chooses from. */
export interface ViewMenuParts {
  readonly chips: readonly Chip[];
  readonly view: View;
  readonly savedViews: readonly SavedView[];
  /** The one that is shown. */
  readonly saved: SavedView | null;
  readonly change: (change: Partial<View>) => void;
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
      choice('ops-filter', `${label} (${count})`, isOn, () => parts.change({ query: pressed }));
    for (const group of GROUPS)
      choice('ops-group', GROUP_WORDS[group], group === parts.view.group, () => parts.change({ group }));
  }
  if (part !== 'views')
    for (const sort of SORTS)
      choice('ops-sort', SORT_WORDS[sort], sort === parts.view.sort, () => parts.change({ sort }));
  if (part !== 'sort') {
    for (const saved of parts.savedViews)
      menu.addItem((item) =>
        item
          .setSection('ops-views')
          .setTitle(saved.name)
          .setIcon('bookmark')
          .setChecked(saved === parts.saved || null)
          .onClick(() => parts.change(saved.view)),
      );
    entry('ops-views', 'Save this view…', 'bookmark-plus', parts.save);
    entry('ops-views', 'Copy link to this view', 'link', parts.copyLink);
  }
  if (part === 'all') entry('ops-keys', 'Keys', 'keyboard', parts.showKeys);
}
