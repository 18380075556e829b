/** The characters that Obsidian ignores when it compares a link's heading with a note's (`core/link/README.md`, "Subpaths"). */
const IGNORED = /[!"#$%&()*+,.:;<=>?@^`{|}~/[\]\\\r\n]/g;

/** The key under which Obsidian matches headings: ignored characters are spaces, white space collapses, case does not count. */
export function headingKey(heading: string): string {
  return heading.replace(IGNORED, ' ').replace(/\s+/g, ' ').trim().toLowerCase();
}
