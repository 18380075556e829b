import type { MarkdownConfig } from '@lezer/markdown';
import { matchAt } from './inline';

const HASH = 35;
/** The characters of a tag: all but white space, ASCII punctuation other than `-`, `_` and `/`, and two ranges of punctuation (read off the app). */
const TAG = /#[^\u2000-\u206F\u2E00-\u2E7F'!"#$%&()*+,.:;<=>?@^`{|}~[\]\\\s]+/y;
const ONLY_DIGITS = /^#\d+$/;

/**
 * `#todo`. Whether it is one where it stands (behind white space, or where an inline run begins) is known only when the marks around it have been paired:
 * `read-markdown.ts` tells.
 */
export const Tags: MarkdownConfig = {
  defineNodes: ['Tag'],
  parseInline: [
    {
      name: 'Tag',
      before: 'Emphasis',
      parse(cx, next, pos) {
        if (next !== HASH) return -1;
        const tag = matchAt(TAG, cx, pos);
        return tag === undefined || ONLY_DIGITS.test(tag) ? -1 : cx.addElement(cx.elt('Tag', pos, pos + tag.length));
      },
    },
  ],
};
