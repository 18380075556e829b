import { ITEM_MARKER } from '../note/list-items';
import { noteName } from '../note/link-text';
import type { HeadingMetadata } from '../note/note-metadata';
import type { NoteSource } from '../note/note-source';
import type { OutlineSection } from '../note/outline';
import { plainText } from '../note/plain-text';
import { tableCells } from '../note/table-cells';
import type { TagPlace } from './place-tag';

/** A callout's type mark with its fold sign: `[!note]-`. */
const CALLOUT_TYPE = /^\[!([^\]]+)\][+-]?\s*/;

/** A heading as plain text, without its tags. */
export function headingTitle(source: NoteSource, heading: HeadingMetadata): string {
  const { start, end } = heading.position;
  const from = source.text.indexOf(heading.heading, start.offset);
  let text = heading.heading;
  // From the last to the first, so that the places of those before stay right.
  for (const { tag, position } of [...source.tagsIn(start.offset, end.offset)].reverse()) {
    const at = position.start.offset - from;
    if (text.startsWith(tag, at)) text = text.slice(0, at) + text.slice(at + tag.length);
  }
  return plainText(text);
}

/** Sections live as long as the reading of their note; the todos of one section share its chain. */
const chains = new WeakMap<OutlineSection, readonly string[]>();

const NO_HEADINGS: readonly string[] = [];

/** The titles of the headings above and at a section, outermost first. */
export function headingChain(source: NoteSource, section: OutlineSection | null): readonly string[] {
  if (!section) return NO_HEADINGS;
  const known = chains.get(section);
  if (known) return known;
  const chain = [...headingChain(source, section.parent), headingTitle(source, section.heading)];
  chains.set(section, chain);
  return chain;
}

/** A table row as its cells that hold something. */
function rowTitle(line: string): string {
  return tableCells(line).map(plainText).filter((cell) => cell !== '').join(' | ');
}

/** A line that is one embed says nothing of its own. */
const EMBED_LINE = /^[ \t]*!\[\[[^\]\n]*\]\][ \t]*$/gm;

/** The first line that says something; an embed, and what stands in a comment, speak only when nothing else does. */
function blockTitle(excerpt: string): string {
  return firstWords(excerpt.replace(EMBED_LINE, '')) || firstWords(excerpt) || firstWords(excerpt.replaceAll('%%', ''));
}

function firstWords(excerpt: string): string {
  let calloutType = '';
  for (const line of excerpt.split('\n')) {
    const inside = line.replace(/^[\s>]+/, '');
    const callout = CALLOUT_TYPE.exec(inside);
    if (callout) calloutType = callout[1] ?? '';
    const own = inside.slice(callout?.[0].length ?? 0).replace(ITEM_MARKER, '').replace(/^#{1,6}\s+|^\[\^[^\]]+\]:\s*/, '');
    // A comment of several lines has its marks on lines of their own.
    const text = plainText(own).replaceAll('%%', '').trim();
    if (text !== '') return text;
  }
  return calloutType;
}

/**
 * What a card is called: a note's name, a section's heading, else the first line that says something. What has no words of
 * its own takes the heading above it, or the note's name, so that no title is empty.
 */
export function todoTitle(source: NoteSource, place: TagPlace, excerpt: string, headings: readonly string[]): string {
  const above = headings.findLast((heading) => heading !== '') ?? noteName(source.path);
  switch (place.kind) {
    case 'note':
      return noteName(source.path);
    case 'section':
      return above;
    case 'item':
      return blockTitle(excerpt) || above;
    case 'block':
      return (place.block === 'row' ? rowTitle(excerpt) : blockTitle(excerpt)) || above;
  }
}
