import type { Span } from './text-edit';

/** The part of a text that is between what it begins and what it ends with as another one does. */
export function unlikePart(text: string, other: string): Span {
  const most = Math.min(text.length, other.length);
  let start = 0;
  while (start < most && text[start] === other[start]) start++;
  let tail = 0;
  while (tail < most - start && text.at(-1 - tail) === other.at(-1 - tail)) tail++;
  return { start, end: text.length - tail };
}
