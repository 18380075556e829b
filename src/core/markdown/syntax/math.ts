import type { Line, MarkdownConfig } from '@lezer/markdown';
import { isOutside } from './containers';
import { matchAt } from './inline';

const DOLLAR = 36;
/** `$$` that opens a block: nothing but the formula's first line may follow on its line. A part of the parser. */
const opensBlock = (line: Line): boolean => line.next === DOLLAR && /^\$\$[^$]*$/.test(line.text.slice(line.pos));
/** A part of the parser. */
const CLOSES_BLOCK = /\$\$[ \t]*$/;
/** `$x$`: no white space inside either dollar, no digit after the closing one; `$$x$$` likewise in a line. A part of the parser. */
const INLINE = /\$\$(?!\$)[^$]+\$\$|\$(?![\s$])(?:\\[^\n]|[^$\\\n])*\$(?!\d)/y;

/** Formulas. Nothing in them is read; a block that is not closed runs to the end. */
export const MathSyntax: MarkdownConfig = {
  defineNodes: [{ name: 'MathBlock', block: true }, 'Math'],
  parseBlock: [
    {
      name: 'MathBlock',
      before: 'FencedCode',
      parse(cx, line) {
        if (!opensBlock(line)) return false;
        const from = cx.lineStart + line.pos;
        while (cx.nextLine() && !isOutside(cx, line)) {
          if (!CLOSES_BLOCK.test(line.text)) continue;
          cx.nextLine();
          break;
        }
        cx.addElement(cx.elt('MathBlock', from, cx.prevLineEnd()));
        return true;
      },
      endLeaf: (_cx, line) => opensBlock(line),
    },
  ],
  parseInline: [
    {
      name: 'Math',
      before: 'Emphasis',
      parse(cx, next, pos) {
        if (next !== DOLLAR) return -1;
        const math = matchAt(INLINE, cx, pos);
        return math === undefined || /\s\$$/.test(math) ? -1 : cx.addElement(cx.elt('Math', pos, pos + math.length));
      },
    },
  ],
};
