import type { Rule } from '../court';
import { fullPath } from '../full-path';

/** A path that is exact from the vault's root wins over the note in the own folder (LINKS 2.2, step 5). */
export const shadowedNote: Rule = {
  id: 'shadowed-note',
  severity: 'warning',
  title: 'Transclusion of a namesake at the top of the vault',
  onSite: false,
  *judge({ path, embeds }, { names }) {
    for (const { link, linkpath, target, toNote } of embeds) {
      if (target === null || !toNote || linkpath === '') continue;
      const near = names.shadowed(linkpath, path, target);
      if (near === null) continue;
      const message = `This shows \`${fullPath(target)}\` from the top of the vault, not \`${fullPath(near)}\` beside this note. If that is meant, write its full path.`;
      yield { at: link.position.start, link: link.link, message, fix: null };
    }
  },
};
