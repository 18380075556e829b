import { MarkdownView, type App, type PaneType, type TFile, type WorkspaceLeaf } from 'obsidian';

/** A tab of the main area other than the board's: one with a note before an empty one; pinned tabs are left alone. */
function leafBeside({ workspace }: App, own: WorkspaceLeaf): WorkspaceLeaf {
  const recent = workspace.getMostRecentLeaf(workspace.rootSplit);
  const candidates: WorkspaceLeaf[] = recent ? [recent] : [];
  workspace.iterateRootLeaves((leaf) => {
    candidates.push(leaf);
  });
  const usable = candidates.filter((leaf) => leaf !== own && leaf.view.getViewType() !== own.view.getViewType() && leaf.getViewState().pinned !== true);
  return usable.find(({ view }) => view instanceof MarkdownView) ?? usable.find(({ view }) => view.getViewType() === 'empty') ?? workspace.getLeaf('tab');
}

/** Opens a note at a 0-based line beside the board, or where `pane` says; the board's own tab is never replaced. */
export async function openBeside(app: App, own: WorkspaceLeaf, file: TFile, line: number, pane: PaneType | boolean): Promise<void> {
  const leaf = pane === false ? leafBeside(app, own) : app.workspace.getLeaf(pane);
  await leaf.openFile(file, { active: true, eState: { line } });
  await app.workspace.revealLeaf(leaf);
}
