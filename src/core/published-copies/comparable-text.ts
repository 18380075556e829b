import { aliasOf, readLink, targetOf } from '../markdown/written-link';
import { noteName } from '../note/link-text';
import type { NoteSource } from '../note/note-source';
import type { PublishedCopy } from '../note/published-copies';
import { decoded } from '../text/decoded';

/** A link, an embed, or a copy where an embed stood, set aside from the text that is compared. */
export interface ComparedLink {
  /** Link path and subpath as written; `''` for a copy. */
  readonly path: string;
  readonly subpath: string;
  readonly embed: boolean;
  /** The display text as written, or null. */
  readonly alias: string | null;
  /** It is a drawing, of which the publisher leaves no path. */
  readonly isDrawing: boolean;
  /** The copy that stands here, and its index in its note; null for a link. */
  readonly copy: { readonly index: number; readonly block: PublishedCopy } | null;
}

/** A text for comparing: LF, no comments; each link is `\uE000shown\uE001`, each embed or copy `\uE002`. */
export interface ComparableText {
  readonly text: string;
  readonly links: readonly ComparedLink[];
}

/**
 * Wikilinks; files as the publisher writes them: a PDF in a frame, a drawing with all that it holds, `/img/user/` before the path of others; Markdown links
 * to notes and canvases, and Markdown images. No parser: what the publisher took for a link counts, in code too.
 */
const LINKS =
  /(!?\[\[(?:[^[\]\n]|\[(?!\[)|\](?!\]))+\]\])|<iframe src="\/img\/user\/([^"\n]+)"[^<>\n]*><\/iframe>|(<svg[\s>](?:(?!<\/?svg)[^])*<\/svg>)|(!?)\[([^[\]\n]*)\]\((?:\/img\/user\/([^()[\]\n]+)|\s*((?!https?:)[^()[\]\s][^()[\]\n]*?\.(?:md|markdown|canvas|png|jpe?g|gif|webp|svg|pdf))((?:#[^()[\]\s]*)?)\s*)\)/gi;

/** A file that the site has below `/img/user/`. */
export const IS_FILE = /\.(?:png|jpe?g|gif|webp|svg|pdf)$/i;

/** No parser of ours: both as the publisher reads them, with its mistakes. */
const COMMENT = /%%[\s\S]+?%%/g;
/** The parser knows code that the publisher does not. */
const CODE = /```[^\n]*\n[\s\S]+?```|`[^`\n]*`/g;

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
  const set = bare.replace(new RegExp(`${LINKS.source}|\uE003`, 'gi'), (...match: (string | undefined)[]) => {
    const [whole = '', wikilink = '', frame, drawing, noteBang, shown = '', file = frame, target, hash] = match;
    if (whole === '\uE003') {
      const index = folded[copies++] ?? 0;
      const block = source.copies[index];
      links.push({
        path: '',
        subpath: '',
        embed: true,
        alias: block?.title ?? null,
        isDrawing: false,
        copy: block ? { index, block } : null,
      });
      return '\uE002';
    }
    const found = (link: Partial<ComparedLink>): void =>
      void links.push({ path: '', subpath: '', embed: true, alias: null, isDrawing: false, copy: null, ...link });
    if (drawing !== undefined || frame !== undefined || (file !== undefined && noteBang === '!')) {
      found({ path: decoded(file ?? ''), alias: drawing ?? (shown || null), isDrawing: drawing !== undefined });
      return '\uE002';
    }
    const written = readLink(wikilink);
    if (written) {
      const { path, subpath } = targetOf(written);
      const alias = aliasOf(written).trim() || null;
      found({ path, subpath, embed: written.isEmbed, alias });
      return written.isEmbed ? '\uE002' : `\uE000${alias ?? path + subpath}\uE001`;
    }
    if (wikilink !== '') return whole;
    const path = decoded(file ?? target ?? '');
    // The publisher leaves Markdown embeds of notes as they are, and links to files; of a PDF that it does not find it makes a link.
    const embed = noteBang === '!' || (file === undefined && path.endsWith('.pdf'));
    if ((embed || file === undefined) && IS_FILE.test(path) !== embed) return whole;
    found({ path, subpath: decoded(hash ?? ''), embed, alias: shown });
    return embed
      ? '\uE002'
      : `\uE000${shown === '' ? noteName(path).replace(/\.(?:markdown|canvas)$/i, '') : shown}\uE001`;
  });
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
