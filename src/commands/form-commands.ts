import type { Command, Editor } from 'obsidian';
import { ITEM_MARKER } from '../core/markdown/marks/line-marks';
import { openExtractForm } from '../ui/form/extract-form';
import type { FormContext } from '../ui/form/form-context';
import { openPhaseForm } from '../ui/form/phase-form';
import { openResponsibilityForm } from '../ui/form/responsibility-form';
import { openSetUpForm } from '../ui/form/set-up-form';

/** The 0-based lines that are meant: of a selection over several lines its bullets, else the line of each cursor. */
function linesMeant(editor: Editor): number[] {
  const lines = editor.listSelections().flatMap(({ anchor, head }) => {
    const [from, to] = [Math.min(anchor.line, head.line), Math.max(anchor.line, head.line)];
    const all = Array.from({ length: to - from + 1 }, (_one, at) => from + at);
    const bullets = all.filter((line) => ITEM_MARKER.test(editor.getLine(line)));
    return all.length > 1 && bullets.length > 0 ? bullets : [head.line];
  });
  return [...new Set(lines)].sort((a, b) => a - b);
}

/** The commands that make notes, each by a form. */
export const formCommands = (context: FormContext): Command[] => [
  {
    id: 'new-responsibility-note',
    name: 'New responsibility note…',
    icon: 'file-plus',
    callback: () => void openResponsibilityForm(context),
  },
  {
    id: 'turn-into-responsibility-note',
    name: 'Turn into responsibility note…',
    icon: 'file-output',
    editorCheckCallback(checking, editor, { file }) {
      if (file && !checking) void openExtractForm(context, file.path, linesMeant(editor));
      return file !== null;
    },
  },
  {
    id: 'new-phase-page',
    name: 'New phase page…',
    icon: 'file-plus-2',
    callback: () => void openPhaseForm(context),
  },
  {
    id: 'set-up-operations-pages',
    name: 'Set up operations pages…',
    icon: 'folder-plus',
    callback: () => void openSetUpForm(context),
  },
];
