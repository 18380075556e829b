import type { BlockContext, Line, MarkdownConfig } from '@lezer/markdown';
import { isOutside } from './containers';
import { between } from './inline';
import { textOf } from './whole-text';

const PERCENT = 37;

/** Where the block comment that begins at the offset ends: the next `%%` must end its line. Below 0 when it is none. */
function commentEnd(text: string, from: number): number {
  const close = text.indexOf('%%', from + 2);
  if (close < 0) return -1;
  const lineEnd = text.indexOf('\n', close);
  return text.slice(close + 2, lineEnd < 0 ? text.length : lineEnd).trim() === '' ? close + 2 : -1;
}

function endHere(cx: BlockContext, line: Line): number {
  return line.next === PERCENT && line.text.startsWith('%%', line.pos)
    ? commentEnd(textOf(cx), cx.lineStart + line.pos)
    : -1;
}

/**
 * `%%` … `%%`, in a line or as a block. Tags and links in it are read, headings and list items are not, so its inside is one inline run. Without
 * a closing `%%` it is ordinary text.
 */
export const Comments: MarkdownConfig = {
  defineNodes: [{ name: 'CommentedBlock', block: true }, 'Commented', 'CommentMark'],
  parseBlock: [
    {
      name: 'CommentedBlock',
      before: 'FencedCode',
      parse(cx, line) {
        const close = endHere(cx, line);
        if (close < 0) return false;
        const from = cx.lineStart + line.pos;
        // A line's text never holds its end, so the comment's last line is left when the next begins; its container may end before.
        while (cx.nextLine() && cx.lineStart < close && !isOutside(cx, line));
        const end = Math.max(from + 4, Math.min(close, cx.prevLineEnd()));
        cx.addElement(between(cx, ['CommentedBlock', 'CommentMark'], from, end, textOf(cx).slice(from, end)));
        return true;
      },
      endLeaf: (cx, line) => endHere(cx, line) >= 0,
    },
  ],
  parseInline: [
    {
      name: 'Commented',
      before: 'Emphasis',
      parse(cx, next, pos) {
        if (next !== PERCENT || cx.char(pos + 1) !== PERCENT) return -1;
        const close = cx.slice(pos + 2, cx.end).indexOf('%%');
        if (close < 0) return -1;
        const end = pos + close + 4;
        return cx.addElement(between(cx, ['Commented', 'CommentMark'], pos, end, cx.slice(pos, end)));
      },
    },
  ],
};
