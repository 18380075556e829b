import { FENCE } from '../markdown/marks/line-marks';
import { plainText } from '../markdown/plain-text';
import { readMarkdown } from '../markdown/read-markdown';
import { readLink, targetOf, type WrittenLink } from '../markdown/written-link';
import { noteName } from '../note/link-text';
import { findPublishedCopies } from '../note/published-copies';
import { tableCells } from '../note/table-cells';

/** An invisible character: what it parts is no longer Markdown's, and looks as before, in code too. */
const PART = '\u200B';

/** An embed as a link: "Onboarding › Overview". */
function embedLink(written: WrittenLink): string {
  const { path, subpath } = targetOf(written);
  const name = [noteName(path), ...subpath.split('#')]
    .map((part) => part.trim())
    .filter((part) => part !== '')
    .join(' › ');
  return `[[${path}${subpath}|↪ ${name}]]`;
}

/** Embeds as links, images as what they are called, HTML comments as nothing. Code stays. */
function readable(text: string): string {
  if (!text.includes('![') && !text.includes('<!--')) return text;
  const { spans, blocks } = readMarkdown(text);
  // What stands behind a block's comment is shown.
  const comments = blocks.flatMap(({ type, start, end }) => {
    const close = text.indexOf('-->', start) + 3;
    return type === 'html'
      ? [{ kind: type, start, end: close < 3 || close > end ? end : close, innerStart: start, innerEnd: end }]
      : [];
  });
  let result = '';
  let at = 0;
  for (const { kind, start, end, innerStart, innerEnd } of [...spans, ...comments].sort((a, b) => a.start - b.start)) {
    const written = kind === 'embed' ? readLink(text.slice(start, end)) : null;
    const isComment = kind === 'html' && text.startsWith('<!--', start);
    if (start < at || !(written || kind === 'image' || isComment)) continue;
    const alt = text.slice(innerStart, innerEnd);
    const instead = written ? embedLink(written) : isComment ? PART : `(image${alt === '' ? '' : `: ${alt}`})`;
    result += text.slice(at, start) + instead;
    at = end;
  }
  return result + text.slice(at);
}

/**
 * Takes the power from everything that has any, wherever it stands: a renderer may see code where we see none, and the other way
 * round. HTML needs a letter behind `<`, Templater a percent sign (`<%+ … %>` is run in whatever is drawn), images and embeds a bracket behind `!`, and plugins
 * that run inline code a sign behind the tick.
 */
function powerless(text: string): string {
  return text.replace(/<(?=[A-Za-z/!?%])|!(?=\[)|`\s*(?=[=$])/g, `$&${PART}`);
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
  // Comments are shown: what is hidden on the site is the handbook's own business.
  const lines = readable(withoutCopies(markdown.replaceAll('%%', '')))
    .split('\n')
    .map((line) => {
      // A language that no plugin knows, also where a renderer takes the line for another fence than we do.
      const [, before = '', marks = '', language = ''] = FENCE.exec(line) ?? [];
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
