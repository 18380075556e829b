import type { BlockContext, Line, MarkdownConfig } from '@lezer/markdown';

/** Whether the line stands outside of the innermost quote or item. The library counts the containers that go on in a field that its typings leave out. */
export const isOutside = (cx: BlockContext, line: Line): boolean =>
  (line as Line & { readonly depth: number }).depth < cx.depth;

/** A part of the parser: the library asks with the line alone. */
const MARKER = /^(?:[-*+]|\d{1,9}[.)])(?:[ \t]|$)/;

/** A line with any list marker ends the item above it, where CommonMark would take `2.` below a bullet for words of the bullet. */
export const ItemEnds: MarkdownConfig = {
  parseBlock: [
    {
      // The library takes a short bullet behind tabs for one without words, which a blank line ends: it holds a column against a length.
      name: 'ItemWords',
      before: 'IndentedCode',
      parse(cx, { next }) {
        const { block } = cx as BlockContext & { readonly block: { blankFirstLine?: boolean } };
        if (next >= 0 && block.blankFirstLine) block.blankFirstLine = false;
        return false;
      },
    },
    {
      name: 'ItemEnd',
      endLeaf: (cx, line) =>
        isOutside(cx, line) && cx.parentType().name === 'ListItem' && MARKER.test(line.text.slice(line.pos)),
    },
  ],
};
