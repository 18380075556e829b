import { headingKey } from '../../note/heading-key';
import type { Rule } from '../court';
import { ownHeadings } from '../note-case';

export const unlinkableHeading: Rule = {
  id: 'unlinkable-heading',
  severity: 'info',
  title: 'Heading that no link can lead to',
  onSite: false,
  *judge(note) {
    for (const { heading, position } of ownHeadings(note)) {
      // A link is put into NFC before it is compared, a heading is not (LINKS 3.9).
      const isComposed = headingKey(heading.normalize('NFC')) === headingKey(heading);
      if (headingKey(heading) !== '' && isComposed) continue;
      const why = isComposed ? 'has no letter or digit that a link could name' : 'has letters that are composed in another way than links are; type it anew';
      yield { at: position.start, link: '', message: `No link or transclusion can lead here: \`${heading}\` ${why}.`, fix: null };
    }
  },
};
