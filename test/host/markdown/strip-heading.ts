/** What the app ignores when it compares a subpath with a heading. */
const IGNORED_IN_MATCHING = /[!"#$%&()*+,.:;<=>?@^`{|}~/[\]\\\r\n]/g;

/** What cannot stand in a link's subpath. */
const IMPOSSIBLE_IN_LINK = /%%|\[\[|\]\]|[:#|^\\\r\n]/g;

/** A heading as subpaths are compared with it: punctuation made spaces, spaces collapsed. The case is kept. */
export function stripHeading(heading: string): string {
  return withSpacesFor(IGNORED_IN_MATCHING, heading);
}

/** A heading as it can be written in a link after the `#`. */
export function stripHeadingForLink(heading: string): string {
  return withSpacesFor(IMPOSSIBLE_IN_LINK, heading);
}

function withSpacesFor(unwanted: RegExp, heading: string): string {
  return heading.replace(unwanted, ' ').replace(/\s+/g, ' ').trim();
}
