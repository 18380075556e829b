import type { Command } from 'obsidian';
import type { ActionContext } from '../ui/actions/action-context';
import type { BlockHost } from '../ui/block/board-in-note';
import { insertBlock } from '../ui/block/insert-block';
import { choose } from '../ui/dialog/choose';
import { tellError } from '../ui/plan/run-plan';
import { revealBoard } from '../ui/reveal-board';

async function askReady({ app, index }: ActionContext): Promise<void> {
  const choices = index.settings.phases.map(({ name, title }) => ({ text: name, note: title, value: name }));
  const chosen = await choose(app, { question: 'Which phase?', choices });
  if (chosen) await (await revealBoard(app, 'main'))?.actions.tellReady(chosen.value);
}

async function chooseView({ app, index }: ActionContext): Promise<void> {
  const choices = index.settings.savedViews.map(({ name, view }) => ({ text: name, note: view.query, value: view }));
  const chosen = await choose(app, { question: 'Which view?', choices });
  if (chosen) (await revealBoard(app, 'main'))?.change(chosen.value);
}

/** The commands that bring the board up, here or in a note. */
export function boardCommands(context: ActionContext, inNotes: BlockHost): Command[] {
  const { app } = context;
  return [
    { id: 'open-board', name: 'Open phase board', icon: 'kanban', callback: () => void revealBoard(app, 'main') },
    {
      id: 'open-board-right',
      name: 'Open phase board in the right sidebar',
      icon: 'kanban',
      callback: () => void revealBoard(app, 'right'),
    },
    { id: 'phase-ready', name: 'Is a phase ready?', icon: 'circle-help', callback: () => void askReady(context) },
    {
      id: 'open-saved-view',
      name: 'Open saved view…',
      checkCallback: (checking) => {
        if (context.index.settings.savedViews.length === 0) return false;
        if (!checking) void chooseView(context);
        return true;
      },
    },
    {
      id: 'show-note-on-board',
      name: "Show this note's todos on the board",
      checkCallback: (checking) => {
        const path = app.workspace.getActiveFile()?.path;
        if (path === undefined || context.index.todosOf(path).length === 0) return false;
        if (!checking) void revealBoard(app, 'main').then((board) => board?.showNote(path));
        return true;
      },
    },
    {
      id: 'insert-board',
      name: 'Insert phase board…',
      icon: 'kanban',
      editorCallback: (editor, { file }) => {
        try {
          if (file) insertBlock(inNotes, editor, file);
        } catch (error) {
          tellError(error);
        }
      },
    },
    {
      id: 'show-progress',
      name: 'Show progress over time',
      icon: 'chart-no-axes-column',
      callback: () => inNotes.board.showProgress(),
    },
  ];
}
