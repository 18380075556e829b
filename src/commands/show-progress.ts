import type { Command } from 'obsidian';
import type { BoardHost } from '../ui/board/board-host';

export function showProgress(board: Pick<BoardHost, 'showProgress'>): Command {
  return {
    id: 'show-progress',
    name: 'Show progress over time',
    icon: 'chart-no-axes-column',
    callback: () => board.showProgress(),
  };
}
