import type { Rule } from '../facts/rule-context';

/** The endings that the publisher looks for, from a link's brackets on and over whatever stands between. */
const FILE = /\.(?:png|jpe?g|gif|webp|svg|pdf)/;

/** Links to a file that is no note, in a line with a link to a note before it: the publisher, for which that is a wikilink by then, reads from its `[[` to the file's ending. */
export const gardenLink: Rule = {
  id: 'garden-link',
  looksAt: 'links',
  severity: 'warning',
  title: 'Link to a file that the site breaks',
  onSite: true,
  *judge({ links, embeds }) {
    // By line: the first link to a note in it, behind what the publisher has read already.
    const open = new Map<number, string>();
    const inOrder = [...links, ...embeds].sort((a, b) => a.link.position.start.offset - b.link.position.start.offset);
    for (const { link, target, toNote } of inOrder) {
      const { original, position } = link;
      const { line } = position.start;
      const before = open.get(line);
      const isEmbed = original.startsWith('!');
      if (original.includes('[[') && FILE.test(original)) {
        open.delete(line);
        if (isEmbed || before === undefined) continue;
        const message = `The site takes \`${original}\` and \`${before}\` before it for one link, and breaks both. Expected them on lines of their own.`;
        yield { at: position.start, link: link.link, message, fix: null };
      } else if (!isEmbed && toNote && (original.startsWith('[[') || target !== null))
        open.set(line, before ?? original);
    }
  },
};
