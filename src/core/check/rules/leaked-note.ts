import { noteName } from '../../note/link-text';
import type { JudgeEmbed } from '../facts/rule-context';

/** @param by what shows it: `transclusion`. */
export const leakMessage = (name: string, by: string): string =>
  `${name} is not published, but its text will be on the site by this ${by}. Publish it (dg-publish), or link to it instead.`;

export const leakedNote: JudgeEmbed = ({ target }, context, { path }) => {
  if (target === path || context.metadata(target) === null || context.isPublished(target)) return null;
  return { message: leakMessage(noteName(target), 'transclusion') };
};
