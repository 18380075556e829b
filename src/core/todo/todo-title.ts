import { readLink } from '../markdown/written-link';
import { CALLOUT_TYPE, ITEM_MARKER, HEADING_MARKS } from '../markdown/marks/line-marks';
import { noteName } from '../note/link-text';
import type { HeadingMetadata } from '../note/note-metadata';
import type { NoteSource } from '../note/note-source';
import type { OutlineSection } from '../note/outline';
import { plainLines, plainText } from '../markdown/plain-text';
import { tableCells } from '../note/table-cells';
import { closeGap, NEAR } from './close-gap';
import { excerptLines, excerptOf, type ExcerptReader } from './excerpt';
import type { TagPlace } from './tag-place';

/** A heading as plain text, without its tags. */
export function headingTitle(source: NoteSource, heading: HeadingMetadata): string {
  const { start, end } = heading.position;
  const text = heading.heading;
  const tags = source.tagsIn(start.offset, end.offset);
  // Most have none.
  if (tags.length === 0) return plainText(text);
  const from = source.text.indexOf(text, start.offset);
  const pieces: string[] = [];
  let kept = 0;
  for (const { tag, position } of tags) {
    const at = position.start.offset - from;
    if (at < kept || !text.startsWith(tag, at)) continue;
    const [before, behind] = closeGap(text.slice(kept, at), text.slice(at + tag.length, at + tag.length + NEAR));
    pieces.push(before);
    kept = Math.min(at + tag.length + NEAR, text.length) - behind.length;
  }
  return plainText(pieces.join('') + text.slice(kept));
}

const NO_HEADINGS: readonly string[] = [];

/** The titles of the headings above and at a section, outermost first. */
export function headingChain(source: NoteSource, section: OutlineSection | null): readonly string[] {
  if (!section) return NO_HEADINGS;
  // The todos of one section share its chain, which is kept: without the room that a list has which has grown.
  return (section.titles ??= headingChain(source, section.parent).concat(headingTitle(source, section.heading)));
}

/** A table row as its cells that hold something. */
function rowTitle(line: string): string {
  return tableCells(line)
    .map(plainText)
    .filter((cell) => cell !== '')
    .join(' | ');
}

/** A line that is one embed says nothing of its own. */
const isEmbed = (line: string): boolean => line.includes('![[') && readLink(line.trim())?.isEmbed === true;

/** The first line that says something; an embed, and what stands in a comment, speak only when nothing else does. */
function blockTitle(reader: ExcerptReader, place: TagPlace): string {
  return (
    firstWords(excerptLines(reader, place), (line) => (isEmbed(line) ? '' : line)) ||
    firstWords(excerptLines(reader, place), (line) => line) ||
    firstWords(excerptLines(reader, place), (line) => line.replaceAll('%%', ''))
  );
}

/** What may be left of a mark that ends on a line below. */
const MARKS_LEFT = /[*_~=`[\\%]/;

/** What goes on with a paragraph's line, without the marks of quotes. */
function* continued(lines: Generator<string>): Generator<string> {
  for (let next = lines.next(); !next.done; next = lines.next()) {
    const line = next.value.replace(/^[\s>]+/, '');
    if (line === '' || ITEM_MARKER.test(line) || HEADING_MARKS.test(line)) return;
    yield line;
  }
}

function firstWords(lines: Generator<string>, read: (line: string) => string): string {
  let calloutType = '';
  for (const line of lines) {
    const inside = read(line).replace(/^[\s>]+/, '');
    let own = inside;
    // What is no word may be a mark of the line.
    if (!/^[a-z]/i.test(inside)) {
      const callout = CALLOUT_TYPE.exec(inside);
      if (callout) calloutType = callout[1] ?? '';
      own = inside
        .slice(callout?.[0].length ?? 0)
        .replace(ITEM_MARKER, '')
        .replace(HEADING_MARKS, '')
        .replace(/^\[\^[^\]]+\]:\s*/, '');
    }
    // A comment of several lines has its marks on lines of their own.
    const alone = plainText(own);
    const whole = MARKS_LEFT.test(alone)
      ? (plainLines([own, ...continued(lines)]).find((one) => one !== '') ?? '')
      : alone;
    const text = whole.replaceAll('%%', '').trim();
    if (text !== '') return text;
  }
  return calloutType;
}

/**
 * What a card is called: a note's name, a section's heading, else the first line that says something. What has no words of
 * its own takes the heading above it, or the note's name, so that no title is empty.
 */
export function todoTitle(reader: ExcerptReader, place: TagPlace, headings: readonly string[]): string {
  const { path } = reader.source;
  const above = (): string => headings.findLast((heading) => heading !== '') ?? noteName(path);
  switch (place.kind) {
    case 'note':
      return noteName(path);
    case 'section':
      return above();
    case 'item':
      return blockTitle(reader, place) || above();
    case 'block':
      return (place.block === 'row' ? rowTitle(excerptOf(reader, place)) : blockTitle(reader, place)) || above();
  }
}
