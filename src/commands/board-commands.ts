import type { Command } from 'obsidian';
import type { ActionDesk } from '../ui/actions/action-desk';
import { revealBoard } from '../ui/reveal-board';

/** The commands that bring the board up. */
export function boardCommands(desk: ActionDesk): Command[] {
  const { app } = desk;
  return [
    { id: 'open-board', name: 'Open phase board', icon: 'kanban', callback: () => void revealBoard(app, 'main') },
    { id: 'open-board-right', name: 'Open phase board in the right sidebar', icon: 'kanban', callback: () => void revealBoard(app, 'right') },
    {
      id: 'show-note-on-board',
      name: "Show this note's todos on the board",
      checkCallback: (checking) => {
        const path = app.workspace.getActiveFile()?.path;
        if (path === undefined || desk.index.todosOf(path).length === 0) return false;
        if (!checking) void revealBoard(app, 'main').then((board) => board?.showNote(path));
        return true;
      },
    },
  ];
}
