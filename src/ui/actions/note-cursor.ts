import { EditorView } from '@codemirror/view';
import type { Editor, EditorPosition } from 'obsidian';

const UNKNOWN =
  'The cursor is in a table’s cell, and its row in the note was not found. Put the cursor outside of the table, or use the board.';

/** A view within another one: in Live Preview the cell of a table that is being edited has an editor of its own. */
function focusedCell(): { readonly cell: EditorView; readonly note: EditorView } | null {
  const focused = activeDocument.activeElement;
  const cell = focused?.instanceOf(HTMLElement) ? EditorView.findFromDOM(focused) : null;
  const around = cell?.dom.contains(focused) ? cell.dom.parentElement?.closest<HTMLElement>('.cm-editor') : null;
  const note = around ? EditorView.findFromDOM(around) : null;
  return cell && note ? { cell, note } : null;
}

const isRow = (text: string): boolean => text.includes('|');

/** Where a cell's cursor is in its note: in the row that the table shows there, if that holds the cell's text. Throws where it does not. */
function placeOfCell(cell: EditorView, note: EditorView): EditorPosition {
  const { doc } = note.state;
  let top = doc.lineAt(note.posAtDOM(cell.dom)).number;
  // The table is one piece for its note's editor, which tells its beginning or its end.
  while (top > 1 && isRow(doc.line(top - 1).text)) top--;
  const at = cell.dom.closest('tr')?.rowIndex ?? -1;
  // Below the first row stands the one that makes it a table.
  const line = at > 0 ? top + at + 1 : top;
  const row = line <= doc.lines ? doc.line(line).text : '';
  const start = row.indexOf(cell.state.doc.toString().trim());
  if (at < 0 || !isRow(row) || start < 0) throw new Error(UNKNOWN);
  return { line: line - 1, ch: start };
}

/**
 * Tells where the cursor is in the note whenever it is asked: 0-based line and character. In a table's cell the note's editor may tell of the
 * cell's own cursor, so the row is found beforehand. Throws, for people, where it is not.
 */
export function noteCursor(editor: Editor): () => EditorPosition {
  const found = focusedCell();
  if (found) {
    const place = placeOfCell(found.cell, found.note);
    return () => place;
  }
  // Not declared, and read only: an editor that knows it is in a cell tells of no place in the note.
  if ((editor as { inTableCell?: unknown }).inTableCell === true) throw new Error(UNKNOWN);
  return () => editor.getCursor();
}
