import type { Rule } from '../facts/rule-context';
import { retargetFix } from '../facts/retarget-fix';
import { withoutMd } from '../../note/link-text';

export const ambiguousNote: Rule = {
  id: 'ambiguous-note',
  looksAt: 'embeds',
  severity: 'warning',
  title: 'Transclusion that several notes could be meant by',
  onSite: false,
  *judge({ embeds }, context) {
    for (const embed of embeds) {
      const { link, linkpath, target, toNote } = embed;
      if (target === null || !toNote || linkpath === '' || target === `${linkpath}.md`) continue;
      const rivals = context.names.rivals(embed);
      if (rivals.length === 0) continue;
      const others = rivals.filter((path) => path !== target).map((path) => `\`${withoutMd(path)}\``);
      const message = `\`${linkpath}\` could be ${rivals.length} notes: it shows \`${withoutMd(target)}\`, not ${others.join(' or ')}. Write the full path.`;
      yield {
        at: link.position.start,
        link: link.link,
        message,
        fix: retargetFix(link, { path: target, subpath: null }),
      };
    }
  },
};
