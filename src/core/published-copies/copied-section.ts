import type { HeadingMetadata } from '../note/note-metadata';
import type { NoteSource } from '../note/note-source';
import type { PublishedCopy } from '../note/published-copies';
import { gardenSlug } from '../note/garden-slug';
import { headingKey } from '../note/heading-key';
import { lineAt } from '../note/text-line';
import { spellHeading } from '../link/spell-heading';
import { spellLink } from '../link/plan-link';
import { withoutMd } from '../note/link-text';

/** The part of a note that a copy was made of, as it stands now. UTF-16 offsets, end exclusive. */
export interface CopiedSection {
  readonly start: number;
  readonly end: number;
  /** Both null for the whole note. */
  readonly heading: HeadingMetadata | null;
  readonly block: string | null;
}

/**
 * The sections of the note that a copy's address can mean, the one that the publisher would take first: headings of that slug, then blocks.
 * More than one is an ambiguity: `on-call` and `On Call` have one slug. Headings that no link reaches, because an equal one
 * stands before, are left out; so are those inside published copies, which the publisher never saw.
 */
export function findCopiedSections(
  target: NoteSource,
  copy: Pick<PublishedCopy, 'fragment' | 'hasFragment'>,
): readonly CopiedSection[] {
  if (!copy.hasFragment) return [{ start: target.bodyStart, end: target.text.length, heading: null, block: null }];
  const slug = copy.fragment.toLowerCase();
  const isMeant = (text: string): boolean => gardenSlug(text) === slug || text.toLowerCase() === slug;
  const sections = new Map<string, CopiedSection>();
  for (const { heading, start, end } of target.outline.own) {
    const key = headingKey(heading.heading);
    if (isMeant(heading.heading) && !sections.has(key)) sections.set(key, { start, end, heading, block: null });
  }
  const blocks = Object.values(target.metadata.blocks ?? {}).filter(({ id }) => isMeant(id));
  return [
    ...sections.values(),
    ...blocks.map(({ id, position }) => ({
      start: lineAt(target.text, position.start.offset).start,
      end: lineAt(target.text, position.end.offset).end,
      heading: null,
      block: id,
    })),
  ];
}

/** The display text that gave a copy its title: `# Title` came from `Title`, other levels were written out. */
const aliasOf = (title: string | null): string =>
  (title ?? '')
    .replace(/^#\s+/, '')
    .replace(/[\][|\s]+/g, ' ')
    .trim();

/**
 * The embed of a section in the form that is always safe, with the full vault path; null when no link can say it. `leads` asks whether a path leads
 * to the note, where it is there already.
 */
export function embedForCopy(
  path: string,
  { heading, block }: CopiedSection,
  title: string | null,
  leads: (linkpath: string) => boolean = () => true,
): string | null {
  const place = heading ? spellHeading(heading.heading)[0] : block === null ? '' : `^${block}`;
  if (place === undefined) return null;
  const full = [withoutMd(path), path];
  const request = { source: '', target: path, alias: aliasOf(title), embed: true };
  return (
    spellLink(request, [place === '' ? '' : `#${place}`], true, {
      linkFormat: { path: 'absolute', markdown: false },
      generateLink: () => null,
      resolve: (linkpath) => (full.includes(linkpath) && leads(linkpath) ? path : null),
    })?.text ?? null
  );
}

/**
 * Whether the app would show another section for that embed: it also reads the headings inside the note's own published copies, and takes the first.
 * Answers with the index of the copy that stands in the way, or null.
 */
export function copyInTheWay(target: NoteSource, { heading }: CopiedSection): number | null {
  if (!heading) return null;
  const first = (target.metadata.headings ?? []).find((one) => headingKey(one.heading) === headingKey(heading.heading));
  if (!first || first.position.start.offset >= heading.position.start.offset) return null;
  const at = target.copies.findIndex(
    ({ start, end }) => start <= first.position.start.offset && first.position.start.offset < end,
  );
  return at < 0 ? null : at;
}
