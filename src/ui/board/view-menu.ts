import type { Menu } from 'obsidian';
import type { Chip } from '../../core/board/query/chips';
import type { SavedView, Sort } from '../../core/settings/view';

/** What the menu chooses from. */
export interface ViewMenuParts {
  readonly chips: readonly Chip[];
  readonly sort: Sort;
  readonly savedViews: readonly SavedView[];
  readonly filter: (query: string) => void;
  readonly setSort: (sort: Sort) => void;
  readonly open: (view: SavedView) => void;
  readonly save: () => void;
  readonly copyLink: () => void;
  readonly showKeys: () => void;
}

const SORT_WORDS: Readonly<Record<Sort, string>> = {
  due: 'Sort by due date',
  place: 'Sort by place',
  owner: 'Sort by owner',
  title: 'Sort by title',
  changed: 'Sort by last change',
};

/** Chips, order and saved views as a menu: what the toolbar has, also where it has no room. */
export function addViewMenu(
  menu: Menu,
  { chips, sort, savedViews, filter, setSort, open, save, copyLink, showKeys }: ViewMenuParts,
): void {
  for (const { label, count, isOn, pressed } of chips)
    menu.addItem((item) =>
      item
        .setSection('ops-filter')
        .setTitle(`${label} (${count})`)
        .setChecked(isOn)
        .onClick(() => filter(pressed)),
    );
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
