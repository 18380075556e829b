import type { MarkdownConfig } from '@lezer/markdown';

/** What stands before a task's mark in its line: the marker of the item that it opens. A part of the parser. */
const BEHIND_MARKER = /(?:[-*+]|\d{1,9}[.)])[ \t]+$/;
const MARK = /^\[(?:[^\n])\][ \t]/u;

/** The mark of a task, `[ ]` with any character in it. What follows is read as if it began the item: `- [ ] 1. x` holds a list. */
export const Tasks: MarkdownConfig = {
  defineNodes: [{ name: 'TaskMark', block: true }],
  parseBlock: [
    {
      name: 'TaskMark',
      before: 'IndentedCode',
      parse(cx, line) {
        if (
          line.next !== 91 ||
          cx.parentType().name !== 'ListItem' ||
          !BEHIND_MARKER.test(line.text.slice(0, line.pos))
        )
          return false;
        const mark = MARK.exec(line.text.slice(line.pos))?.[0];
        if (mark === undefined) return false;
        const from = cx.lineStart + line.pos;
        cx.addElement(cx.elt('TaskMark', from, from + mark.length - 1));
        line.moveBase(line.pos + mark.length);
        return null;
      },
    },
  ],
};
