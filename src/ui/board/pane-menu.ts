import type { Menu } from 'obsidian';
import { DENSITIES, type Density } from '../../core/settings/view';
import { counted } from '../../core/wording/counted';
import { asOrder } from '../../core/wording/as-order';
import { keyTitle } from './key-title';

/** What the index has to say of itself. */
export interface BoardReport {
  readonly summary: string;
  readonly problems: readonly { readonly path: string; readonly reason: string }[];
  readonly missing: readonly string[];
}

export interface PaneMenuParts {
  readonly density: Density;
  /** Whether finished responsibilities are listed. */
  readonly finished: boolean;
  readonly areAllCollapsed: boolean;
  readonly report: BoardReport;
  /** What undo would take back, and redo do again, as it was told when it was done; null for nothing. */
  readonly undoes: string | null;
  readonly redoes: string | null;
  readonly setDensity: (density: Density) => void;
  readonly collapseAll: (collapse: boolean) => void;
  /** Copies a block that shows the same in a note. */
  readonly copyBlock: () => void;
  readonly focusFilter: () => void;
  readonly showViews: () => void;
  readonly toggleFinished: () => void;
  readonly showKeys: () => void;
  readonly undo: () => void;
  readonly redo: () => void;
  readonly openCheck: () => void;
  readonly showProgress: () => void;
  readonly openSettings: () => void;
  /** Shows lines to read. */
  readonly read: (heading: string, lines: readonly string[]) => void;
}

/** Fills the menu of the board's pane: what stands in its toolbar, undo and redo by name, where else to go, and what the index says of itself. */
export function fillPaneMenu(menu: Menu, parts: PaneMenuParts): void {
  const add = (section: string, title: string | DocumentFragment, icon: string, act: () => void): void => {
    menu.addItem((item) => item.setSection(`operations-${section}`).setTitle(title).setIcon(icon).onClick(act));
  };
  const { undoes, redoes, report } = parts;
  if (undoes !== null) add('step', keyTitle(`Undo ${asOrder(undoes)}`, 'Mod+z'), 'undo-2', parts.undo);
  if (redoes !== null) add('step', keyTitle(`Redo ${asOrder(redoes)}`, 'Mod+Shift+z'), 'redo-2', parts.redo);
  add('view', keyTitle('Filter', '/'), 'filter', parts.focusFilter);
  add('view', 'Rows, order and saved views…', 'sliders-horizontal', parts.showViews);
  const choice = (title: string, isOn: boolean, act: () => void): void => {
    menu.addItem((item) => item.setSection('operations-view').setTitle(title).setChecked(isOn).onClick(act));
  };
  for (const density of DENSITIES)
    choice(`${density === 'compact' ? 'Compact' : 'Comfortable'} cards`, parts.density === density, () =>
      parts.setDensity(density),
    );
  choice('Finished responsibilities', parts.finished, parts.toggleFinished);
  const [verb, icon] = parts.areAllCollapsed ? ['Expand', 'chevrons-up-down'] : ['Collapse', 'chevrons-down-up'];
  add('view', `${verb} all columns`, icon, () => parts.collapseAll(!parts.areAllCollapsed));
  add('view', 'Copy as block', 'copy', parts.copyBlock);
  add('go', 'Handbook check', 'shield-check', parts.openCheck);
  add('go', 'Progress over time', 'chart-no-axes-column', parts.showProgress);
  add('go', 'Settings', 'settings', parts.openSettings);
  add('go', keyTitle('Keys', '?'), 'keyboard', parts.showKeys);
  const { summary, problems, missing } = report;
  const news = [
    problems.length > 0 ? `${counted(problems.length, 'note')} could not be read` : '',
    missing.length > 0 ? `${counted(missing.length, 'registration')} missing` : '',
  ].filter((one) => one !== '');
  add(
    'report',
    `${news.length > 0 ? news.join(', ') : 'What was read'}…`,
    news.length > 0 ? 'triangle-alert' : 'info',
    () =>
      parts.read('What was read', [summary, ...problems.map(({ path, reason }) => `${path}: ${reason}`), ...missing]),
  );
}
