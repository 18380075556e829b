import { MarkdownView, type App, type WorkspaceLeaf } from 'obsidian';
import { findCursor } from '../../core/draft/find-cursor';
import { BOARD_VIEW_TYPE } from '../board/board-host';

/** A tab of the main area for a note; a board keeps its own. */
function leafForNote({ workspace }: App): WorkspaceLeaf {
  const recent = workspace.getMostRecentLeaf(workspace.rootSplit);
  const isFree = recent && recent.view.getViewType() !== BOARD_VIEW_TYPE && recent.getViewState().pinned !== true;
  return isFree ? recent : workspace.getLeaf('tab');
}

/** Opens a note for writing, with the cursor at the offset, or at the note's end. `planned` is the text that the offset means, if another than the note's. */
export async function openForWriting(
  app: App,
  path: string,
  cursor: number | null,
  planned: string | null = null,
): Promise<void> {
  const file = app.vault.getFileByPath(path);
  if (!file) return;
  const leaf = leafForNote(app);
  await leaf.openFile(file, { active: true, state: { mode: 'source' } });
  await app.workspace.revealLeaf(leaf);
  if (!(leaf.view instanceof MarkdownView)) return;
  const { editor } = leaf.view;
  const text = editor.getValue();
  const offset = cursor === null || planned === null ? cursor : findCursor(planned, cursor, text);
  const at = editor.offsetToPos(offset ?? text.length);
  editor.setCursor(at);
  editor.scrollIntoView({ from: at, to: at }, true);
  editor.focus();
}
