import { noteName } from '../../note/link-text';
import type { LinkToNote, RuleContext } from '../facts/rule-context';
import type { CheckedNote } from '../facts/checked-note';
import type { Problem } from '../facts/finding';

/** @param by what shows it: `transclusion`. */
export const leakMessage = (name: string, by: string): string =>
  `${name} is not published, but its text will be on the site by this ${by}. Publish it (dg-publish), or link to it instead.`;

export function leakedNote({ target }: LinkToNote, context: RuleContext, { path }: CheckedNote): Problem | null {
  if (target === path || context.metadata(target) === null || context.isPublished(target)) return null;
  return { message: leakMessage(noteName(target), 'transclusion') };
}
