/** What one line begins with, where the parser cannot serve. */

/**
 * A list item's marker and checkbox: what stands before the marker (quote marks, indentation), the marker, its number, the blanks behind it, what the checkbox
 * holds. Of several lines it reads the first. The parser would have to read the note for each of its bullets, of which the metadata tell the place already.
 */
export const ITEM_MARKER = /^([\s>]*)([-*+]|(\d+)[.)])(?=\s|$)([^\S\r\n]*)(?:\[(.)\](?=\s|$)[^\S\r\n]*)?/u;

/** The line's checkbox: the UTF-16 offset of what it holds, and that; null when there is none. */
export function checkboxOf(line: string): { readonly at: number; readonly status: string } | null {
  const [, before = '', marker = '', , gap = ''] = ITEM_MARKER.exec(line) ?? [];
  const at = before.length + marker.length + gap.length + 1;
  const status = gap === '' ? undefined : /^\[(.)\]/u.exec(line.slice(at - 1))?.[1];
  return status === undefined ? null : { at, status };
}

/** A heading's indentation, and its hashes. No parser: the line stands alone, and becomes a heading's or was one. */
export const HEADING_MARKS = /^( {0,3})(#{1,6})(?=\s|$)/;

/**
 * A line that opens or closes a code fence, in quotes and items too: what stands before it, the fence, the language. The parser tells its own fences; what
 * another renderer may take for one counts too.
 */
export const FENCE = /^([\s>]*(?:[-*+]\s+|\d+[.)]\s+)*)(`{3,}|~{3,})(.*)$/;

/** A callout's type with its fold sign, behind the quote mark: `[!note]-`. */
export const CALLOUT_TYPE = /^\[!([^\]]+)\][+-]?\s*/;

/** What begins a definition: `[label]:` of a reference, `[^label]:` of a footnote; the label, with its `^`. The parser tells where one stands, not how it is spelled. */
export const DEFINITION = /^ {0,3}\[((?:[^[\]\\]|\\[^])+)\]:[ \t]*/;

/** A line that may begin another block in a bullet: more than the parser takes for one, because whether a table ends a paragraph is known of no app. */
export const OTHER_BLOCK = /^\s*(?:[`~]{3}|[>|<])/;
