import type { Span } from '../../text/text-edit';

/**
 * The spans that take parts of a bracketed list or map away, each with its comma; `whole` is the list with its brackets. Parts before the first
 * that stays go with the comma behind them, the others with the one before them, so that no spans overlap.
 */
export function removeParts<Part extends Span>(
  parts: readonly Part[],
  isGoing: (part: Part) => boolean,
  whole: Span,
): Span[] {
  const firstKept = parts.findIndex((part) => !isGoing(part));
  if (firstKept < 0) return parts.length === 0 ? [] : [{ start: whole.start + 1, end: whole.end - 1 }];
  return parts.flatMap((part, at): Span[] => {
    if (!isGoing(part)) return [];
    return at < firstKept
      ? [{ start: part.start, end: parts[at + 1]?.start ?? part.end }]
      : [{ start: parts[at - 1]?.end ?? part.start, end: part.end }];
  });
}
