/** The characters that Obsidian ignores when it compares a link's heading with a note's (`core/link/README.md`, "Subpaths"). */
export const IGNORED = /[!"#$%&()*+,.:;<=>?@^`{|}~/[\]\\\r\n]/g;

/** The heading with spaces in the place of some characters, white space collapsed. */
export const spaced = (heading: string, unwanted: RegExp): string =>
  heading.replace(unwanted, ' ').replace(/\s+/g, ' ').trim();

/** The key under which Obsidian matches headings: ignored characters are spaces, white space collapses, case does not count. */
export function headingKey(heading: string): string {
  return spaced(heading, IGNORED).toLowerCase();
}
