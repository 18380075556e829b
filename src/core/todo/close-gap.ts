import { BLOCK_ID } from '../markdown/marks/span-marks';

/** How much behind a tag is looked at: the marks there are no more. A line may hold thousands of tags. */
export const NEAR = 12;

/** A sign between blanks, which parts or joins what stands around it; a word such as "and" is none. */
const SIGN = '[-–—·•/→&+]|[-=]>';

/** HTML that begins a new line. */
const BREAK = '<br[ \\t]*/?>[ \\t]*';

/** What stands between two tags, and goes with them: blanks, a sign, a break. */
export const JOINS = new RegExp(`^[ \\t]*(?:${BREAK}|(?:[,;]|${SIGN})[ \\t]*)?$`);

/** What goes with a tag that words begin with: a blank, and the stop, sign or break that parted them. */
const BEGUN = new RegExp(`^(?:[ \\t]*${BREAK}|(?:[.,;:]|[ \\t]+(?:${SIGN})(?=\\s))?(?:\\r\\n|\\s))`);

/** A break behind which nothing stands any more. */
const BROKEN = new RegExp(`${BREAK}$`);

/** What may follow directly where a blank and a tag are taken away. */
const CLOSES = /^(?:[\s.,;:!?…)\]|"'”’»\\]|<br|[“‘«](?=[\s.,;:!?…)]|$)|$)/;

/** Behind what no blank stands: brackets, quotes, an opening tag of HTML. */
const OPENS = /(?:[([“‘«]|<\w[^<>]*>)$/;

/** HTML that only says how it looks. */
const STYLED = /<(\w+)(?: (?:class|style)=[^<>]*)?>$/;

/** The sign or comma behind which a tag stands. */
const PARTS = new RegExp(`(?:^|\\s)([,;]|${SIGN})[ \\t]$`);

/** A sign or comma behind which nothing stands any more. */
const TRAIL = new RegExp(`(?:[,;]|\\s(?:${SIGN}))$`);

/** What ends brackets, quotes, a sentence: no sign leads on over it. */
const EDGE = /^(?:[)\]"”»]|[.!?…“«]+(?:[\s,;]|$))/;

/**
 * How many characters before and behind a tag go with it, so that no blank, stop or dash is left that was there for its sake. `behind` ends with the line.
 *
 * @param begins Nothing stands before it in the line, or in what stands between marks.
 * @param closes What stands between marks ends behind it.
 * @param isLast Nothing goes on with the line below it.
 */
export function gapAround(
  before: string,
  behind: string,
  begins: boolean,
  closes: boolean,
  isLast: boolean,
): readonly [number, number] {
  // A block's id ends it, and needs a blank before it.
  const isEnd = isLast && behind.replace(BLOCK_ID, '').trim() === '';
  const isEdge = closes || behind.startsWith('</');
  const broken = BROKEN.exec(before);
  if (broken && (isEnd || isEdge)) return [before.length - before.slice(0, broken.index).trimEnd().length, 0];
  if (begins || broken || OPENS.test(before)) {
    const begun = BEGUN.exec(behind)?.[0].length ?? 0;
    // No blank opens emphasis.
    return [0, /[*_~=]$/.test(before) ? behind.length - behind.slice(begun).trimStart().length : begun];
  }
  const sign = PARTS.exec(before)?.[1];
  // Of two signs alike, one.
  if (sign && behind.startsWith(` ${sign}`) && !behind[1 + sign.length]?.trim()) return [1, 1 + sign.length];
  const words = before.trimEnd();
  const blanks = before.length - words.length;
  const trail = isEnd || isEdge || EDGE.test(behind) ? TRAIL.exec(words) : null;
  if (blanks > 0 && (isEnd || trail)) return [before.length - words.slice(0, trail?.index).trimEnd().length, 0];
  if (blanks === 0 || !(isEdge || CLOSES.test(behind))) return [0, 0];
  // Two stops, or a comma behind another, are one too many. At the line's end all blanks go: two left over would be a hard break.
  const isTwice = /[.,;:!?…]$/.test(words) && /^[.,;](?:\s|$)/.test(behind);
  return [behind === '' || closes ? blanks : 1, isTwice ? 1 : 0];
}

/** Whether a mark between the two does not close emphasis: one behind a stop and before a letter. */
export const isUnclosed = (before: string, behind: string): boolean =>
  /[\p{P}\p{S}]$/u.test(before.slice(-2)) && /^[\p{L}\p{N}]/u.test(behind);

/** Stops and dashes, which alone say nothing. */
export const STOPS = /^[\s.,;:!?–—-]*/;

const MIRRORED: Readonly<Record<string, string>> = { '[': ']', '(': ')', '^[': ']' };

/** The same of the emphasis, brackets or comment marks around nothing but it, and stops; of marks on one side more, as many as on the other. */
function marksAround(before: string, behind: string): readonly [number, number] | null {
  const [open = '', mark = ''] = /(\^?\[|\(|([*_~=%])\2*)\s*$/.exec(before.slice(-NEAR)) ?? [];
  const closing = MIRRORED[mark];
  if (closing !== undefined)
    return open === mark && behind.startsWith(closing) && !/^[([:]/.test(behind.slice(1)) ? [mark.length, 1] : null;
  const isComment = mark === '%%' && before.split(mark).length % 2 === 0;
  if (mark.startsWith('%') ? !isComment : mark === '' || open !== mark) return null;
  const stop = STOPS.exec(behind)?.[0].length ?? 0;
  let length = 0;
  while (length < mark.length && behind[stop + length] === mark[0]) length++;
  return length === 0 || (isComment && length === 1) ? null : [open.length - mark.length + length, stop + length];
}

/** How many characters before and behind a place are the HTML around nothing but it; of a link, or what links can lead to, none. */
export function htmlAround(before: string, behind: string): readonly [number, number] | null {
  const open = STYLED.exec(before);
  const close = `</${open?.[1]}>`;
  return open && behind.startsWith(close) ? [open[0].length, close.length] : null;
}

/**
 * What stands before and behind a tag, once it is taken out for a title: without the emphasis, brackets and HTML around nothing but the tag, and without the blank that
 * would be left at the end, at the beginning, or at the edge between marks.
 */
export function closeGap(before: string, behind: string): readonly [string, string] {
  const around = marksAround(before, behind) ?? htmlAround(before, behind);
  if (around) return closeGap(before.slice(0, before.length - around[0]), behind.slice(around[1]));
  const begins = /^\s*$|(?:^|\s)[*_~=]+$/.test(before);
  const [less, more] = gapAround(before, behind, begins, /^[*_~=]/.test(behind), true);
  const [left, right] = [before.slice(0, before.length - less), behind.slice(more)];
  const mark = /^[*_~=]*/.exec(right)?.[0] ?? '';
  return mark !== '' && isUnclosed(left, right.slice(mark.length))
    ? [`${left}${mark} `, right.slice(mark.length)]
    : [left, right];
}
