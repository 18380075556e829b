import { headingKey } from '../../note/heading-key';
import type { HeadingMetadata } from '../../note/note-metadata';
import type { Rule } from '../facts/rule-context';
import type { Found } from '../facts/finding';
import { ownHeadings } from '../facts/checked-note';

/** Most headings begin with a letter or digit and are ASCII: a link can lead there. */
function isPlain(heading: string): boolean {
  const first = heading.charCodeAt(0);
  const isWord = (first >= 97 && first <= 122) || (first >= 65 && first <= 90) || (first >= 48 && first <= 57);
  return isWord && !/[^ -~]/.test(heading);
}

export const unlinkableHeading: Rule = {
  id: 'unlinkable-heading',
  looksAt: 'headings',
  severity: 'info',
  title: 'Heading that no link can lead to',
  onSite: false,
  judge(note) {
    const headings = ownHeadings(note);
    return headings.every(({ heading }) => isPlain(heading)) ? [] : headings.flatMap(findProblem);
  },
};

function findProblem({ heading, position }: HeadingMetadata): Found[] {
  // A link is put into NFC before it is compared, a heading is not.
  const isComposed = headingKey(heading.normalize('NFC')) === headingKey(heading);
  if (headingKey(heading) !== '' && isComposed) return [];
  if (heading.trim() === '')
    return [
      {
        at: position.start,
        link: '',
        message: 'No link or transclusion can lead here: the heading is empty. Expected words behind its `#`.',
        fix: null,
      },
    ];
  const why = isComposed
    ? 'has no letter or digit that a link could name'
    : 'has letters that are composed in another way than links are; type it anew';
  return [
    {
      at: position.start,
      link: '',
      message: `No link or transclusion can lead here: \`${heading}\` ${why}.`,
      fix: null,
    },
  ];
}
