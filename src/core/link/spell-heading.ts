import { IGNORED, spaced } from '../note/heading-key';

/** What Obsidian turns into spaces when it links to a heading; single brackets besides, which it ignores when it matches. No parser: they stand in no link yet. */
const IMPOSSIBLE = /%%|[:#|^\\\r\n[\]]/g;

/**
 * How a heading can be written behind a link's `#`, the likest first: all of it that a link can hold, then its plain words, where a
 * mark would end a Markdown link. None for a heading of which nothing is left.
 */
export function spellHeading(heading: string): readonly string[] {
  return [...new Set([spaced(heading, IMPOSSIBLE), spaced(heading, IGNORED)])].filter((spelling) => spelling !== '');
}
