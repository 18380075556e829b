import { WIKILINK } from '../markdown/marks/span-marks';
import { noteName, splitLink, wikilinkTarget } from '../note/link-text';
import type { NoteSource } from '../note/note-source';
import type { PublishedCopy } from '../note/published-copies';

/** A link, an embed, or a copy where an embed stood, set aside from the text that is compared. */
export interface ComparedLink {
  /** Link path and subpath as written; `''` for a copy. */
  readonly path: string;
  readonly subpath: string;
  readonly embed: boolean;
  /** The display text as written, or null. */
  readonly alias: string | null;
  /** The copy that stands here, and its index in its note; null for a link. */
  readonly copy: { readonly index: number; readonly block: PublishedCopy } | null;
}

/** A text for comparing: LF, no comments; each link is `\uE000shown\uE001`, each embed or copy `\uE002`. */
export interface ComparableText {
  readonly text: string;
  readonly links: readonly ComparedLink[];
}

/** Images as the publisher writes them; Markdown links to notes. */
const LINKS = /!\[[^[\]\n]*\]\(\/img\/user\/([^)\n]+)\)|(!?)\[([^[\]\n]*)\]\(\s*([^)\s:]+?\.md)((?:#[^)\s]*)?)\s*\)/gi;

const COMMENT = /%%[\s\S]+?%%/g;
const CODE = /```[^\n]*\n[\s\S]+?```|`[^`\n]*`/g;

function decoded(text: string): string {
  try {
    return decodeURIComponent(text);
  } catch {
    return text;
  }
}

/** The publisher takes comments out, but leaves them in code. */
function withoutComments(text: string): string {
  if (!text.includes('%%')) return text;
  const code = text.match(CODE) ?? [];
  return text.replace(COMMENT, (comment) => (code.some((one) => one.includes(comment)) ? comment : ''));
}

/** The range of a note's text with its outermost copies as one `\uE003` each; a newline on each side of a copy is the publisher's. */
function foldCopies(
  { text, copies }: NoteSource,
  start: number,
  end: number,
): { readonly text: string; readonly folded: readonly number[] } {
  const folded: number[] = [];
  let result = '';
  let at = start;
  copies.forEach((copy, index) => {
    if (copy.start < at || copy.end > end) return;
    result += `${text.slice(at, copy.start).replace(/\r?\n$/, '')}\uE003`;
    at = copy.end + (/^\r?\n/.exec(text.slice(copy.end, copy.end + 2))?.[0].length ?? 0);
    folded.push(index);
  });
  return { text: result + text.slice(Math.min(at, end), end), folded };
}

/** Reads a range of a note for comparing. `edit` is what else is to be made of the text, before its line ends become LF. */
export function comparableText(
  source: NoteSource,
  start: number,
  end: number,
  edit: (text: string) => string,
): ComparableText {
  const { text, folded } = foldCopies(source, start, end);
  const links: ComparedLink[] = [];
  let copies = 0;
  const bare = edit(withoutComments(text).replace(/[\uE000-\uE002]/g, '')).replace(/\r\n?/g, '\n');
  const set = bare.replace(
    new RegExp(`(!?)${WIKILINK.source}|${LINKS.source}|\uE003`, 'gi'),
    (...match: (string | undefined)[]) => {
      const [whole = '', bang, inside, image, noteBang, shown, target, hash] = match;
      if (whole === '\uE003') {
        const index = folded[copies++] ?? 0;
        const block = source.copies[index];
        links.push({
          path: '',
          subpath: '',
          embed: true,
          alias: block?.title ?? null,
          copy: block ? { index, block } : null,
        });
        return '\uE002';
      }
      if (image !== undefined) {
        links.push({ path: decoded(image), subpath: '', embed: true, alias: null, copy: null });
        return '\uE002';
      }
      if (inside !== undefined) {
        const bar = inside.indexOf('|', 1);
        const alias = bar < 0 ? null : inside.slice(bar + 1).trim() || null;
        links.push({ ...splitLink(wikilinkTarget(inside)), embed: bang === '!', alias, copy: null });
        return bang === '!' ? '\uE002' : `\uE000${alias ?? wikilinkTarget(inside)}\uE001`;
      }
      // The publisher leaves Markdown embeds of notes as they are.
      if (noteBang === '!' || target === undefined) return whole;
      const path = decoded(target);
      links.push({ path, subpath: decoded(hash ?? ''), embed: false, alias: shown ?? '', copy: null });
      return `\uE000${shown === '' ? noteName(path) : (shown ?? '')}\uE001`;
    },
  );
  return { text: set.replace(/[ \t]+$/gm, '').trim(), links };
}

/** A range of a note as it is shown beside another: LF, and one line for each copy in it. */
export const readableText = (source: NoteSource, start: number, end: number): string =>
  `${foldCopies(source, start, end)
    .text.replace(/\uE003/g, '![[…]]')
    .replace(/\r\n?/g, '\n')
    .trim()}\n`;

/** A line of a comparable text for people. */
export const readableLine = (line: string): string => line.replace(/[\uE000\uE001]/g, '').replace(/\uE002/g, '![[…]]');
