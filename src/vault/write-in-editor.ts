import type { Editor, MarkdownView } from 'obsidian';
import { applyEdits, invertEdits } from '../core/edit/apply-edits';
import type { NoteEdit, TextEdit } from '../core/text/text-edit';
import { rebaseEdits } from '../core/edit/rebase-edits';
import { noteName } from '../core/note/link-text';
import { reasonOf } from '../core/wording/reason-of';
import { misfitError, WriteError } from './write-error';

/** The same edit of the text as an editor holds it: line ends are LF there. */
function asInEditor({ path, before, edits }: NoteEdit): NoteEdit {
  const plain = (text: string): string => text.replace(/\r\n?/g, '\n');
  const at = (offset: number): number => plain(before.slice(0, offset)).length;
  return {
    path,
    before: plain(before),
    edits: edits.map(({ start, end, insert, guards }): TextEdit => ({
      start: at(start),
      end: at(end),
      insert: plain(insert),
      guards: guards.map((guard) => ({ start: at(guard.start), end: at(guard.end) })),
    })),
  };
}

function transact(editor: Editor, edits: readonly TextEdit[]): void {
  editor.transaction({
    changes: edits.map(({ start, end, insert }) => ({
      from: editor.offsetToPos(start),
      to: editor.offsetToPos(end),
      text: insert,
    })),
  });
}

/**
 * Makes the edits as if they had been typed, and puts the cursor behind them, at a UTF-16 offset of the text as it is then: the editor's own undo takes them
 * back, and the app saves them with what is typed. Throws, for people, where the text has changed there. Who has typed on meanwhile keeps the cursor.
 */
export function typeInEditor(editor: Editor, change: NoteEdit, cursor: number): void {
  const before = editor.getValue();
  const edits = rebaseEdits(change, before);
  if (typeof edits === 'string') throw misfitError(change.path, edits);
  transact(editor, edits);
  if (before === change.before) editor.setCursor(editor.offsetToPos(cursor));
}

/**
 * Makes the edits in the editor that has the note open, as one transaction: cursor, folds and the editor's own undo survive. Answers with
 * the edit that leads back.
 */
export async function writeInEditor(view: MarkdownView, change: NoteEdit): Promise<NoteEdit> {
  const { editor } = view;
  const before = editor.getValue();
  const edits = rebaseEdits(before.includes('\r') ? change : asInEditor(change), before);
  if (typeof edits === 'string') throw misfitError(change.path, edits);
  const after = applyEdits(before, edits);
  const back = invertEdits({ path: change.path, before, edits });
  transact(editor, edits);
  if (editor.getValue() !== after)
    throw new WriteError(
      `The editor of ${noteName(change.path)} did not take the change as it was meant. Undo in the editor brings its text back.`,
      [{ path: change.path, text: before }],
    );
  try {
    await view.save();
  } catch (error) {
    // The editor still holds all of it: what is half written on the disk is written over by what was there.
    transact(editor, back.edits);
    const isSaved = await view.save().then(
      () => true,
      () => false,
    );
    if (isSaved) throw new WriteError(`${reasonOf(error)} Nothing was changed.`);
    throw new WriteError(
      `${reasonOf(error)} ${noteName(change.path)} is as it was in its editor, but may not be so on the disk: copy what should be there.`,
      [{ path: change.path, text: before }],
    );
  }
  return back;
}
