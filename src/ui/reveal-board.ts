import type { App, WorkspaceLeaf } from 'obsidian';
import type { BoardPlace } from '../core/settings/settings';
import { BOARD_VIEW_TYPE } from './board/board-host';
import type { BoardSurface } from './board/board-surface';
import { BoardView } from './board/board-view';

async function newLeaf({ workspace }: App, place: BoardPlace): Promise<WorkspaceLeaf> {
  const leaf = place === 'right' ? workspace.getRightLeaf(false) : workspace.getLeaf('tab');
  const board = leaf ?? workspace.getLeaf('tab');
  await board.setViewState({ type: BOARD_VIEW_TYPE, active: true });
  return board;
}

/** Brings the board to the front: the one that is open, in a main tab if there is a choice, else a new one. */
export async function revealBoard(app: App, place: BoardPlace): Promise<BoardSurface | null> {
  const { workspace } = app;
  const inRightDock = (leaf: WorkspaceLeaf): boolean => leaf.getRoot() === workspace.rightSplit;
  const open = workspace.getLeavesOfType(BOARD_VIEW_TYPE);
  const known = place === 'right' ? open.find(inRightDock) : (open.find((leaf) => !inRightDock(leaf)) ?? open[0]);
  const leaf = known ?? (await newLeaf(app, place));
  await workspace.revealLeaf(leaf);
  if (!(leaf.view instanceof BoardView)) return null;
  leaf.view.surface.focusGrid();
  return leaf.view.surface;
}
