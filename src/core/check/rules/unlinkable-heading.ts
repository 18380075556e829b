import { isAscii, isLetterOrDigit } from '../../note/ascii';
import { headingKey } from '../../note/heading-key';
import { ownHeadings } from '../facts/checked-note';
import type { JudgeNote } from '../facts/rule-context';

/** Most headings begin with a letter or digit and are ASCII: a link can lead there. */
const isPlain = (heading: string): boolean => isLetterOrDigit(heading.charCodeAt(0) | 32) && isAscii(heading);

export const unlinkableHeading: JudgeNote = function* (note) {
  for (const { heading, position } of ownHeadings(note)) {
    if (isPlain(heading)) continue;
    // A link is put into NFC before it is compared, a heading is not.
    const isComposed = headingKey(heading.normalize('NFC')) === headingKey(heading);
    if (headingKey(heading) !== '' && isComposed) continue;
    const why =
      heading.trim() === ''
        ? 'the heading is empty. Expected words behind its `#`'
        : isComposed
          ? `\`${heading}\` has no letter or digit that a link could name`
          : `\`${heading}\` has letters that are composed in another way than links are; type it anew`;
    yield { at: position.start, message: `No link or transclusion can lead here: ${why}.` };
  }
};
