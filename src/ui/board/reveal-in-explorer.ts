import type { App, TFile, View } from 'obsidian';

/** The file tree's own, which the typings leave out. */
interface Revealing {
  revealInFolder(file: TFile): void;
}

const canReveal = (view: View | undefined): view is View & Revealing =>
  view !== undefined && typeof (view as Partial<Revealing>).revealInFolder === 'function';

/** What shows a note in the file tree; null where the note or such a tree is missing. */
export function revealInExplorer({ vault, workspace }: App, path: string): (() => void) | null {
  const file = vault.getFileByPath(path);
  const [leaf] = workspace.getLeavesOfType('file-explorer');
  const view = leaf?.view;
  if (!file || !leaf || !canReveal(view)) return null;
  return () => void workspace.revealLeaf(leaf).then(() => view.revealInFolder(file));
}
