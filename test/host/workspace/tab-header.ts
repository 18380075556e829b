/** The header of a tab: a click shows it, a middle click or its cross closes it, the right button opens its menu. */
import { setIcon } from '../icons/icons';
import { Menu } from '../menu/menu';
import { setTooltip } from '../tooltip';
import type { WorkspaceLeaf } from './workspace-leaf';
import { WorkspaceTabs } from './workspace-tabs';

export function createTabHeader(leaf: WorkspaceLeaf): HTMLElement {
  const header = createDiv({ cls: 'workspace-tab-header tappable', attr: { role: 'tab' } });
  const inner = header.createDiv('workspace-tab-header-inner');
  inner.createDiv('workspace-tab-header-inner-icon');
  inner.createDiv('workspace-tab-header-inner-title');
  const close = inner.createDiv('workspace-tab-header-inner-close-button');
  setIcon(close, 'x');
  close.addEventListener('click', (event) => {
    event.stopPropagation();
    leaf.detach();
  });
  header.addEventListener('click', () => leaf.app.workspace.setActiveLeaf(leaf, { focus: true }));
  header.addEventListener('auxclick', (event) => event.button === 1 && leaf.detach());
  header.addEventListener('keydown', (event) => moveAlong(leaf, event));
  header.addEventListener('contextmenu', (event) => {
    event.preventDefault();
    tabMenu(leaf).showAtMouseEvent(event);
  });
  return header;
}

export function updateTabHeader(leaf: WorkspaceLeaf): void {
  const { tabHeaderEl } = leaf;
  const title = leaf.getDisplayText();
  tabHeaderEl.dataset.type = leaf.view.getViewType();
  tabHeaderEl.find('.workspace-tab-header-inner-title').setText(title);
  setIcon(tabHeaderEl.find('.workspace-tab-header-inner-icon'), leaf.getIcon());
  setTooltip(tabHeaderEl, title);
}

function moveAlong(leaf: WorkspaceLeaf, event: KeyboardEvent): void {
  const step = { ArrowLeft: -1, ArrowRight: 1 }[event.key];
  const tabs = leaf.parent;
  if (step === undefined || !(tabs instanceof WorkspaceTabs)) {
    if (event.key === 'Enter' || event.key === ' ') leaf.app.workspace.setActiveLeaf(leaf, { focus: true });
    return;
  }
  const all = [...tabs.leaves()];
  const next = all[(all.indexOf(leaf) + step + all.length) % all.length];
  if (!next) return;
  event.preventDefault();
  leaf.app.workspace.setActiveLeaf(next);
  next.tabHeaderEl.focus();
}

function tabMenu(leaf: WorkspaceLeaf): Menu {
  const { workspace } = leaf.app;
  const menu = new Menu();
  const add = (section: string, icon: string, title: string, act: () => unknown) =>
    menu.addItem((item) => item.setSection(section).setIcon(icon).setTitle(title).onClick(act));
  add('close', 'x', 'Close', () => leaf.detach());
  add('close', 'copy-x', 'Close others', () => {
    for (const other of leaf.parent?.leaves() ?? []) if (other !== leaf && !other.isPinned()) other.detach();
  });
  add('pane', 'pin', leaf.isPinned() ? 'Unpin' : 'Pin', () => leaf.togglePinned());
  add('pane', 'separator-vertical', 'Split right', () => workspace.duplicateLeaf(leaf, 'split'));
  add('pane', 'panel-right', 'Move to right sidebar', () => workspace.moveLeaf(leaf, 'right'));
  add('pane', 'panel-left', 'Move to left sidebar', () => workspace.moveLeaf(leaf, 'left'));
  add('pane', 'app-window', 'Move to new window', () => workspace.moveLeafToPopout(leaf));
  leaf.view.onPaneMenu(menu, 'tab-header');
  return menu;
}
