import { InlineContext, type MarkdownConfig } from '@lezer/markdown';
import { matchAt } from './inline';

const [OPEN_ROUND, CLOSE] = [40, 93];
/** What stands behind a reference's text. A part of the parser. */
const LABEL = /\[(?:[^[\]\\]|\\[^])*\]/y;

/**
 * `[text]` and `[text][label]`, in the text of a link as well. The library takes each for a link, defined or not, and no link holds another: `[QA [x]](QA.md)`
 * would be none.
 */
export const Brackets: MarkdownConfig = {
  parseInline: [
    {
      name: 'Reference',
      before: 'LinkEnd',
      parse(cx, next, pos) {
        if (next !== CLOSE || cx.char(pos + 1) === OPEN_ROUND) return -1;
        const at = cx.findOpeningDelimiter(InlineContext.linkStart);
        const open = at === null ? null : cx.getDelimiterAt(at);
        if (at === null || open === null || at < (cx.findOpeningDelimiter(InlineContext.imageStart) ?? -1)) return -1;
        if (cx.skipSpace(open.to) === pos) return -1;
        const label = matchAt(LABEL, cx, pos + 1) ?? '';
        const holdsBrackets = /[\][]/.test(cx.slice(open.to, pos));
        if (holdsBrackets && label !== '') return -1;
        const content = cx.takeContent(at);
        // No label holds brackets.
        if (holdsBrackets) {
          for (const element of content) cx.addElement(element);
          return pos + 1;
        }
        const end = pos + 1 + label.length;
        const marks = [cx.elt('LinkMark', open.from, open.to), ...content, cx.elt('LinkMark', pos, pos + 1)];
        return cx.addElement(
          cx.elt('Link', open.from, end, label === '' ? marks : [...marks, cx.elt('LinkLabel', pos + 1, end)]),
        );
      },
    },
  ],
};
