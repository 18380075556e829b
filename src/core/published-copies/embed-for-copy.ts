import { headingKey } from '../note/heading-key';
import { spellHeading } from '../link/spell-heading';
import { spellLink } from '../link/plan-link';
import type { NoteSource } from '../note/note-source';
import type { CopiedSection } from './find-copied-section';
import { withoutMd } from '../note/link-text';

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
