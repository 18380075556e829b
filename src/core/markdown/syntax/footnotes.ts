import type { MarkdownConfig } from '@lezer/markdown';
import { between, matchAt } from './inline';

const DEFINITION = /^\[\^([^\]\s]+)\]:[ \t]*/;
const REFERENCE = /\[\^[^\]\s]+\]/y;
const [OPEN, CARET, BACKSLASH, CLOSE] = [91, 94, 92, 93];

/** A footnote in a line is not looked for any farther: each opening looks for its end. */
const LONGEST = 1_000;

/** The index of the bracket that closes the one before `from`, below 0 when none does. */
function closingBracket(text: string, from: number): number {
  let depth = 1;
  for (let at = from; at < Math.min(text.length, from + LONGEST); at++) {
    const unit = text.charCodeAt(at);
    if (unit === BACKSLASH) at++;
    else if (unit === OPEN) depth++;
    else if (unit === CLOSE && --depth === 0) return at;
  }
  return -1;
}

/** Footnotes: `[^id]: text` with the lines that continue it, `[^id]` and `^[text]` in a line. */
export const Footnotes: MarkdownConfig = {
  defineNodes: [
    {
      name: 'FootnoteDefinition',
      block: true,
      composite(_cx, line) {
        if (line.next < 0) return true;
        if (line.indent < line.baseIndent + 4) return false;
        line.moveBaseColumn(line.baseIndent + 4);
        return true;
      },
    },
    'FootnoteLabel',
    'FootnoteReference',
    'InlineFootnote',
    'FootnoteMark',
  ],
  parseBlock: [
    {
      name: 'FootnoteDefinition',
      before: 'Blockquote',
      parse(cx, line) {
        const [opening, label] = (line.next === OPEN ? DEFINITION.exec(line.text.slice(line.pos)) : null) ?? [];
        if (opening === undefined || label === undefined) return false;
        const from = cx.lineStart + line.pos;
        cx.startComposite('FootnoteDefinition', line.pos);
        cx.addElement(cx.elt('FootnoteLabel', from + 2, from + 2 + label.length));
        line.moveBase(line.pos + opening.length);
        return null;
      },
      endLeaf: (_cx, line) => line.next === OPEN && DEFINITION.test(line.text.slice(line.pos)),
    },
  ],
  parseInline: [
    {
      name: 'FootnoteReference',
      before: 'Link',
      parse(cx, next, pos) {
        if (next !== OPEN || cx.char(pos + 1) !== CARET) return -1;
        const reference = matchAt(REFERENCE, cx, pos);
        return reference === undefined ? -1 : cx.addElement(cx.elt('FootnoteReference', pos, pos + reference.length));
      },
    },
    {
      name: 'InlineFootnote',
      before: 'Link',
      parse(cx, next, pos) {
        if (next !== CARET || cx.char(pos + 1) !== OPEN) return -1;
        const close = closingBracket(cx.text, pos + 2 - cx.offset) + cx.offset;
        if (close <= pos + 2) return -1;
        const text = cx.slice(pos, close + 1);
        return cx.addElement(between(cx, ['InlineFootnote', 'FootnoteMark'], pos, close + 1, text, 1));
      },
    },
  ],
};
