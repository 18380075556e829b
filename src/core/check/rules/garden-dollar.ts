import { locAt } from '../../note/loc-at';
import { REPLACEMENT_PATTERN } from '../../text/replacement-pattern';
import type { NoteRule } from '../facts/rule-context';

/** The publisher puts links and code into the page by `replace`, without a thought of dollars. */
export const gardenDollar: NoteRule = {
  id: 'garden-dollar',
  looksAt: 'published',
  severity: 'warning',
  title: 'Dollar signs that the site changes',
  onSite: true,
  *judge({ links, metadata: { sections = [] }, source }) {
    for (const { link } of links) {
      const found = link.original.startsWith('[[') ? REPLACEMENT_PATTERN.exec(link.original)?.[0] : undefined;
      if (found !== undefined)
        yield {
          at: link.position.start,
          link: link.link,
          message: `The site changes \`${found}\` in this link. Expected it spelled otherwise.`,
        };
    }
    for (const { type, position } of source ? sections : []) {
      const at =
        type === 'code' && source ? source.text.slice(position.start.offset, position.end.offset).indexOf('$$') : -1;
      if (at >= 0 && source)
        yield {
          at: locAt(source.text, position.start.offset + at),
          message: 'The site makes one `$` of `$$` in code. Expected no `$$` here.',
        };
    }
  },
};
