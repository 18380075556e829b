import { plainText } from '../markdown/plain-text';
import { cleanNoteName } from '../note/note-name';

/** As long as a title is proposed, in characters. */
const MOST = 50;

/**
 * A title for a responsibility's sentence: the words before the first comma, "and" or "including", at most 50 characters of whole words, without
 * a stop at the end and without what a file name cannot hold. Empty when nothing is left.
 */
export function proposeTitle(sentence: string): string {
  const text = plainText(sentence);
  const [start = ''] = text.split(/\s*[,;]\s|\s+(?:and|including)\s+/i);
  const name = cleanNoteName((start.trim() === '' ? text : start).replace(/[\s.,;:!?]+$/, ''));
  const letters = Array.from(name);
  if (letters.length <= MOST) return name;
  const cut = letters.slice(0, MOST + 1).join('');
  const space = cut.lastIndexOf(' ');
  return cleanNoteName((space > 0 ? cut.slice(0, space) : letters.slice(0, MOST).join('')).replace(/[\s.,;:!?]+$/, ''));
}
