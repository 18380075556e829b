/** What a link's subpath cannot hold (LINKS 3.3), and single brackets, which end the link early (LINKS 3.4). */
const UNSAFE = /%%|[:#|^\\\r\n[\]]/g;

/** A heading's source as the part of a link that leads to it: it matches the heading, and can stand in a wikilink. */
export function headingLinkText(heading: string): string {
  return heading.replace(UNSAFE, ' ').replace(/\s+/g, ' ').trim();
}
