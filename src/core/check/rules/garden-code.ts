import { readLink, targetOf } from '../../markdown/written-link';
import { locAt } from '../../note/loc-at';
import { noteName } from '../../note/link-text';
import type { Rule } from '../facts/rule-context';

/** The publisher carries out what looks like a transclusion wherever it stands; to Obsidian one in code is code. */
export const gardenCode: Rule = {
  id: 'garden-code',
  looksAt: 'text',
  severity: 'error',
  title: 'Transclusion in code, which the site carries out',
  onSite: true,
  *judge({ path, isPublished, metadata: { sections = [] }, source }, context) {
    if (!isPublished || !source) return;
    const { text } = source;
    for (const { type, position } of sections) {
      if (type !== 'code') continue;
      for (let at = position.start.offset; ; at += 3) {
        at = text.indexOf('![[', at);
        if (at < 0 || at >= position.end.offset) break;
        const link = readLink(text.slice(at, text.indexOf(']]', at) + 2));
        const linkpath = link ? targetOf(link).path : '';
        const target = linkpath === '' ? null : context.resolve(linkpath, path);
        if (!link || target === null || context.metadata(target) === null) continue;
        const leak = context.isPublished(target) ? '' : ', which is not published,';
        yield {
          at: locAt(text, at),
          link: linkpath,
          message: `The site puts the text of ${noteName(target)}${leak} into this code. Expected a blank behind \`!\`, or no \`!\`.`,
          fix: null,
        };
      }
    }
  },
};
