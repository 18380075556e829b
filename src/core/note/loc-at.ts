import type { Loc } from './note-metadata';
import { lineAt } from './text-line';

/** Line and column, 0-based, of a UTF-16 offset in a text. */
export function locAt(text: string, offset: number): Loc {
  const { start } = lineAt(text, offset);
  const line = (text.slice(0, start).match(/\r\n?|\n/g) ?? []).length;
  return { line, col: offset - start, offset };
}
