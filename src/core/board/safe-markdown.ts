import { WIKILINK } from '../markdown/marks/span-marks';
import { FENCE } from '../markdown/marks/line-marks';
import { findPublishedCopies } from '../note/published-copies';
import { noteName, splitLink, wikilinkTarget } from '../note/link-text';
import { plainText } from '../note/plain-text';
import { tableCells } from '../note/table-cells';

/** An invisible character: what it parts is no longer Markdown's, and looks as before, in code too. */
const PART = '\u200B';

/** What is said in another way outside of code. */
const REPLACED = new RegExp(
  [
    /(`+)(?:[^`]|(?!\1)`)+\1(?!`)/, // 1: inline code
    new RegExp(`!${WIKILINK.source}`), // 2: an embed
    /!\[((?:[^[\]\\]|\\.)*)\](?:\([^()\n]*(?:\([^()\n]*\)[^()\n]*)*\)|\[[^[\]\n]*\])?/, // 3: an image
    /<!--[^]*?-->/, // a comment
  ]
    .map((part) => part.source)
    .join('|'),
  'g',
);

/** "Onboarding › Overview" for a link's target. */
function placeName(link: string): string {
  const { path, subpath } = splitLink(link);
  return [noteName(path), ...subpath.split('#')]
    .map((part) => part.trim())
    .filter((part) => part !== '')
    .join(' › ');
}

function readable(line: string): string {
  return line.replace(
    REPLACED,
    (match: string, ticks: string | undefined, embed: string | undefined, image: string | undefined) => {
      if (ticks !== undefined) return match;
      if (embed !== undefined) return `[[${wikilinkTarget(embed)}|↪ ${placeName(wikilinkTarget(embed))}]]`;
      return image === undefined ? PART : `(image${image === '' ? '' : `: ${image}`})`;
    },
  );
}

/**
 * Takes the power from everything that has any, wherever it stands: a renderer may see code where we see none, and the other way
 * round. HTML needs a letter behind `<`, images and embeds a bracket behind `!`, and plugins that run inline code a sign behind the tick.
 */
function powerless(text: string): string {
  return text.replace(/<(?=[A-Za-z/!?])|!(?=\[)|`\s*(?=[=$])/g, `$&${PART}`);
}

/** Published copies as one line each: a copy shows another page's text, not this one's. */
function withoutCopies(markdown: string): string {
  let text = '';
  let from = 0;
  for (const copy of findPublishedCopies(markdown, {})) {
    if (copy.parent !== null) continue;
    const name = copy.page?.split('/').findLast((segment) => segment !== '') ?? 'another page';
    text += `${markdown.slice(from, copy.start)}↪ ${[name, copy.fragment]
      .filter((part) => part !== '')
      .join(' › ')
      .replaceAll('-', ' ')}`;
    from = copy.end;
  }
  return text + markdown.slice(from);
}

/**
 * Markdown that can be rendered on a card without doing anything: code fences lose their language, so that no other plugin's blocks run;
 * embeds and published copies become one-line links; images and HTML become text. Source lines stay source lines.
 */
export function safeMarkdown(markdown: string): string {
  let fence: string | null = null;
  // Comments are shown: what is hidden on the site is the handbook's own business.
  const lines = withoutCopies(markdown.replaceAll('%%', ''))
    .split('\n')
    .map((line) => {
      const [, before = '', marks = '', language = ''] = FENCE.exec(line) ?? [];
      if (marks === '') return fence === null ? readable(line) : line;
      if (fence === null) fence = marks;
      else if (marks.startsWith(fence) && language.trim() === '') fence = null;
      // A language that no plugin knows, also where a renderer takes the line for another fence than we do.
      return language.trim() === '' ? line : `${before}${marks}${PART}${language.trim()}`;
    });
  return powerless(lines.join('\n'));
}

export interface Beginning {
  readonly text: string;
  /** Whether there is more. */
  readonly isCut: boolean;
}

/** What a cell of a table that is cut keeps of its words, in UTF-16 units. */
const CELL_LENGTH = 24;

/** Whether a line is the one below a table's head. */
const isBelowHead = (line = ''): boolean =>
  line.includes('-') && line.includes('|') && Array.from(line).every((sign) => '|:- '.includes(sign));

/** A table's line with short cells. */
function shortRow(line: string): string {
  if (isBelowHead(line)) return line;
  const cells = tableCells(line).map(plainText);
  return `| ${cells.map((cell) => (cell.length > CELL_LENGTH ? `${cell.slice(0, CELL_LENGTH)}…` : cell).replaceAll('|', '\\|')).join(' | ')} |`;
}

/**
 * The first whole lines of a Markdown text, at most `lines` of them and `length` UTF-16 units; a first line that is longer is cut. A table stays one: it is
 * not parted from its head, and where it is too wide its cells are cut.
 */
export function beginningOf(markdown: string, lines: number, length: number): Beginning {
  const all = markdown.split('\n');
  let taken = 0;
  let size = 0;
  while (taken < Math.min(lines, all.length) && size + (all[taken]?.length ?? 0) <= length)
    size += (all[taken++]?.length ?? 0) + 1;
  if (taken < all.length && isBelowHead(all[1])) {
    const end = all.findIndex((line) => !line.includes('|'));
    return {
      text: all
        .slice(0, Math.min(lines, end < 0 ? lines : end))
        .map(shortRow)
        .join('\n'),
      isCut: true,
    };
  }
  if (taken === 0) return { text: `${markdown.slice(0, length)}…`, isCut: true };
  if (isBelowHead(all[taken])) taken--;
  return { text: all.slice(0, taken).join('\n'), isCut: taken < all.length };
}
