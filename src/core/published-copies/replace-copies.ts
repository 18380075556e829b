import type { TextEdit } from '../edit/edit-plan';
import { lineAt } from '../note/text-line';
import type { NoteSource } from '../note/note-source';
import { isReplaced, type CopyDecision } from './decide-copies';

/** In a table row the bar before the display text would end the cell. */
function forItsLine(embed: string, { text }: NoteSource, start: number, end: number): string {
  const beside = text.slice(lineAt(text, start).start, start) + text.slice(end, lineAt(text, end).end);
  return beside.includes('|') ? embed.replace('|', '\\|') : embed;
}

/** The edits that put embeds where copies stand. The publisher put a newline on each side of a copy: one goes on each side (LINKS 5.3.4). */
export function replaceCopies(source: NoteSource, decisions: readonly CopyDecision[]): TextEdit[] {
  const { text, copies } = source;
  let last = 0;
  return decisions.flatMap((decision): TextEdit[] => {
    const copy = copies[decision.index];
    if (!copy || !isReplaced(decision) || decision.kind === 'leave') return [];
    const before = /\r?\n$/.exec(text.slice(Math.max(last, copy.start - 2), copy.start))?.[0].length ?? 0;
    const after = /^\r?\n/.exec(text.slice(copy.end, copy.end + 2))?.[0].length ?? 0;
    const [start, end] = [copy.start - before, copy.end + after];
    last = end;
    return [{ start, end, insert: forItsLine(decision.embed, source, start, end), guards: [] }];
  });
}
