import type { App, Command } from 'obsidian';
import { revealCheck } from '../ui/check/check-view';
import type { EditorCheck } from '../ui/editor/editor-check';

/** The commands that bring the handbook check up, and the one on what it underlines. */
export function checkCommands(app: App, inEditor: EditorCheck): Command[] {
  return [
    { id: 'handbook-check', name: 'Handbook check', icon: 'list-checks', callback: () => void revealCheck(app, null) },
    {
      id: 'check-before-publishing',
      name: 'Check before publishing',
      icon: 'list-checks',
      callback: () => void revealCheck(app, 'site'),
    },
    {
      id: 'fix-problem',
      name: 'Fix problem at cursor',
      icon: 'wrench',
      editorCheckCallback(checking, editor) {
        const found = inEditor.findingAt(editor);
        if (found && !checking) void inEditor.fix(found);
        return found !== null;
      },
    },
  ];
}
