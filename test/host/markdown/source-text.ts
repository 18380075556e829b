import type { Loc, Pos } from 'obsidian';
import type { SyntaxNode } from './syntax';

/** What the task mark of an item may stand behind: quote signs, bullets, marks of outer items. */
const BEFORE_TASK_MARK = /^[ \t>]*(?:(?:[-*+]|\d{1,9}[.)])[ \t>]+(?:\[.\][ \t]+)?)+/gm;
const TASK_MARK = /\[.\](?=[ \t])/g;

/**
 * A note's text together with the form of it that remark-parse is given. Line ends become LF, and
 * every task mark `[/]` becomes `[x]`, since remark-parse knows no marks but space and x while the
 * app takes any character. Lines and columns stay what they are in the note.
 */
export interface SourceText {
  text: string;
  parsable: string;
  /** UTF-16 offset at which each line of `text` begins. */
  lineStarts: number[];
}

export function readSource(text: string): SourceText {
  const lineStarts = [0];
  for (const end of text.matchAll(/\r\n|\r|\n/g)) lineStarts.push(end.index + end[0].length);
  const parsable = text
    .replace(/\r\n|\r/g, '\n')
    .replace(BEFORE_TASK_MARK, (before) => before.replace(TASK_MARK, '[x]'));
  return { text, parsable, lineStarts };
}

/** Where a node stands in the note: `line` and `col` 0-based, `offset` in UTF-16 units, end exclusive. */
export function positionOf(source: SourceText, node: SyntaxNode): Pos {
  return between(source, node.position.start, node.position.end);
}

export function between(source: SourceText, start: LineColumn, end: LineColumn): Pos {
  return { start: locate(source, start), end: locate(source, end) };
}

interface LineColumn {
  line: number;
  column: number;
}

function locate(source: SourceText, point: LineColumn): Loc {
  const line = point.line - 1;
  const lineStart = source.lineStarts[line] ?? source.text.length;
  const nextLine = source.lineStarts[line + 1] ?? source.text.length;
  // A blank line inside an indented list counts as indented for remark-parse; the note has nothing there.
  const offset = Math.min(lineStart + point.column - 1, nextLine);
  return { line, col: offset - lineStart, offset };
}

/** The text of the note, unchanged, at a position. */
export function sliceOf(source: SourceText, position: Pos): string {
  return source.text.slice(position.start.offset, position.end.offset);
}
