import { locAt } from '../../note/loc-at';
import { REPLACEMENT_PATTERN } from '../../text/replacement-pattern';
import type { JudgeNote } from '../facts/rule-context';

/** The publisher puts links and code into the page by `replace`, without a thought of dollars. */
export const gardenDollar: JudgeNote = function* ({ links, metadata: { sections = [] }, source }) {
  for (const { link } of links) {
    const found = link.original.startsWith('[[') ? REPLACEMENT_PATTERN.exec(link.original)?.[0] : undefined;
    if (found !== undefined)
      yield {
        at: link.position.start,
        link: link.link,
        message: `The site changes \`${found}\` in this link. Expected it spelled otherwise.`,
      };
  }
  if (!source) return;
  const message = 'The site makes one `$` of `$$` in code. Expected no `$$` here.';
  for (const {
    type,
    position: { start, end },
  } of sections) {
    const at = type === 'code' ? source.text.slice(start.offset, end.offset).indexOf('$$') : -1;
    if (at >= 0) yield { at: locAt(source.text, start.offset + at), message };
  }
};
