import type { ListItemMetadata } from '../../note/note-metadata';
import { changedBlockLine } from '../../markdown/changed-block';
import { checkboxOf } from '../../markdown/marks/line-marks';
import { LINE_ENDS, lineEndAt } from '../../note/line-end';
import type { NoteSource } from '../../note/note-source';
import { lineAt, linesBetween, nextLineStart, wholeLines, type TextLine } from '../../note/text-line';
import { isFinishedTask } from '../../todo/task-fields';
import { standsOnTagLine } from '../../todo/tag-line';
import { reasonOf } from '../../wording/reason-of';
import { refuse, type Refusal } from '../../text/refusal';
import type { PlainEdit } from '../../text/text-edit';

/**
 * The Tasks plugin's own toggle (`executeToggleTaskDoneCommand` of its API, version 1), when it is installed: the line and its note's path in; out comes the line
 * as it is then, with the next occurrence of a recurring task above or below it, that alone, or nothing, where a task is deleted when done.
 */
export type ToggleTask = (line: string, path: string) => string;

/** What Tasks makes of a line, and whether it is done by that: with a cycle of statuses of the user's it may only be in progress. */
export interface Toggled {
  readonly edit: PlainEdit;
  readonly isDone: boolean;
}

/** Writes another character into a line's checkbox; `at` is where it stands in the line. */
export const writeBox = (
  line: TextLine,
  { at, status }: { readonly at: number; readonly status: string },
  insert: string,
): PlainEdit => ({ start: line.start + at, end: line.start + at + status.length, insert });

const bulletAt = ({ items }: NoteSource, line: TextLine): ListItemMetadata | undefined =>
  items.find(({ position: { start } }) => start.offset >= line.start && start.offset <= line.end);

/** Whether lines stand below a bullet that are part of it. A tag line that closes the section is none, though the parser takes it for the last bullet's. */
function hasMore(source: NoteSource, line: TextLine): boolean {
  const { text, items } = source;
  const item = bulletAt(source, line);
  if (!item) return false;
  const below = [...linesBetween(text, nextLineStart(text, line), item.position.end.offset)];
  return (
    // A blank line holds no words either.
    below.some((one) => !standsOnTagLine(source, () => false, one)) ||
    items.some(({ parent }) => parent === item.position.start.line)
  );
}

/** Whether something beside a bullet would be read as something else without it; a tag line right below it stays one, whatever it then follows. */
function changesNeighbours(source: NoteSource, line: TextLine, edit: PlainEdit): boolean {
  const { text } = source;
  const last = lineAt(text, bulletAt(source, line)?.position.end.offset ?? line.end);
  return changedBlockLine(text, [{ ...edit, end: Math.max(edit.end, nextLineStart(text, last)) }]) !== null;
}

/** A task's checkbox: nothing before it can hold one. */
const FIRST_BOX = /\[.\]/u;

function isDone(answer: string, before: string): boolean {
  const [only = '', ...others] = answer.split(LINE_ENDS);
  const status = checkboxOf(only)?.status ?? '';
  const isSame = only.replace(FIRST_BOX, '') === before.replace(FIRST_BOX, '');
  // A single open task may be the next occurrence of one that was deleted; one whose status alone has changed is itself.
  return (
    answer === '' ||
    others.length > 0 ||
    /[xX-]/.test(status) ||
    (status === ' ' && !isSame && /(?:🏁\uFE0F?|onCompletion::)\s*delete/i.test(before)) ||
    isFinishedTask(status, only)
  );
}

/**
 * What Tasks answers, as the edit of the line that writes exactly that. Refuses, so that nothing is written, when Tasks fails, changes nothing, or takes away a
 * bullet that others are nested in: a check of our own would lose what Tasks does besides.
 */
export function toggleByTasks(
  source: NoteSource,
  line: TextLine,
  toggleTask: ToggleTask,
  name: string,
): Toggled | Refusal {
  const { text, path } = source;
  const before = text.slice(line.start, line.end);
  let answer: unknown;
  try {
    answer = toggleTask(before, path);
  } catch (error) {
    return refuse(
      `Tasks could not toggle “${name}” (${reasonOf(error).replace(/\.$/, '')}), so nothing was written. Toggle it in the note.`,
    );
  }
  if (typeof answer !== 'string')
    return refuse(`Tasks did not say what becomes of “${name}”, so nothing was written. Toggle it in the note.`);
  if (answer === before) return refuse(`Tasks leaves “${name}” as it is.`);
  if (answer === '' && hasMore(source, line))
    return refuse(
      `Tasks deletes “${name}” when it is done, and lines are nested in it that would be left behind. Toggle it in the note.`,
    );
  const insert = answer.replace(LINE_ENDS, lineEndAt(text, line.start));
  const edit = { ...(answer === '' ? wholeLines(text, line) : line), insert };
  if (answer === '' && changesNeighbours(source, line, edit))
    return refuse(
      `Tasks deletes “${name}” when it is done, and what stands beside it would be read as something else. Toggle it in the note.`,
    );
  return { edit, isDone: isDone(answer, before) };
}
