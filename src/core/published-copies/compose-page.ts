import { gardenSlug } from '../note/garden-slug';
import type { NoteSource } from '../note/note-source';
import type { OutlineSection } from '../note/outline';
import type { PublishedCopy } from '../note/published-copies';
import type { Span } from '../text/text-edit';
import { comparableText } from './comparable-text';
import { embedForCopy } from './copied-section';
import { placeKey, type CopyPlace, type EmbedOfMade } from './decide-copies';
import type { MissingPage } from './missing-pages';
import type { CopySurvey } from './survey-copies';

/** What a missing page is made of. */
export interface ComposedPage extends MissingPage {
  /** The copies whose texts make the page, one below the other. */
  readonly parts: readonly CopyPlace[];
  /** By place: the embed for each copy that the page then shows the same text for, or why it cannot. */
  readonly made: ReadonlyMap<string, EmbedOfMade>;
}

interface Part extends CopyPlace {
  readonly source: NoteSource;
  readonly copy: PublishedCopy;
  /** The headings of the copied text itself, with the ranges they rule there. */
  readonly sections: readonly OutlineSection[];
}

/** Makes a page of its copies: the longest ones carry it, and those that repeat a part of them are shown by that part. */
export function composePage(page: MissingPage, survey: CopySurvey): ComposedPage {
  const parts = page.copies.flatMap((place) => partOf(place, survey) ?? []);
  const kept: Part[] = [];
  const made = new Map<string, EmbedOfMade>();
  const lengthOf = ({ copy }: Part): number => copy.contentEnd - copy.contentStart;
  for (const part of [...parts].sort(
    (a, b) => Number(a.copy.hasFragment) - Number(b.copy.hasFragment) || lengthOf(b) - lengthOf(a),
  )) {
    const own = sectionIn(part, part);
    const holder = kept.find((one) => sectionIn(one, part) !== null);
    const held = holder ? sectionIn(holder, part) : null;
    if (holder && held && !isSameText(part, holder, held))
      made.set(placeKey(part), { problem: 'another copy of this part says something else' });
    else if (!own)
      made.set(placeKey(part), {
        problem: 'it has no heading of the name in its address, so the page cannot be put together from it',
      });
    else {
      const { heading } = held ?? own;
      const embed = embedForCopy(page.path, { start: 0, end: 0, heading, block: null }, part.copy.title);
      made.set(placeKey(part), embed === null ? { problem: 'no link can name its heading' } : { embed });
      if (embed !== null && !holder) kept.push(part);
    }
  }
  return {
    ...page,
    parts: parts.filter((part) => kept.includes(part)).map(({ path, index }) => ({ path, index })),
    made,
  };
}

function partOf({ path, index }: CopyPlace, survey: CopySurvey): Part | null {
  const note = survey.notes.get(path);
  const copy = note?.source.copies[index];
  if (!note || !copy) return null;
  const { source } = note;
  const sections = (source.metadata.headings ?? []).flatMap(({ position: { start } }): OutlineSection[] => {
    const section =
      source.outline.copyAt(start.offset) === index && !source.outline.isWrapping(start.offset)
        ? source.outline.sectionAt(start.offset)
        : null;
    return section ? [section] : [];
  });
  return { path, index, source, copy, sections };
}

interface PartSection extends Span {
  readonly heading: OutlineSection['heading'] | null;
}

/** What a copy's address names in the text of a part: the whole of it, or the first section of that slug. */
function sectionIn({ copy, sections }: Part, { copy: wanted }: Part): PartSection | null {
  if (!wanted.hasFragment)
    return copy.hasFragment ? null : { start: copy.contentStart, end: copy.contentEnd, heading: null };
  const section = sections.find(({ heading }) => gardenSlug(heading.heading) === wanted.fragment.toLowerCase());
  return section ? { start: section.start, end: section.end, heading: section.heading } : null;
}

/** Whether the whole of one copy says what a section of another does. */
function isSameText({ source, copy }: Part, other: Part, held: Span): boolean {
  const read = (from: NoteSource, start: number, end: number): string => {
    const { text, links } = comparableText(from, start, end, (same) => same);
    return JSON.stringify([
      text,
      links.map(({ copy: inner, ...link }) => ({ ...link, page: inner?.block.page, fragment: inner?.block.fragment })),
    ]);
  };
  return read(source, copy.contentStart, copy.contentEnd) === read(other.source, held.start, held.end);
}
