/** How much behind a tag is looked at: the marks there are no more. A line may hold thousands of tags. */
export const NEAR = 8;

/**
 * What stands before and behind a tag, once it is taken out for a title: without the emphasis around nothing but the tag, and without the blank that would be
 * left at the end, at the beginning, or at the edge between marks.
 */
export function closeGap(before: string, behind: string): readonly [string, string] {
  const marks = /[*_~=]+$/.exec(before)?.[0] ?? '';
  if (marks !== '' && behind.startsWith(marks))
    return closeGap(before.slice(0, -marks.length), behind.slice(marks.length));
  if (/\S\s$/.test(before) && /^(?:[\s*_~=]|$)/.test(behind)) return [before.slice(0, -1), behind];
  if (/^\s/.test(behind) && /^\s*$|(?:^|\s)[*_~=]+$/.test(before)) return [before, behind.slice(1)];
  return [before, behind];
}
