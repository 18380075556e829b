import { permalinksOf } from '../note/garden-slug';
import { headingKey } from '../note/heading-key';
import type { NoteMetadata } from '../note/note-metadata';
import type { CheckedNote } from './facts/checked-note';

const same = <T>(a: readonly T[], b: readonly T[], equal: (one: T, other: T) => boolean): boolean =>
  a.length === b.length && a.every((one, at) => equal(one, b[at] as T));

/** Block ids, those of bullets with something nested in them told apart. */
function blockIds({ blocks, listItems = [] }: NoteMetadata): string[] {
  if (!blocks) return [];
  const parents = new Set(listItems.map(({ parent }) => parent));
  return Object.entries(blocks).map(([id, { position }]) => `${id}${parents.has(position.start.line) ? ' +' : ''}`);
}

/** By embed: how many headings stand before it, which says what sections it is in. */
function embedSections({ metadata: { headings = [] }, embeds }: CheckedNote): number[] {
  let before = 0;
  return embeds.map(({ link }) => {
    while ((headings[before]?.position.start.offset ?? Infinity) <= link.position.start.offset) before++;
    return before;
  });
}

/** Of equal headings the lines are told. */
function hasEqualHeadings({ headings = [] }: NoteMetadata): boolean {
  return new Set(headings.map(({ heading }) => headingKey(heading))).size < headings.length;
}

/** Whether a note's change can matter to what is said of other notes: its headings, block ids, embeds, and whether it is published. */
export function differsOutwardly(before: CheckedNote, after: CheckedNote): boolean {
  const [old, now] = [before.metadata, after.metadata];
  return !(
    before.isPublished === after.isPublished &&
    same(old.headings ?? [], now.headings ?? [], (a, b) => a.level === b.level && a.heading === b.heading) &&
    same(blockIds(old), blockIds(now), (a, b) => a === b) &&
    same(before.embeds, after.embeds, (a, b) => a.target === b.target && a.link.link === b.link.link) &&
    same(embedSections(before), embedSections(after), (a, b) => a === b) &&
    (!hasEqualHeadings(now) ||
      same(old.headings ?? [], now.headings ?? [], (a, b) => a.position.start.line === b.position.start.line))
  );
}

/** The addresses that a note's properties give it. */
export const givenAddresses = ({ frontmatter }: NoteMetadata): string => JSON.stringify(permalinksOf(frontmatter));
