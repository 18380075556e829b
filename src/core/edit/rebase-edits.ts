import { changedBlockLine } from '../markdown/changed-block';
import { readMarkdown } from '../markdown/read-markdown';
import {
  isBlank,
  isLineEnd,
  isLineStart,
  lineAfter,
  lineAt,
  lineBefore,
  nextLineStart,
  type TextLine,
} from '../note/text-line';
import { applyEdits } from './apply-edits';
import { shiftSpan } from '../text/edit-shifts';
import type { NoteEdit, Span, TextEdit } from '../text/text-edit';
import { partIndex, divideNote, type DividedNote, type NotePart } from './note-parts';

/** Why an edit does not fit: what it expected is gone or stands elsewhere, or stands there twice. */
export type RebaseProblem = 'gone' | 'unsure';

/** How far a piece of the text before has moved in the text now, in UTF-16 units. */
type Shift = number | RebaseProblem;

/** Two texts, and how far they are alike from either end, in whole lines. */
interface Change {
  readonly before: string;
  readonly now: string;
  readonly prefix: number;
  readonly suffix: number;
}

const isLineEdge = (text: string, at: number): boolean => isLineStart(text, at) || isLineEnd(text, at);

function compare(before: string, now: string): Change {
  const most = Math.min(before.length, now.length);
  // Beyond either end there is no character, and none equals none.
  let prefix = 0;
  while (before.charCodeAt(prefix) === now.charCodeAt(prefix)) prefix++;
  while (!(isLineEdge(before, prefix) && isLineEdge(now, prefix))) prefix--;
  let suffix = 0;
  while (before.charCodeAt(before.length - 1 - suffix) === now.charCodeAt(now.length - 1 - suffix)) suffix++;
  while (!(isLineEdge(before, before.length - suffix) && isLineEdge(now, now.length - suffix))) suffix--;
  // Blank lines are nobody’s duplicates: where only such are alike from both ends, they stay with what is above.
  const shared = prefix + suffix - most;
  if (shared > 0 && before.slice(prefix - shared, prefix).trim() === '') suffix -= shared;
  return { before, now, prefix, suffix };
}

/** Whether the piece, which stands at its place shifted, is whole lines there where it was whole lines. */
const isWholeAt = ({ before, now }: Change, { start, end }: Span, shift: number): boolean =>
  (!isLineStart(before, start) || isLineStart(now, start + shift)) &&
  (!isLineEnd(before, end) || isLineEnd(now, end + shift));

/** The shifts by which the piece stands in a text. */
function shiftsIn(change: Change, piece: Span, text: string): number[] {
  const wanted = change.before.slice(piece.start, piece.end);
  const shifts: number[] = [];
  if (wanted.trim() === '') return shifts;
  for (let at = text.indexOf(wanted); at >= 0; at = text.indexOf(wanted, at + 1))
    if (isWholeAt({ ...change, now: text }, piece, at - piece.start)) shifts.push(at - piece.start);
  return shifts;
}

/** The one place where the piece stands, when there is one before and now. */
function soleShift(change: Change, piece: Span): Shift {
  const [only, ...others] = shiftsIn(change, piece, change.now);
  if (only === undefined) return 'gone';
  return others.length === 0 && shiftsIn(change, piece, change.before).length === 1 ? only : 'unsure';
}

/** Whether the text of now holds more of the piece's like than the text before: one of them may be what was meant. */
const hasNewDuplicate = (change: Change, piece: Span): boolean =>
  shiftsIn(change, piece, change.now).length > shiftsIn(change, piece, change.before).length;

/** Whether a line like the piece came to stand right beside it: either of the two may be what was meant. */
function hasNewTwin({ before, now }: Change, { start, end }: Span, shift: number): boolean {
  const piece = before.slice(start, end);
  const isBeside = (text: string, at: number): boolean => {
    const line = { start: at, end: at + piece.length };
    return [lineBefore(text, line), lineAfter(text, line)].some(
      (one) => one.start !== at && text.slice(one.start, one.end) === piece,
    );
  };
  return piece.trim() !== '' && isBeside(now, start + shift) && !isBeside(before, start);
}

/**
 * What did not change, from either end, stays with its end. Where lines repeat, the change can be seen in several places; a piece that
 * lies in one of them may be the duplicate of what was meant.
 */
function shiftOf(change: Change, piece: Span): Shift {
  const { before, now, prefix, suffix } = change;
  if (before === now) return 0;
  const shortest = Math.min(before.length, now.length);
  const moved = now.length - before.length;
  if (piece.end <= Math.min(prefix, shortest - suffix) && isWholeAt(change, piece, 0))
    return hasNewTwin(change, piece, 0) ? 'unsure' : 0;
  if (piece.start >= before.length - Math.min(suffix, shortest - prefix) && isWholeAt(change, piece, moved))
    return hasNewTwin(change, piece, moved) ? 'unsure' : moved;
  return soleShift(change, piece);
}

/**
 * Whether the piece, with all that is unchanged up to the first line that changed behind it or before it, stands elsewhere now: then its place holds
 * another like it, as where two sections alike changed places.
 */
function isElsewhere(change: Change, piece: Span): boolean {
  const { before, now, prefix, suffix } = change;
  const isAbove = piece.end <= prefix;
  const edge = isAbove ? prefix : before.length - suffix;
  if (!isAbove && piece.start < edge) return false;
  const line = isAbove ? lineAt(before, edge) : lineBefore(before, { start: edge, end: edge });
  if (isBlank(before, line)) return false;
  const withLine = { start: Math.min(piece.start, line.start), end: Math.max(piece.end, line.end) };
  return shiftsIn(change, withLine, now).some((shift) => shift !== (isAbove ? 0 : now.length - before.length));
}

/** The same, where nothing speaks for another place. */
const sureShift = (change: Change, piece: Span): Shift =>
  isElsewhere(change, piece) ? 'unsure' : shiftOf(change, piece);

/** Whether a line says something besides tags, links in brackets and its id. */
const hasWords = (text: string, { start, end }: TextLine): boolean =>
  /\p{L}/u.test(text.slice(start, end).replace(/[#^]\S+|\[(?:[^[\]])*\]/g, ''));

/**
 * What a line is part of, and whether that goes on in the lines above and below it, with words or with tags alone; a paragraph's words mark all of it, however far
 * it goes. Of a bullet only what continues it counts, and where it has no words what is nested in it; of the line below a bullet that the list goes on, behind blank
 * lines too.
 */
function surroundings({ text, lines }: DividedNote, line: TextLine, isGuard: boolean): string {
  const own = lines.get(line.start);
  if (!own) return '';
  const beside = (other: TextLine): string => {
    const place = other.start === line.start ? undefined : lines.get(other.start);
    if (!place) return '';
    if (place.isItem && place.list !== own.list) return 'list';
    if (place.isItem) return (place.block?.depth ?? 0) > (own.block?.depth ?? 0) ? 'nested' : 'item';
    if (place.block === own.block) return hasWords(text, other) ? 'words' : 'same';
    return own.list && place.list === own.list ? 'listed' : '';
  };
  let below = line;
  let under = '';
  do {
    do below = lineAfter(text, below);
    while (own.list && !lines.has(below.start) && below.end < text.length);
    // What stands below tags alone says whose they are.
    under += beside(below);
  } while (under.endsWith('same') && below.end < text.length);
  if (own.isItem) {
    const says = hasWords(text, line);
    const counts = /^(?:words|same)/.test(under) ? !(isGuard && says) : under === 'nested' && !says;
    return own.around + (counts ? under : '');
  }
  const isWords = /^[\s>]*\p{L}/u.test(text.slice(line.start, line.end));
  if (isWords || !own.around.endsWith('paragraph')) return own.around;
  let above = line;
  do above = lineBefore(text, above);
  while (above.start > 0 && /^(?:same|words)$/.test(beside(above)));
  // Where words follow, the tags are of the bullet that these lines continue; else they may end its list.
  const bullet = under.includes('words') && beside(above) === 'item' ? text.slice(above.start, above.end) : '';
  return `${beside(lineBefore(text, line))}${own.around}${under}${bullet}`;
}

const hasProperties = ({ parts }: DividedNote): boolean => parts.some(({ isProperty }) => isProperty);

/** The lines around the properties, with what else stands there and belongs to none. */
const fences = ({ text, parts }: DividedNote): string =>
  parts
    .flatMap(({ start, end, chain, isProperty }) => (isProperty && chain === '---' ? [text.slice(start, end)] : []))
    .join('');

/** The line behind an offset: the one that begins there, or the next. */
const lineBelow = (text: string, at: number): TextLine =>
  lineAt(text, isLineStart(text, at) ? at : nextLineStart(text, lineAt(text, at)));

/** A note's text then and now, in which places are found again part by part: what stood under a heading is looked for under that heading only. */
class TwoTexts {
  private readonly then: DividedNote;
  private readonly now: DividedNote;
  private readonly whole: Change;
  private readonly regions = new Map<string, Change>();

  constructor(before: string, now: string) {
    this.then = divideNote(before);
    this.now = divideNote(now);
    this.whole = compare(before, now);
  }

  /** The index of the part of now that a part of then is, or none; by its head, where that is not the only one by the headings around it, else by what is unchanged. */
  private partNow(part: NotePart): number | RebaseProblem {
    const headOf = ({ text }: DividedNote, { head }: NotePart): string => text.slice(head.start, head.end);
    const wanted = headOf(this.then, part);
    const alike = (parted: DividedNote, byChain: boolean): NotePart[] =>
      parted.parts.filter((one) => (byChain ? one.chain === part.chain : headOf(parted, one) === wanted));
    for (const byChain of [false, true]) {
      const [then, now] = [alike(this.then, byChain), alike(this.now, byChain)];
      const [only] = now;
      if (!only) return 'gone';
      if (then.length === 1 && now.length === 1) return this.now.parts.indexOf(only);
      // Two fences, each where it is.
      if (part.chain === '---') return this.now.parts.indexOf(now[then.indexOf(part)] ?? only);
    }
    if (part.isProperty) return 'unsure';
    const shift = sureShift(this.whole, part.head);
    if (typeof shift === 'string') return shift;
    // At a note's start the text above its headings, of which there is none, begins there too.
    return this.now.parts.findLastIndex(({ head }) => head.start === part.head.start + shift);
  }

  /** How far a piece has moved, with what it stands in. */
  shiftOf(piece: Span): Shift {
    const { then, now } = this;
    const [first, last] = [
      partIndex(then, piece.start),
      Math.max(partIndex(then, piece.start), partIndex(then, piece.end, true)),
    ];
    const [begin, close] = [then.parts[first], then.parts[last]];
    if (!begin || !close) return 'gone';
    const from = this.partNow(begin);
    const to = first === last ? from : this.partNow(close);
    if (typeof from === 'string') return from;
    if (typeof to === 'string') return to;
    if (to - from !== last - first) return 'gone';
    const [beginNow, closeNow] = [now.parts[from], now.parts[to]];
    if (!beginNow || !closeNow) return 'gone';
    const key = `${first} ${last}`;
    const region =
      this.regions.get(key) ??
      compare(then.text.slice(begin.start, close.end), now.text.slice(beginNow.start, closeNow.end));
    this.regions.set(key, region);
    // A property is written over only as it was read, and in properties that can still be read.
    const isSame = region.before === region.now && fences(then) === fences(now) && (now.isRead || !then.isRead);
    if (begin.isProperty && !isSame) return 'gone';
    const shift = sureShift(region, { start: piece.start - begin.start, end: piece.end - begin.start });
    if (typeof shift === 'string') return shift;
    const moved = shift + beginNow.start - begin.start;
    // With duplicates of it a heading can have come above, or below: only what is unchanged from either end of the note tells.
    const byEnds = shiftOf(this.whole, piece);
    if (byEnds === 'unsure' ? hasNewDuplicate(this.whole, piece) : byEnds !== moved && byEnds !== 'gone')
      return 'unsure';
    return moved;
  }

  /** Whether the lines at either end of a piece are part of what they were part of. */
  isInPlace(piece: Span, shift: number, isGuard: boolean): boolean {
    const { then, now } = this;
    const last = Math.max(piece.start, piece.end - 1);
    return [piece.start, last].every(
      (at) =>
        surroundings(then, lineAt(then.text, at), isGuard) === surroundings(now, lineAt(now.text, at + shift), isGuard),
    );
  }

  /**
   * Whether the line below an edit is what it was, and followed by what it was: at once or not, by a list that could go on or not; or a bullet still. An edit
   * above it that changes blocks can take any other line into its own.
   */
  keepsBelow({ end }: Span, shift: number): boolean {
    const { then, now } = this;
    const line = lineBelow(then.text, end);
    const said = ({ text, lines }: DividedNote, start: number): string => {
      const own = lineAt(text, start);
      if (isBlank(text, own)) return '';
      const next = text.slice(own.end).trimStart();
      const { start: from } = lineAt(text, text.length - next.length);
      const isList = lines.get(from)?.isItem === true || /\s/.test(text.charAt(from));
      return `${text.slice(own.start, own.end)}${next !== '' && from === nextLineStart(text, own)} ${isList}`;
    };
    const isBullet = then.lines.get(line.start)?.isItem === true && now.lines.get(line.start + shift)?.isItem === true;
    return (said(then, line.start) === said(now, line.start + shift) || isBullet) && this.isInPlace(line, shift, false);
  }

  /**
   * Whether an edit takes or gives no more than was meant: below a heading that it brings or takes away all is what it was up to the next heading, and that no deeper
   * one; a bullet or footnote that it takes away has got nothing behind that would stay; a line that it puts in does not stand there already.
   */
  takesNothing({ start, end, insert }: TextEdit, shift: number): boolean {
    const { then, now } = this;
    const words = insert.trim();
    const taken = then.text.slice(start, end);
    const hasHeading = [words, taken].some((text) => readMarkdown(text).metadata.headings);
    const around = ({ text, parts, blocks }: DividedNote, by: number): string => {
      const [own, to] = [parts[partIndex({ text, parts }, start + by)], end + by];
      const next = parts.find((part) => part.start >= to);
      // Its marker may stay, and what is nested in it go.
      const from = /[\r\n]/.test(taken) ? lineAt(text, start + by).start : start + by;
      const below = `${text.slice(to, next?.start).trim()}${next?.chain.startsWith(`${own?.chain}\n`)}`;
      const isCut = blocks.some(
        (block) =>
          ['item', 'task', 'footnoteDefinition'].includes(block.type) &&
          from <= block.start &&
          block.start < to &&
          text.slice(to, block.end).trim() !== '',
      );
      return `${hasHeading ? below : ''}${isCut}`;
    };
    const often = ({ text, parts }: DividedNote, by: number): number => {
      const own = parts[partIndex({ text, parts }, start + by)];
      return text
        .slice(own?.start, own?.end)
        .split(/[\r\n]+/)
        .filter((line) => line.trim() === words).length;
    };
    const isLine = taken === '' && words !== '' && /[\r\n]/.test(insert);
    return around(then, 0) === around(now, shift) && !(isLine && often(then, 0) < often(now, shift));
  }

  /** Whether properties are text now, which can be read as a heading and the text above the headings as anything; and whether the piece is of these. */
  isOfLostProperties({ start }: Span): boolean {
    const { isProperty, chain } = this.then.parts[partIndex(this.then, start)] ?? { isProperty: true, chain: '' };
    return hasProperties(this.then) && !hasProperties(this.now) && (isProperty || chain === '');
  }

  /** Whether the edits, fitted to the text of now, write properties that it has already, or new ones above its own. */
  doubleProperties(fitted: readonly TextEdit[]): boolean {
    const properties = ({ parts }: DividedNote): string[] =>
      parts.flatMap(({ chain, isProperty }) => (isProperty && chain !== '---' ? [chain.toLowerCase()] : []));
    const body = this.now.parts.find(({ isProperty }) => !isProperty)?.start ?? 0;
    if (fitted.every(({ start }) => start > body)) return false;
    const keys = properties(divideNote(applyEdits(this.now.text, fitted)));
    const known = new Set(properties(this.then));
    return (
      hasProperties(this.then) !== hasProperties(this.now) ||
      keys.some((key, at) => keys.indexOf(key) < at && !known.has(key))
    );
  }
}

/** The lines that an edit touches, whole; for an insertion between two lines both of them. */
function touchedLines(text: string, { start, end }: Span): Span {
  const from = start === end && isLineStart(text, start) && start > 0 ? start - 1 : start;
  return { start: lineAt(text, from).start, end: start < end && isLineStart(text, end) ? end : lineAt(text, end).end };
}

/** What an insertion hangs on: the guard that it touches, or that ends the line before it; else the lines around it. */
function anchorOf(text: string, { start, end, guards }: TextEdit): Span {
  if (start !== end) return touchedLines(text, { start, end });
  const touching = guards.findLast(
    (guard) => guard.start <= start && start <= guard.end + (text.startsWith('\r\n', guard.end) ? 2 : 1),
  );
  return touching ? { start: touching.start, end: Math.max(touching.end, start) } : touchedLines(text, { start, end });
}

/** Pieces in the order of the text before, that order kept, and those that touch still touching. */
function areInOrder(pieces: readonly { readonly piece: Span; readonly shift: number }[]): boolean {
  const ordered = [...pieces].sort((a, b) => a.piece.start - b.piece.start || a.piece.end - b.piece.end);
  return ordered.every(({ piece, shift }, at) => {
    const above = ordered[at - 1];
    if (!above) return true;
    return piece.start <= above.piece.end
      ? shift === above.shift
      : piece.start + shift >= above.piece.end + above.shift;
  });
}

/** Whether all blocks around the edits stay what they are: a line above an underline would become a heading. */
const keepsBlocks = (text: string, edits: readonly TextEdit[]): boolean => changedBlockLine(text, edits) === null;

/**
 * The edits as they fit the text of now, in which others may have written meanwhile: each guard and each changed line is found again under its own
 * heading or in its own property, at its place, moved with the text around it, or as the only one of its kind, in the order that they had and
 * between lines of the kinds that were there. Else the reason; then nothing may be written.
 */
export function rebaseEdits({ before, edits }: NoteEdit, now: string): readonly TextEdit[] | RebaseProblem {
  if (before === now) return edits;
  const texts = new TwoTexts(before, now);
  const fitted: TextEdit[] = [];
  const isApart = keepsBlocks(before, edits);
  const pieces: { piece: Span; shift: number }[] = [];
  for (const edit of edits) {
    const own = [anchorOf(before, edit), ...edit.guards];
    if (own.some((piece) => texts.isOfLostProperties(piece))) return 'gone';
    const found: { piece: Span; shift: number }[] = [];
    for (const piece of own) {
      const shift = texts.shiftOf(piece);
      if (typeof shift === 'string') return shift;
      found.push({ piece, shift });
    }
    if (found.some(({ piece, shift }, at) => !texts.isInPlace(piece, shift, at > 0))) return 'gone';
    const shift = found[0]?.shift ?? 0;
    if ((!isApart && !texts.keepsBelow(edit, shift)) || !texts.takesNothing(edit, shift)) return 'gone';
    const guards = found.slice(1).map((one) => shiftSpan(one.piece, one.shift));
    fitted.push({ ...edit, ...shiftSpan(edit, shift), guards });
    pieces.push(...found);
  }
  return areInOrder(pieces) && !texts.doubleProperties(fitted) && (keepsBlocks(now, fitted) || !isApart)
    ? fitted
    : 'gone';
}
