import type { MarkdownConfig } from '@lezer/markdown';
import { matchAt } from './inline';

const [BANG, OPEN] = [33, 91];
/** Up to the first `]]` of the same line; an inner `[[` makes the outer one no link (seen in the app). A part of the parser. */
const WIKILINK = /!?\[\[(?!\[|\]\])((?:(?!\[\[|\]\])[^\n])+)\]\]/y;

/** `[[target|alias]]`, or with a `!` before it an embed. */
export const Wikilinks: MarkdownConfig = {
  defineNodes: ['Wikilink', 'Embed'],
  parseInline: [
    {
      name: 'Wikilink',
      before: 'Link',
      parse(cx, next, pos) {
        if (next !== OPEN && next !== BANG) return -1;
        const link = matchAt(WIKILINK, cx, pos);
        return link === undefined
          ? -1
          : cx.addElement(cx.elt(next === BANG ? 'Embed' : 'Wikilink', pos, pos + link.length));
      },
    },
  ],
};
