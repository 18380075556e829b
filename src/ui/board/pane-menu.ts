import type { Menu } from 'obsidian';
import { DENSITIES } from '../../core/settings/view';
import { counted } from '../../core/wording/counted';
import { asOrder } from '../../core/wording/as-order';
import type { BoardSurface } from './board-surface';
import { keyTitle } from './key-title';
import { showKeys, showText } from './show-text';

interface PaneActs {
  readonly focusFilter: () => void;
  readonly showViews: () => void;
  readonly undo: () => void;
  readonly redo: () => void;
}

/** Fills the menu of the board's pane: what stands in its toolbar, undo and redo by name, where else to go, and what the index says of itself. */
export function fillPaneMenu(menu: Menu, surface: BoardSurface, acts: PaneActs): void {
  const add = (section: string, title: string | DocumentFragment, icon: string, act: () => void): void => {
    menu.addItem((item) => item.setSection(`operations-${section}`).setTitle(title).setIcon(icon).onClick(act));
  };
  const { host } = surface;
  const { app, undoes, redoes } = host.context;
  const { density: shown, finished, collapsed } = surface.state;
  const columns = (surface.board?.columns ?? []).map(({ name }) => name);
  if (undoes !== null) add('step', keyTitle(`Undo ${asOrder(undoes)}`, 'Mod+z'), 'undo-2', acts.undo);
  if (redoes !== null) add('step', keyTitle(`Redo ${asOrder(redoes)}`, 'Mod+Shift+z'), 'redo-2', acts.redo);
  add('view', keyTitle('Filter', '/'), 'filter', acts.focusFilter);
  add('view', 'Rows, order and saved views…', 'sliders-horizontal', acts.showViews);
  const choice = (title: string, isOn: boolean, act: () => void): void => {
    menu.addItem((item) => item.setSection('operations-view').setTitle(title).setChecked(isOn).onClick(act));
  };
  for (const density of DENSITIES)
    choice(`${density === 'compact' ? 'Compact' : 'Comfortable'} cards`, shown === density, () =>
      surface.change({ density }),
    );
  choice('Finished responsibilities', finished, () => surface.actions.toggleFinished());
  const areCollapsed = columns.every((name) => collapsed.includes(name));
  const [verb, icon] = areCollapsed ? ['Expand', 'chevrons-up-down'] : ['Collapse', 'chevrons-down-up'];
  add('view', `${verb} all columns`, icon, () =>
    surface.change({ collapsed: areCollapsed ? [] : columns, card: null }),
  );
  add('view', 'Copy as block', 'copy', () => surface.actions.views.copyBlock());
  add('go', 'Handbook check', 'shield-check', () => host.openCheck());
  add('go', 'Progress over time', 'chart-no-axes-column', () => host.showProgress());
  add('go', 'Settings', 'settings', () => host.openSettings());
  add('go', keyTitle('Keys', '?'), 'keyboard', () => showKeys(app));
  const { summary, problems, missing } = host.report;
  const lines = [summary, ...problems.map(({ path, reason }) => `${path}: ${reason}`), ...missing];
  const news = [
    problems.length > 0 ? `${counted(problems.length, 'note')} could not be read` : '',
    missing.length > 0 ? `${counted(missing.length, 'registration')} missing` : '',
  ].filter((one) => one !== '');
  add(
    'report',
    `${news.length > 0 ? news.join(', ') : 'What was read'}…`,
    news.length > 0 ? 'triangle-alert' : 'info',
    () => showText(app, 'What was read', lines),
  );
}
