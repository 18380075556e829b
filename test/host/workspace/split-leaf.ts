/** Makes room beside a leaf: a row of tabs of its own, in a split of the asked direction. */
import type { WorkspaceLeaf } from './workspace-leaf';
import { WorkspaceSplit, type SplitDirection } from './workspace-split';
import { WorkspaceTabs } from './workspace-tabs';

export function splitLeaf(leaf: WorkspaceLeaf, direction: SplitDirection, before: boolean): WorkspaceTabs {
  const tabs = leaf.parent;
  const split = tabs?.parent;
  if (!tabs || !(split instanceof WorkspaceSplit)) throw new Error('A leaf that stands nowhere cannot be split.');
  const added = new WorkspaceTabs(leaf.app);
  if (split.direction === direction) {
    split.insertChild(added, split.children.indexOf(tabs) + (before ? 0 : 1));
    return added;
  }
  const inner = new WorkspaceSplit(leaf.app, direction);
  split.replaceChild(tabs, inner);
  inner.insertChild(tabs);
  inner.insertChild(added, before ? 0 : 1);
  return added;
}
