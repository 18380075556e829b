import { MarkdownView, Platform, type App, type PaneType, type TFile, type WorkspaceLeaf } from 'obsidian';

/** When a tab was used last. The typings leave it out; where it is missing, the first group is taken. */
const usedAt = (leaf: WorkspaceLeaf): number => (leaf as { readonly activeTime?: number }).activeTime ?? 0;

const isFree = (leaf: WorkspaceLeaf): boolean =>
  leaf.getViewState().pinned !== true && (leaf.view instanceof MarkdownView || leaf.view.getViewType() === 'empty');

/**
 * A place in sight beside the board: in the main area's group of tabs that was used last, other than the board's own, its tab when that holds a note or
 * nothing, else a new one; without another group a new split. A phone shows one view at a time: there it is a new tab.
 */
function leafBeside({ workspace }: App, own: WorkspaceLeaf): WorkspaceLeaf {
  if (Platform.isPhone) return workspace.getLeaf('tab');
  let recent: WorkspaceLeaf | null = null;
  workspace.iterateRootLeaves((leaf) => {
    if (leaf.parent !== own.parent && (!recent || usedAt(leaf) > usedAt(recent))) recent = leaf;
  });
  const found = recent as WorkspaceLeaf | null;
  if (!found) return workspace.createLeafBySplit(own, 'vertical');
  if (isFree(found)) return found;
  workspace.setActiveLeaf(found, { focus: false });
  return workspace.getLeaf('tab');
}

/** Opens a note at a 0-based line beside the board, or where `pane` says; the board's own tab is never replaced. */
export async function openBeside(
  app: App,
  own: WorkspaceLeaf,
  file: TFile,
  line: number,
  pane: PaneType | boolean,
): Promise<void> {
  const leaf = pane === false ? leafBeside(app, own) : app.workspace.getLeaf(pane);
  await leaf.openFile(file, { active: true, eState: { line } });
  await app.workspace.revealLeaf(leaf);
}

/** Opens a note at a 0-based line as a link would that stands where the board does. */
export const openAsLink = ({ workspace }: App, file: TFile, line: number, pane: PaneType | boolean): Promise<void> =>
  workspace.getLeaf(pane).openFile(file, { active: true, eState: { line } });
