import type { Rule } from '../facts/rule-context';

/** Links to a file that is no note, in a line with a link that has other words before it: the publisher reads from the first `[[` to the file's ending. */
export const gardenLink: Rule = {
  id: 'garden-link',
  looksAt: 'links',
  severity: 'warning',
  title: 'Link to a file that the site breaks',
  onSite: true,
  *judge({ links }) {
    // By line: the link with other words that stands in it.
    const renamed = new Map<number, string>();
    for (const { link, toNote } of links) {
      const { line } = link.position.start;
      if (!link.original.startsWith('[[')) continue;
      const before = renamed.get(line);
      if (!toNote && before !== undefined) {
        const message = `The site takes \`${link.original}\` and \`${before}\` before it for one link, and breaks both. Expected them on lines of their own.`;
        yield { at: link.position.start, link: link.link, message, fix: null };
      }
      if (link.original.includes('|')) renamed.set(line, link.original);
    }
  },
};
