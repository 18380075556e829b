import { noteName, withoutMd } from '../../note/link-text';
import { nearestText } from '../../note/nearest-text';
import type { RuleContext, Rule } from '../facts/rule-context';
import type { OutgoingLink } from '../../link/outgoing-link';
import type { Found } from '../facts/finding';
import { retargetFix } from '../facts/retarget-fix';

/** What is said of a link to a note that is not there: a namesake elsewhere is what was meant, else the nearest name may be. */
export function tellMissingNote({ link, linkpath }: OutgoingLink, { names }: RuleContext): Found {
  const at = link.position.start;
  const namesakes = names.named(linkpath);
  const [only] = namesakes;
  const name = `\`${linkpath}\``;
  if (only !== undefined) {
    const where = namesakes.map((path) => `\`${withoutMd(path)}\``).join(' or ');
    const fix = namesakes.length > 1 ? null : retargetFix(link, { path: only, subpath: null });
    return { at, link: link.link, message: `There is no note ${name}; did you mean ${where}?`, fix };
  }
  return {
    at,
    link: link.link,
    fix: null,
    // Looked for when it is read: among thousands of names that takes its time, and any file that comes may be nearer.
    get message() {
      const nearest = nearestText(noteName(linkpath), names.like(linkpath));
      return `There is no note ${name}${nearest === null ? '; expected the path of a note of this vault.' : `; did you mean \`${nearest}\`?`}`;
    },
  };
}

export const missingNote: Rule = {
  id: 'missing-note',
  looksAt: 'embeds',
  severity: 'error',
  title: 'Transclusion of a note that is missing',
  onSite: true,
  *judge({ embeds }, context) {
    for (const embed of embeds) if (embed.target === null && embed.toNote) yield tellMissingNote(embed, context);
  },
};
