import { MarkdownView, TextFileView, type App, type TFile } from 'obsidian';

/** The views that edit a file, in any window; a deferred one holds nothing unsaved. */
function viewsOf({ workspace }: App, path: string): TextFileView[] {
  const views: TextFileView[] = [];
  workspace.iterateAllLeaves(({ view }) => {
    if (view instanceof TextFileView && view.file?.path === path) views.push(view);
  });
  return views;
}

/** Writes what open editors hold of the note. An editor saves two seconds late: to write beneath it would lose one of the two. */
export async function saveEditors(app: App, path: string): Promise<void> {
  for (const view of viewsOf(app, path)) await view.save();
}

/** A view in which the note is open as source, or null. */
export function sourceViewOf(app: App, file: TFile): MarkdownView | null {
  for (const view of viewsOf(app, file.path))
    if (view instanceof MarkdownView && view.getMode() === 'source') return view;
  return null;
}
