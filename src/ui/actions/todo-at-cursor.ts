import type { Editor, TFile } from 'obsidian';
import { todosInSource } from '../../core/edit/locate-todo';
import { planMark } from '../../core/edit/mark/plan-mark';
import type { Planning } from '../../core/edit/planning';
import { describesText, openNoteSource, type NoteSource } from '../../core/note/note-source';
import { offsetAt } from '../../core/note/offset-at';
import type { MarkedTodo } from '../../core/todo/find-todos';
import { isClosed } from '../../core/todo/found-todo';
import type { Todo } from '../../core/index/todo';
import { cardId } from '../../core/board/card';
import { refuse } from '../../core/text/refusal';
import { runPlan } from '../plan/run-plan';
import type { ActionContext } from './action-context';
import { noteCursor } from './note-cursor';

/** The innermost open todo whose marked text holds the offset; a note's own todo holds all of it. */
function innermostAt(todos: readonly MarkedTodo[], offset: number): MarkedTodo | null {
  let found: MarkedTodo | null = null;
  for (const one of todos) {
    const { start, end } = one.mark.place;
    const holds = one.mark.place.kind === 'note' || (start <= offset && offset <= end);
    if (!holds || isClosed(one.todo)) continue;
    if (!found || end - start <= found.mark.place.end - found.mark.place.start) found = one;
  }
  return found;
}

/** A note as its editor has it, when its metadata describe that; null while Obsidian is still reading it. */
function sourceNow({ app }: ActionContext, text: string, file: TFile): NoteSource | null {
  const metadata = app.metadataCache.getFileCache(file);
  return metadata && describesText(text, metadata) ? openNoteSource(file.path, text, metadata) : null;
}

const known = new WeakMap<object, { readonly text: string; readonly source: NoteSource | null }>();

/**
 * Whether a todo can be at the cursor: asked for every command of the palette, so at once and of what is at hand. While the note has just been
 * changed, whether it has todos at all.
 */
export function mayHaveTodo(context: ActionContext, editor: Editor, file: TFile): boolean {
  if (context.index.todosOf(file.path).length === 0) return false;
  const text = editor.getValue();
  const metadata = context.app.metadataCache.getFileCache(file);
  if (!metadata) return true;
  const before = known.get(metadata);
  const source = before?.text === text ? before.source : sourceNow(context, text, file);
  known.set(metadata, { text, source });
  if (!source) return true;
  try {
    return innermostAt(todosInSource(context, source), editor.posToOffset(noteCursor(editor)())) !== null;
  } catch {
    // Where the cursor is, is asked again, and told, when the command runs.
    return true;
  }
}

/** The note of an editor once everything that was typed has been read, and where the cursor is; null when the note has gone. Rejects where that is not known. */
async function readAtCursor(
  { planning }: Pick<ActionContext, 'planning'>,
  editor: Editor,
  file: TFile,
): Promise<{ readonly planning: Planning; readonly source: NoteSource; readonly offset: number } | null> {
  const cursor = noteCursor(editor);
  const given = await planning();
  const source = await given.vault.read(file.path);
  const { line, ch } = cursor();
  return source && { planning: given, source, offset: offsetAt(source.text, line, ch) };
}

/** Marks the bullet or section at the cursor as unfinished; again takes the mark away. */
export const toggleMark = (context: ActionContext, editor: Editor, file: TFile): Promise<boolean> =>
  runPlan(
    context,
    readAtCursor(context, editor, file).then((read) =>
      read ? planMark(read.planning, file.path, read.offset) : refuse(`${file.path} is not in the vault any more.`),
    ),
  );

/** The index's todo at the cursor; null when there is none. */
export async function todoAtCursor(context: ActionContext, editor: Editor, file: TFile): Promise<Todo | null> {
  const read = await readAtCursor(context, editor, file);
  const found = read && innermostAt(todosInSource(read.planning, read.source), read.offset);
  if (!found) return null;
  // What was typed a moment ago is in the index now.
  const { index } = await context.planning();
  const { kind, headings, ordinal, copy } = found.todo;
  const id = cardId({ path: file.path, kind, headings, ordinal, copy });
  return index.todosOf(file.path).find((todo) => cardId(todo) === id) ?? null;
}
