/** The layout as `.obsidian/workspace.json` holds it: written out, and put together again. */
import type { ViewState } from 'obsidian';
import { openPopout } from './open-popout';
import type { Workspace } from './workspace';
import type { WorkspaceItem } from './workspace-item';
import { WorkspaceLeaf } from './workspace-leaf';
import { WorkspaceParent } from './workspace-parent';
import { WorkspaceSidedock } from './workspace-sidedock';
import { WorkspaceSplit, type SplitDirection } from './workspace-split';
import { WorkspaceTabs } from './workspace-tabs';
import { WorkspaceWindow } from './workspace-window';

export type Layout = Record<string, unknown>;

interface LeafNode {
  readonly id: string;
  readonly type: 'leaf';
  readonly state: ViewState & { icon?: string; title?: string };
}

interface ParentNode {
  readonly type: 'split' | 'tabs';
  readonly children: readonly LayoutNode[];
  readonly direction?: SplitDirection;
  readonly currentTab?: number;
  readonly collapsed?: boolean;
}

type LayoutNode = LeafNode | ParentNode;

export function readLayout(workspace: Workspace): Layout {
  const windows = workspace.floatingSplit.children.filter((child) => child instanceof WorkspaceWindow);
  return {
    main: nodeOf(workspace.rootSplit),
    left: nodeOf(workspace.leftSplit),
    right: nodeOf(workspace.rightSplit),
    ...(windows.length === 0 ? {} : { floating: { type: 'floating', children: windows.map(windowOf) } }),
    active: workspace.activeLeaf?.id ?? null,
    lastOpenFiles: workspace.getLastOpenFiles(),
  };
}

/** Only the active tab of each row is loaded; what the layout does not say stays out. */
export async function restoreLayout(workspace: Workspace, layout: unknown): Promise<void> {
  const { main, left, right, floating, active } = asRecord(layout);
  const shown: WorkspaceLeaf[] = [];
  workspace.activeLeaf = null;
  for (const leaf of [
    ...workspace.rootSplit.leaves(),
    ...workspace.leftSplit.leaves(),
    ...workspace.rightSplit.leaves(),
    ...workspace.floatingSplit.leaves(),
  ])
    leaf.detach();
  fill(workspace.rootSplit, main);
  for (const [dock, node] of [
    [workspace.leftSplit, left],
    [workspace.rightSplit, right],
  ] as const) {
    fill(dock, node);
    if (dock.children.length === 0 || asRecord(node).collapsed === true) dock.collapse();
    else dock.expand();
  }
  for (const node of Array.isArray(asRecord(floating).children) ? (asRecord(floating).children as unknown[]) : []) {
    // Where no window can be opened, as on a phone, its tabs stand in the main one rather than nowhere.
    fill(windowFor(workspace, node) ?? workspace.rootSplit, node);
  }
  const visible = shown.filter((leaf) => !(leaf.getRoot() as { collapsed?: boolean }).collapsed);
  for (const leaf of visible) await leaf.loadIfDeferred();
  const leaf = workspace.getLeafById(String(active)) ?? workspace.getMostRecentLeaf();
  if (leaf) workspace.setActiveLeaf(leaf);

  function fill(parent: WorkspaceParent, node: unknown): void {
    for (const child of childrenOf(node)) {
      if (child.type === 'leaf' && parent instanceof WorkspaceTabs) addLeaf(parent, child);
      else if (child.type === 'leaf') fill(parent, { type: 'split', children: [{ type: 'tabs', children: [child] }] });
      else addParent(parent, child);
    }
  }

  function addLeaf(tabs: WorkspaceTabs, { id, state }: LeafNode): void {
    const leaf = workspace.newLeaf(id);
    tabs.insertChild(leaf);
    if (state.type !== 'empty') leaf.defer(state, state.title, state.icon);
  }

  function addParent(parent: WorkspaceParent, node: ParentNode): void {
    const { app } = workspace;
    const added = node.type === 'tabs' ? new WorkspaceTabs(app) : new WorkspaceSplit(app, node.direction ?? 'vertical');
    parent.insertChild(added);
    fill(added, node);
    if (added.children.length === 0) parent.removeChild(added);
    if (!(added instanceof WorkspaceTabs)) return;
    const current = [...added.leaves()][node.currentTab ?? 0];
    if (!current) return;
    added.show(current);
    shown.push(current);
  }
}

interface Place {
  readonly x: number;
  readonly y: number;
  readonly size: { readonly width: number; readonly height: number };
}

function windowOf(popout: WorkspaceWindow): Layout {
  const { win } = popout;
  return {
    ...nodeOf(popout),
    type: 'window',
    x: win.screenX,
    y: win.screenY,
    width: win.innerWidth,
    height: win.innerHeight,
  };
}

function windowFor(workspace: Workspace, node: unknown): WorkspaceWindow | null {
  const { x, y, width, height } = asRecord(node);
  const isPlaced = [x, y, width, height].every((value) => typeof value === 'number');
  try {
    return openPopout(workspace, isPlaced ? ({ x, y, size: { width, height } } as Place) : {});
  } catch {
    return null;
  }
}

function nodeOf(item: WorkspaceItem): LayoutNode {
  if (item instanceof WorkspaceLeaf) {
    const state = { ...item.getViewState(), icon: item.getIcon(), title: item.getDisplayText() };
    return { id: item.id, type: 'leaf', state };
  }
  if (!(item instanceof WorkspaceSplit || item instanceof WorkspaceTabs))
    throw new Error('The layout holds splits, tabs and leaves.');
  const parent = item;
  const children = parent.children.map(nodeOf);
  if (parent instanceof WorkspaceTabs) {
    return { type: 'tabs', children, currentTab: parent.shown ? parent.children.indexOf(parent.shown) : 0 };
  }
  const { direction } = parent;
  if (parent instanceof WorkspaceSidedock) return { type: 'split', children, direction, collapsed: parent.collapsed };
  return { type: 'split', children, direction };
}

/** A file that others may have written: whatever is no node is skipped. */
function childrenOf(node: unknown): LayoutNode[] {
  const { children } = asRecord(node);
  if (!Array.isArray(children)) return [];
  return children.filter((child: unknown): child is LayoutNode => {
    const { type, id, state } = asRecord(child);
    if (type === 'leaf') return typeof id === 'string' && typeof asRecord(state).type === 'string';
    return type === 'split' || type === 'tabs';
  });
}

function asRecord(value: unknown): Record<string, unknown> {
  return typeof value === 'object' && value !== null ? (value as Record<string, unknown>) : {};
}
