import type { LinkParts } from '../note/link-text';
import type { Span } from '../text/text-edit';
import { DEFINITION } from './marks/line-marks';

/** One link as it stands in a text, with where its parts stand in it: what is changed is written there, and every other byte stays. */
export interface WrittenLink {
  /** `[[…]]`, `[…](…)` or `[label]: …`; the first two with `!` before them are embeds. */
  readonly form: 'wikilink' | 'markdown' | 'definition';
  readonly isEmbed: boolean;
  /** How the target is spelled: as it is, percent-encoded, or between `<` and `>`. */
  readonly spelling: 'plain' | 'encoded' | 'bracketed';
  /** The whole link. */
  readonly text: string;
  /** The link's path in `text`; empty for a link inside its own note. */
  readonly path: Span;
  /** From the first `#` on; empty when there is none. */
  readonly subpath: Span;
  /** What is shown, or an image's size; null when the link shows its target. */
  readonly alias: Span | null;
}

/** A backslash escape, or an entity: but for that of `&` itself this reads none, and a destination with one is left alone. */
const ESCAPE = /\\([!-/:-@[-`{-~])|(&)amp;|&#?\w+;/g;
const TITLE = /\s+(?:"(?:[^"\\]|\\[^])*"|'(?:[^'\\]|\\[^])*'|\((?:[^()\\]|\\[^])*\))/y;
const BRACKETED = /<(?:[^<>\\\r\n]|\\.)*>/y;

/** Where the bracket that closes the one before `from` stands, or -1; escapes and code are no brackets. */
function closingBracket(text: string, from: number): number {
  let depth = 1;
  /** Runs of backticks that no later run closes, by length. */
  const open = new Set<number>();
  for (let at = from; at < text.length; at++) {
    const mark = text[at];
    if (mark === '\\') at++;
    else if (mark === '[') depth++;
    else if (mark === ']' && --depth === 0) return at;
    else if (mark === '`') {
      let end = at;
      while (text[end] === '`') end++;
      const length = end - at;
      const close = open.has(length) ? -1 : closingRun(text, end, length);
      if (close < 0) open.add(length);
      at = (close < 0 ? end : close) - 1;
    }
  }
  return -1;
}

/** Behind the next run of exactly that many backticks, or -1. */
function closingRun(text: string, from: number, length: number): number {
  for (let at = text.indexOf('`', from); at >= 0; at = text.indexOf('`', at)) {
    const start = at;
    while (text[at] === '`') at++;
    if (at - start === length) return at;
  }
  return -1;
}

/** The end of a destination without brackets: before white space, or a parenthesis that closes none in it. */
function bareEnd(text: string, from: number): number {
  let depth = 0;
  for (let at = from; at < text.length; at++) {
    const mark = text.charAt(at);
    // No destination holds a `<`, and nothing that begins with one stands behind it.
    if (mark <= ' ' || mark === '<') return depth > 0 ? -1 : at;
    if (mark === '\\') at++;
    else if (mark === '(') depth++;
    else if (mark === ')' && --depth < 0) return at;
  }
  return depth > 0 ? -1 : text.length;
}

const matchAt = (pattern: RegExp, text: string, at: number): number => {
  pattern.lastIndex = at;
  return pattern.exec(text)?.[0].length ?? 0;
};

/** A link with the destination at `from`; `close` is what must stand behind it and its title. */
function readDestination(
  text: string,
  from: number,
  close: RegExp,
  rest: Pick<WrittenLink, 'form' | 'isEmbed' | 'alias'>,
): WrittenLink | null {
  const isBracketed = text[from] === '<';
  const end = isBracketed ? from + matchAt(BRACKETED, text, from) : bareEnd(text, from);
  if (end <= from) return null;
  const [start, stop] = isBracketed ? [from + 1, end - 1] : [from, end];
  if (!close.test(text.slice(end + matchAt(TITLE, text, end)))) return null;
  let hash = start;
  while (hash < stop && !/^\\?#/.test(text.slice(hash, hash + 2))) hash += text[hash] === '\\' ? 2 : 1;
  hash = Math.min(hash, stop);
  const link: WrittenLink = {
    ...rest,
    text,
    spelling: isBracketed ? 'bracketed' : 'encoded',
    path: { start, end: hash },
    subpath: { start: hash, end: stop },
  };
  return readTarget(link) === null ? null : link;
}

function readWikilink(text: string): WrittenLink | null {
  const isEmbed = text.startsWith('!');
  const start = isEmbed ? 3 : 2;
  const inside = text.slice(start, -2);
  // The first `]]` ends it, an inner `[[` makes it none. The parser of wikilinks asks the same of a whole note; this text may be of no note.
  if (!text.endsWith(']]') || inside === '' || /^\[|\[\[|\]\]|\]$|[\r\n]/.test(inside)) return null;
  // A leading bar is part of the target; the backslash that tables need before one is not.
  const bar = inside.indexOf('|', 1);
  const target = (bar < 0 ? inside : inside.slice(0, bar)).trimEnd().replace(/\\$/, '').trimEnd();
  const hash = target.includes('#') ? target.indexOf('#') : target.length;
  const from = start + target.length - target.trimStart().length;
  return {
    form: 'wikilink',
    isEmbed,
    spelling: 'plain',
    text,
    path: {
      start: Math.min(from, start + hash),
      end: Math.max(Math.min(from, start + hash), start + target.slice(0, hash).trimEnd().length),
    },
    subpath: { start: start + hash, end: start + target.length },
    alias: bar < 0 ? null : { start: start + bar + 1, end: text.length - 2 },
  };
}

/** Reads a text that is one link or embed into the vault, or one reference definition, and nothing else; null when it is none. Takes linear time. */
export function readLink(text: string): WrittenLink | null {
  const isEmbed = text.startsWith('!');
  const open = isEmbed ? 1 : 0;
  if (text.startsWith('[[', open)) return readWikilink(text);
  const [opening = '', label = '^'] = (isEmbed ? null : DEFINITION.exec(text)) ?? [];
  if (!label.startsWith('^')) {
    const from = opening.length + matchAt(/\r?\n[ \t]*/y, text, opening.length);
    return readDestination(text, from, /^[ \t]*$/, { form: 'definition', isEmbed: false, alias: null });
  }
  const close = text[open] === '[' ? closingBracket(text, open + 1) : -1;
  if (close < 0 || text[close + 1] !== '(') return null;
  const from = close + 2 + matchAt(/\s*/y, text, close + 2);
  return readDestination(text, from, /^\s*\)$/, { form: 'markdown', isEmbed, alias: { start: open + 1, end: close } });
}

const spanText = (text: string, { start, end }: Span): string => text.slice(start, end);

/** A wikilink's no-break spaces are blanks, and it is composed. */
const normal = (target: string): string => target.replace(/\u00A0/g, ' ').normalize('NFC');

/** A destination as it is meant: without its angle brackets and the backslashes before punctuation. */
export const plainDestination = (written: string): string =>
  written.replace(/^<([^]*)>$/, '$1').replace(ESCAPE, (whole, mark?: string, and?: string) => mark ?? and ?? whole);

/** Whether a destination holds no entity that this does not read. */
const isPlain = (destination: string): boolean =>
  [...destination.matchAll(ESCAPE)].every(([, mark, and]) => (mark ?? and) !== undefined);

function decode(destination: string): string | null {
  try {
    return decodeURI(plainDestination(destination));
  } catch {
    return null;
  }
}

/** What a link says; null when it is no link into the vault. */
function readTarget({ form, text, path, subpath }: WrittenLink): LinkParts | null {
  const written = [spanText(text, path), spanText(text, subpath)];
  if (form === 'wikilink') {
    const [one = '', two = ''] = written.map(normal);
    return { path: one, subpath: two };
  }
  const whole = written.join('');
  // With a colon it leads out of the vault. The `#` of an entity begins no subpath.
  if (whole === '' || !isPlain(whole) || (whole.includes(':') && !/^\.\.?\//.test(whole))) return null;
  const [one, two] = written.map(decode);
  return one == null || two == null ? null : { path: one.normalize('NFC').trim(), subpath: two.normalize('NFC') };
}

/** What a link says, as Obsidian reads it. */
export const targetOf = (link: WrittenLink): LinkParts => readTarget(link) ?? { path: '', subpath: '' };

/** `Note#Heading` is shown as `Note > Heading`. */
const shownPath = (link: string): string =>
  link
    .split('#')
    .filter((part) => part !== '')
    .join(' > ')
    .trim();

/** What the app's cache says of a link or an embed: where to, with the blanks inside of it, and what is shown. */
export function linkWords(written: WrittenLink): { readonly link: string; readonly displayText: string } {
  const { form, isEmbed, text, path, subpath, alias } = written;
  if (form !== 'wikilink')
    return { link: decode(text.slice(path.start, subpath.end)) ?? '', displayText: aliasOf(written) };
  const link = normal(
    text
      .slice(isEmbed ? 3 : 2, alias ? alias.start - 1 : -2)
      .trim()
      .replace(/\\$/, ''),
  );
  return { link, displayText: aliasOf(written).trim() || shownPath(link) };
}

/** What a link says of what it shows; `''` when it says nothing. */
export const aliasOf = ({ text, alias }: WrittenLink): string => (alias ? spanText(text, alias) : '');
