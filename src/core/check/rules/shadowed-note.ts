import type { Rule } from '../facts/rule-context';
import { withoutMd } from '../../note/link-text';

/** A path that is exact from the vault's root wins over the note in the own folder. */
export const shadowedNote: Rule = {
  id: 'shadowed-note',
  looksAt: 'embeds',
  severity: 'warning',
  title: 'Transclusion of a namesake at the top of the vault',
  onSite: false,
  *judge({ path, embeds }, context) {
    for (const embed of embeds) {
      const { link, linkpath, target, toNote } = embed;
      if (target === null || !toNote || linkpath === '' || !path.includes('/')) continue;
      const near = context.names.shadowed(embed, path, target);
      if (near === null) continue;
      const message = `This shows \`${withoutMd(target)}\` from the top of the vault, not \`${withoutMd(near)}\` beside this note. If that is meant, write its full path.`;
      yield { at: link.position.start, link: link.link, message, fix: null };
    }
  },
};
