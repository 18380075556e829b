import type { MarkdownConfig } from '@lezer/markdown';

const EQUALS = 61;
const MARKED = /==(?=[^\s=])(?:[^=]|=(?!=))*?==/y;

/** `==marked==`. */
export const Highlights: MarkdownConfig = {
  defineNodes: ['Highlight', 'HighlightMark'],
  parseInline: [
    {
      name: 'Highlight',
      after: 'Emphasis',
      parse(cx, next, pos) {
        if (next !== EQUALS || cx.char(pos + 1) !== EQUALS) return -1;
        MARKED.lastIndex = pos - cx.offset;
        const marked = MARKED.exec(cx.text)?.[0];
        if (marked === undefined) return -1;
        const end = pos + marked.length;
        const inside = cx.parser.parseInline(marked.slice(2, -2), pos + 2);
        return cx.addElement(
          cx.elt('Highlight', pos, end, [
            cx.elt('HighlightMark', pos, pos + 2),
            ...inside,
            cx.elt('HighlightMark', end - 2, end),
          ]),
        );
      },
    },
  ],
};
