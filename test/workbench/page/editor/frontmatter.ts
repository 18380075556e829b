/** The block between `---` at a note's start is no heading, though Markdown would take it for one. */
import type { MarkdownConfig } from '@lezer/markdown';
import { tags } from '@lezer/highlight';

const FENCE = /^---\s*$/;

export const frontmatter: MarkdownConfig = {
  defineNodes: [{ name: 'Frontmatter', block: true, style: tags.meta }],
  parseBlock: [
    {
      name: 'Frontmatter',
      before: 'HorizontalRule',
      parse(context, line) {
        if (context.lineStart !== 0 || !FENCE.test(line.text)) return false;
        while (context.nextLine()) {
          if (!FENCE.test(line.text)) continue;
          context.nextLine();
          context.addElement(context.elt('Frontmatter', 0, context.prevLineEnd()));
          return true;
        }
        return false;
      },
    },
  ],
};
