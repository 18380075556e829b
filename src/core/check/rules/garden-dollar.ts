import { locAt } from '../../note/loc-at';
import { REPLACEMENT_PATTERN } from '../../text/replacement-pattern';
import type { CheckedNote } from '../facts/checked-note';
import type { Found } from '../facts/finding';

/** The publisher puts links and code into the page by `replace`, without a thought of dollars. */
export function* gardenDollar({ links, metadata: { sections = [] }, source }: CheckedNote): Generator<Found> {
  for (const { link } of links) {
    const found = link.original.startsWith('[[') ? REPLACEMENT_PATTERN.exec(link.original)?.[0] : undefined;
    if (found !== undefined)
      yield {
        at: link.position.start,
        link: link.link,
        message: `The site changes \`${found}\` in this link. Expected it spelled otherwise.`,
      };
  }
  for (const { type, position } of source ? sections : []) {
    const at =
      type === 'code' && source ? source.text.slice(position.start.offset, position.end.offset).indexOf('$$') : -1;
    if (at >= 0 && source)
      yield {
        at: locAt(source.text, position.start.offset + at),
        message: 'The site makes one `$` of `$$` in code. Expected no `$$` here.',
      };
  }
}
