import type { Command } from 'obsidian';
import type { ActionContext } from '../ui/actions/action-context';
import { noteCursor } from '../ui/actions/note-cursor';
import type { FormContext } from '../ui/form/form-context';
import { openSnapshotForm } from '../ui/form/snapshot-form';
import { tellError } from '../ui/plan/run-plan';
import { updateSnapshots } from '../ui/plan/update-snapshots';

/** The commands that write the board into notes, for where the plugin does not run. */
export function snapshotCommands(context: ActionContext, drafts: FormContext): Command[] {
  return [
    {
      id: 'insert-snapshot',
      name: 'Insert snapshot of the board…',
      icon: 'camera',
      editorCallback: (editor, { file }) => {
        try {
          if (file) openSnapshotForm(drafts, file.path, noteCursor(editor)());
        } catch (error) {
          tellError(error);
        }
      },
    },
    {
      id: 'update-snapshots',
      name: 'Update snapshots in this note',
      icon: 'refresh-cw',
      checkCallback(checking) {
        const file = context.app.workspace.getActiveFile();
        if (file?.extension !== 'md') return false;
        if (!checking) void updateSnapshots(context, file.path);
        return true;
      },
    },
    {
      id: 'update-all-snapshots',
      name: 'Update all snapshots',
      icon: 'refresh-cw',
      callback: () => void updateSnapshots(context, null),
    },
  ];
}
