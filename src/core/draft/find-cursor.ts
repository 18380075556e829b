/**
 * Where one goes on writing in a note as it is now: where the plan says, if the text up to there is as planned, else as far from the end, if the
 * rest is; Templater may have written in between. Null when neither is. Offsets are UTF-16.
 */
export function findCursor(planned: string, cursor: number, now: string): number | null {
  if (now.startsWith(planned.slice(0, cursor))) return cursor;
  const rest = planned.slice(cursor);
  return now.endsWith(rest) ? now.length - rest.length : null;
}
