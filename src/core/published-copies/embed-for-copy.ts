import { headingKey } from '../note/heading-key';
import { spellHeading } from '../link/spell-heading';
import type { NoteSource } from '../note/note-source';
import type { CopiedSection } from './find-copied-section';

/** What ends or splits a link: a note whose path holds it cannot be linked (LINKS 2.4). */
const BREAKS_LINKS = /[#^|[\]]|%%/;

/** The display text that gave a copy its title: `# Title` came from `Title`, other levels were written out (LINKS 5.2). */
function aliasOf(title: string | null): string {
  const alias = (title ?? '').replace(/^#\s+/, '').replace(/[[\]|\s]+/g, ' ').trim();
  return alias === '' ? '' : `|${alias}`;
}

/** The embed of a section in the form that is always safe, with the full vault path (LINKS 2.3); null when no link can say it. */
export function embedForCopy(path: string, { heading, block }: CopiedSection, title: string | null): string | null {
  const target = path.replace(/\.md$/i, '');
  const place = heading ? spellHeading(heading.heading)[0] : block === null ? '' : `^${block}`;
  if (BREAKS_LINKS.test(target) || place === undefined) return null;
  return `![[${target}${place === '' ? '' : `#${place}`}${aliasOf(title)}]]`;
}

/**
 * Whether the app would show another section for that embed: it also reads the headings inside the note's own published copies, and takes the first.
 * Answers with the index of the copy that stands in the way, or null.
 */
export function copyInTheWay(target: NoteSource, { heading }: CopiedSection): number | null {
  if (!heading) return null;
  const first = (target.metadata.headings ?? []).find((one) => headingKey(one.heading) === headingKey(heading.heading));
  if (!first || first.position.start.offset >= heading.position.start.offset) return null;
  const at = target.copies.findIndex(({ start, end }) => start <= first.position.start.offset && first.position.start.offset < end);
  return at < 0 ? null : at;
}
