/** How much behind a tag is looked at: the marks there are no more. A line may hold thousands of tags. */
export const NEAR = 8;

/** What goes with a tag that words begin with: a blank, and the stop that parted them. */
export const BEGUN = /^[.,;:]?(?:\r\n|\s)/;

/**
 * What stands before and behind a tag, once it is taken out for a title: without the emphasis around nothing but the tag, and without the blank that would be
 * left at the end, at the beginning, or at the edge between marks.
 */
export function closeGap(before: string, behind: string): readonly [string, string] {
  const marks = /[*_~=]+$/.exec(before)?.[0] ?? '';
  if (marks !== '' && behind.startsWith(marks))
    return closeGap(before.slice(0, -marks.length), behind.slice(marks.length));
  if (/[.,;:!?…]\s$/.test(before) && /^[.,;](?:\s|$)/.test(behind)) return [before.slice(0, -1), behind.slice(1)];
  if (/\S\s$/.test(before) && /^(?:[\s*_~=.,;:!?…]|$)/.test(behind)) return [before.slice(0, -1), behind];
  const begun = /^\s*$|(?:^|\s)[*_~=]+$/.test(before) ? BEGUN.exec(behind)?.[0].length : undefined;
  if (begun !== undefined) return [before, behind.slice(begun)];
  return [before, behind];
}
