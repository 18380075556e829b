import { noteName, withoutMd } from '../../note/link-text';
import { nearestText } from '../../note/nearest-text';
import type { JudgeLink } from '../facts/rule-context';
import { retargetFix } from '../facts/retarget-fix';

/** What is said of a link to a note that is not there: a namesake elsewhere is what was meant, else the nearest name may be. */
export const tellMissingNote: JudgeLink = ({ link, linkpath }, { names }) => {
  const namesakes = names.named(linkpath);
  const [only] = namesakes;
  const name = `\`${linkpath}\``;
  if (only !== undefined) {
    const where = namesakes.map((path) => `\`${withoutMd(path)}\``).join(' or ');
    const fix = namesakes.length > 1 ? null : retargetFix(link, { path: only, subpath: null });
    return { message: `There is no note ${name}; did you mean ${where}?`, fix };
  }
  return {
    // Looked for when it is read: among thousands of names that takes its time, and any file that comes may be nearer.
    get message() {
      const nearest = nearestText(noteName(linkpath), names.like(linkpath));
      return `There is no note ${name}${nearest === null ? '; expected the path of a note of this vault.' : `; did you mean \`${nearest}\`?`}`;
    },
  };
};
