/**
 * What the Tasks plugin writes behind a task's words, in its emoji format, as its own `DefaultTaskSerializer` reads it. A variation
 * selector may follow each emoji.
 */

/** The emoji of a due date: Tasks writes the first and reads all three. */
export const DUE_EMOJI = '(?:📅|📆|🗓)\\uFE0F?';

/** A date with what it says: due, scheduled, start, created, done, cancelled. */
export const DATED = /(?:📅|📆|🗓|⏳|⌛|🛫|➕|✅|❌)\uFE0F?\s*\d{4}-\d{2}-\d{2}/gu;

/** A priority, a recurrence, what happens on completion, what it waits for, its id. A recurrence is told from other words by its `every`. */
export const TASK_FIELDS =
  /(?:🔺|⏫|🔼|🔽|⏬)\uFE0F?|🔁\uFE0F?\s*[Ee]very\b[a-zA-Z0-9, !]*|🏁\uFE0F?\s*[a-zA-Z]+|⛔\uFE0F?\s*[\w-]+(?:\s*,\s*[\w-]+)*|🆔\uFE0F?\s*[\w-]+/gu;

/** What Tasks adds when a task is done or cancelled, in either of its formats: a status of the user's own tells neither. */
const FINISHED = /[✅❌]\uFE0F?\s*\d{4}-\d{2}-\d{2}|(?:completion|cancelled)::/u;

/** Whether a checkbox with that status, in that line, is finished though the status is the user's own: `[D] … ✅ 2026-12-01`. */
export const isFinishedTask = (status: string | null, line: string): boolean =>
  status !== null && status !== ' ' && status !== '/' && FINISHED.test(line);
