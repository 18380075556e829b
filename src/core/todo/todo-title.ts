import { ITEM_MARKER } from '../note/list-items';
import { noteName } from '../note/link-text';
import type { HeadingMetadata } from '../note/note-metadata';
import type { NoteSource } from '../note/note-source';
import type { OutlineSection } from '../note/outline';
import { plainText } from '../note/plain-text';
import type { Place } from './place-tag';

/** A callout's type mark with its fold sign: `[!note]-`. */
const CALLOUT_TYPE = /^\[!([^\]]+)\][+-]?\s*/;

/** A heading as plain text, without its tags. */
export function headingTitle(source: NoteSource, heading: HeadingMetadata): string {
  let text = heading.heading;
  for (const { tag } of source.tagsIn(heading.position.start.offset, heading.position.end.offset))
    text = text.replace(tag, '');
  return plainText(text);
}

/** The titles of the headings above and at a section, outermost first. */
export function headingChain(source: NoteSource, section: OutlineSection | null): string[] {
  const chain: string[] = [];
  for (let at = section; at; at = at.parent) chain.unshift(headingTitle(source, at.heading));
  return chain;
}

/** A table row as its cells that hold something. A pipe behind a backslash is text. */
function rowTitle(line: string): string {
  const cells = line.split(/((?:[^|\\]|\\.)*)\|?/u).filter((_piece, index) => index % 2 === 1);
  return cells.map(plainText).filter((cell) => cell !== '').join(' | ');
}

/** The first line that says something; what stands in a comment speaks only when nothing else does. */
function blockTitle(excerpt: string): string {
  return firstWords(excerpt) || firstWords(excerpt.replaceAll('%%', ''));
}

function firstWords(excerpt: string): string {
  let calloutType = '';
  for (const line of excerpt.split('\n')) {
    const inside = line.replace(/^[\s>]+/, '');
    const callout = CALLOUT_TYPE.exec(inside);
    if (callout) calloutType = callout[1] ?? '';
    const text = plainText(inside.slice(callout?.[0].length ?? 0).replace(ITEM_MARKER, '').replace(/^#{1,6}\s+/, ''));
    if (text !== '') return text;
  }
  return calloutType;
}

/**
 * What a card is called (DESIGN 2): a note's name, a section's heading, else the first line that says something. What has no words of
 * its own takes the heading above it, or the note's name, so that no title is empty.
 */
export function todoTitle(source: NoteSource, place: Place, excerpt: string, headings: readonly string[]): string {
  const above = headings.findLast((heading) => heading !== '') ?? noteName(source.path);
  switch (place.kind) {
    case 'note':
      return noteName(source.path);
    case 'section':
      return headingTitle(source, place.section.heading) || above;
    case 'item':
      return blockTitle(excerpt) || above;
    case 'block':
      return (place.block === 'row' ? rowTitle(excerpt) : blockTitle(excerpt)) || above;
  }
}
