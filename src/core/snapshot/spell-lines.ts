import type { LinkPlace } from '../link/find-subpaths';
import type { LinkVault } from '../link/link-vault';
import { planLink } from '../link/plan-link';
import { isRefusal } from '../text/refusal';
import { REPLACEMENT_PATTERN } from '../text/replacement-pattern';

/** A link to be spelled for the note that it will stand in. */
export interface SnapshotLink {
  readonly target: string;
  /** The 0-based line of the heading that it leads to; null for the whole note. */
  readonly heading: number | null;
  /** What it shows; `isLinkText`. */
  readonly text: string;
}

/** A line of Markdown, in which links are still to be spelled. */
export type Line = readonly (string | SnapshotLink)[];

/**
 * A text as Markdown in which nothing is markup, on a published site neither. Its tags are made of what the page shows and its links of `[[`, behind
 * a backslash too, and the publisher takes what stands between two backticks for code: these are written otherwise.
 */
export const plain = (text: string): string =>
  text
    .replace(/\s+/g, ' ')
    .replace(/\[{2,}/g, '[')
    .replace(/\]{2,}/g, ']')
    .replace(/#(?=\S)/g, '＃')
    .replace(/[\\*_[\]<>|#~=$%^]|&(?=#?\w+;)/g, '\\$&')
    .replaceAll('`', '&#96;')
    .trim();

/** What is markup in a link's text, or an end of it, to the app or to the publisher: there no backslash helps. */
const NO_LINK_TEXT = /[\\*[\]<>|#~$^`]|==|:\/\/|&#?\w+;|(?:^|[^\p{L}\p{N}])_|_(?:[^\p{L}\p{N}]|$)/u;

/** Whether a link can show the text as it is. */
export const isLinkText = (text: string): boolean =>
  text.trim() !== '' && !text.includes('%%') && !NO_LINK_TEXT.test(text);

/** A table: its head, and rows of cells. */
export const table = (head: readonly string[], rows: readonly (readonly Line[])[]): Line[] => [
  [`| ${head.join(' | ')} |`],
  [`|${' --- |'.repeat(head.length)}`],
  ...rows.map((cells): Line => ['|', ...cells.flatMap((cell) => [' ', ...cell, ' |'])]),
];

/** Where the spelled links will stand. */
export interface LinkSource {
  /** The note's path; `''` for none: relative links lead from the vault's top. */
  readonly source: string;
  /** Whether the note is published: then all are wikilinks with a text, which the publisher reads in every vault. */
  readonly published: boolean;
}

/** The text stands in a wikilink also where it is the target: a rename changes the one and not the other. */
function withText(link: string): string {
  const inside = link.slice(2, -2);
  return link.startsWith('[[') && !inside.includes('|') ? `[[${inside}\\|${inside}]]` : link;
}

async function spellLink(
  { target, heading, text }: SnapshotLink,
  { source, published }: LinkSource,
  vault: LinkVault,
): Promise<string> {
  const places: LinkPlace[] = [
    ...(heading === null ? [] : [{ kind: 'heading' as const, line: heading }]),
    { kind: 'note' },
  ];
  for (const place of places) {
    const link = await planLink(
      { source, target, place, alias: text, table: true, published, property: published },
      vault,
    );
    // What would need a new block id is linked to as a note, and so is a heading that the publisher would paste into (`garden-dollar`).
    if (!isRefusal(link) && link.plan === null && !(published && REPLACEMENT_PATTERN.test(link.text)))
      return withText(link.text);
  }
  return plain(text);
}

/** The lines with their links spelled. */
export function spellLines(lines: readonly Line[], from: LinkSource, vault: LinkVault): Promise<string[]> {
  const spell = async (piece: string | SnapshotLink): Promise<string> =>
    typeof piece === 'string' ? piece : spellLink(piece, from, vault);
  return Promise.all(lines.map(async (line) => (await Promise.all(line.map(spell))).join('')));
}
