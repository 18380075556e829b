import { noteName } from '../../note/link-text';
import type { EmbedRule } from '../facts/rule-context';

/** @param by what shows it: `transclusion`. */
export const leakMessage = (name: string, by: string): string =>
  `${name} is not published, but its text will be on the site by this ${by}. Publish it (dg-publish), or link to it instead.`;

export const leakedNote: EmbedRule = {
  id: 'leaked-note',
  looksAt: 'embedsOnSite',
  severity: 'error',
  title: 'Unpublished text that the site will show',
  onSite: true,
  judge({ target }, context, { path }) {
    if (target === path || context.metadata(target) === null || context.isPublished(target)) return null;
    return { message: leakMessage(noteName(target), 'transclusion') };
  },
};
