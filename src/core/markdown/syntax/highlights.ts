import type { MarkdownConfig } from '@lezer/markdown';
import { between, matchAt } from './inline';

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
        const marked = matchAt(MARKED, cx, pos);
        if (marked === undefined) return -1;
        return cx.addElement(between(cx, ['Highlight', 'HighlightMark'], pos, pos + marked.length, marked));
      },
    },
  ],
};
