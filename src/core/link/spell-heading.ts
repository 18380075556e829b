/** What Obsidian turns into spaces when it links to a heading; single brackets besides, which it ignores when it matches. */
const IMPOSSIBLE = /%%|[:#|^\\\r\n[\]]/g;

/** What it ignores when it matches; of these, what makes trouble in some form of link. */
const IGNORED = /[!"#$%&()*+,.:;<=>?@^`{|}~/[\]\\\r\n]/g;

const spaced = (heading: string, unwanted: RegExp): string =>
  heading.replace(unwanted, ' ').replace(/\s+/g, ' ').trim();

/**
 * How a heading can be written behind a link's `#`, the likest first: all of it that a link can hold, then its plain words, where a
 * mark would end a Markdown link. None for a heading of which nothing is left.
 */
export function spellHeading(heading: string): readonly string[] {
  return [...new Set([spaced(heading, IMPOSSIBLE), spaced(heading, IGNORED)])].filter((spelling) => spelling !== '');
}
