import type { MarkdownConfig } from '@lezer/markdown';
import { textOf } from './whole-text';

/** Two lines of three dashes, the first of them the note's first line. */
const FRONTMATTER = /^---[ \t]*\n(?:[^]*?\n)?---(?=[ \t]*(?:\n|$))/;

/** The YAML block at the very start of a note. */
export const FrontmatterBlock: MarkdownConfig = {
  defineNodes: [{ name: 'Frontmatter', block: true }],
  parseBlock: [
    {
      name: 'Frontmatter',
      before: 'IndentedCode',
      parse(cx, line) {
        if (cx.lineStart > 0 || !line.text.startsWith('---')) return false;
        const end = FRONTMATTER.exec(textOf(cx))?.[0].length;
        if (end === undefined) return false;
        while (cx.nextLine() && cx.lineStart < end);
        cx.addElement(cx.elt('Frontmatter', 0, end));
        return true;
      },
    },
  ],
};
