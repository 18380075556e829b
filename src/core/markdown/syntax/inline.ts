import type { BlockContext, Element, InlineContext } from '@lezer/markdown';

/** What a pattern that looks where it stands (`y`) finds at the offset. */
export function matchAt(pattern: RegExp, { text, offset }: InlineContext, pos: number): string | undefined {
  pattern.lastIndex = pos - offset;
  return pattern.exec(text)?.[0];
}

/** A node of the text's `[from, to)` that begins with a mark of two characters and ends with one; what stands between them is read as a line's. */
export function between(
  cx: InlineContext | BlockContext,
  [name, mark]: readonly [name: string, mark: string],
  from: number,
  to: number,
  text: string,
  closing = 2,
): Element {
  return cx.elt(name, from, to, [
    cx.elt(mark, from, from + 2),
    ...cx.parser.parseInline(text.slice(2, -closing), from + 2),
    cx.elt(mark, to - closing, to),
  ]);
}
