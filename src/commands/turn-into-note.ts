import { ITEM_MARKER } from '../core/markdown/marks/line-marks';
import type { Command, Editor } from 'obsidian';
import type { FormContext } from '../ui/form/form-context';
import { openExtractForm } from '../ui/form/extract-form';

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

/** “Turn into responsibility note…” */
export const turnIntoNote = (context: FormContext): Command => ({
  id: 'turn-into-responsibility-note',
  name: 'Turn into responsibility note…',
  icon: 'file-output',
  editorCheckCallback(checking, editor, { file }) {
    if (file && !checking) void openExtractForm(context, file.path, linesMeant(editor));
    return file !== null;
  },
});
