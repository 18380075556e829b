import { noteName } from './link-text';
import type { Loc } from './note-metadata';
import type { NoteSource } from './note-source';
import { lineAt } from './text-line';
import { LINE_ENDS } from './line-end';

/** Line and column, 0-based, of a UTF-16 offset in a text. */
export function locAt(text: string, offset: number): Loc {
  const { start } = lineAt(text, offset);
  const line = (text.slice(0, start).match(LINE_ENDS) ?? []).length;
  return { line, col: offset - start, offset };
}

/** Where something is told of: `Status, line 12`. */
export const placeLabel = ({ path, text }: Pick<NoteSource, 'path' | 'text'>, offset: number): string =>
  `${noteName(path)}, line ${locAt(text, offset).line + 1}`;
