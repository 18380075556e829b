import { ITEM_MARKER } from '../markdown/marks/line-marks';
import { isHeadingNamed, readHeadingMark } from '../note/heading-marks';
import { isEmptyItem } from '../note/list-items';
import { entriesIn, entriesInOrder, entryAt, lastStartingBy, startOf } from '../note/by-position';
import type {
  LinkMetadata,
  ListItemMetadata,
  NoteMetadata,
  Pos,
  SectionMetadata,
  TagMetadata,
} from '../note/note-metadata';
import { sectionOf } from '../note/resolve-subpath';
import { plainLines, plainText } from '../markdown/plain-text';
import type { Settings } from '../settings/settings';

/** A bullet under Responsibilities, or a sub-heading there that links to a note. */
export interface Responsibility {
  /** The target of the link that the bullet begins with, or that the sub-heading is; null when there is none. */
  readonly subject: string | null;
  /** Link paths on the bullet's own text. */
  readonly links: readonly string[];
  /** Whether it counts: top-level bullets that are not empty, and sub-headings. Nested bullets only link. */
  readonly counted: boolean;
  /** 0-based line, and UTF-16 offsets, of all that belongs to it: what is nested in a bullet, a sub-heading's section. End exclusive. */
  readonly line: number;
  readonly start: number;
  readonly end: number;
  /** Its words on one line, without markup and tags; '' where nothing counts. */
  readonly title: string;
}

/** What the lifecycle needs to know of a note that may be a phase page or the overview page. */
export interface PageFacts {
  /** Targets of the note's links and embeds, without repetition. */
  readonly links: readonly string[];
  readonly hasOverview: boolean;
  readonly hasResponsibilities: boolean;
  readonly responsibilities: readonly Responsibility[];
}

/** What stands in the note, each kind in its order; bullets are those of the top level. */
interface Entries {
  readonly sections: readonly SectionMetadata[];
  readonly bullets: readonly ListItemMetadata[];
  readonly links: readonly LinkMetadata[];
  readonly embeds: readonly LinkMetadata[];
  readonly tags: readonly TagMetadata[];
}

const inside = (range: { start: number; end: number }, { start }: Pos): boolean =>
  start.offset >= range.start && start.offset < range.end;

/** The ranges of the sections with that heading, UTF-16 offsets. */
function sectionsNamed(metadata: NoteMetadata, name: string): { start: number; end: number; level: number }[] {
  const headings = metadata.headings ?? [];
  return headings.flatMap((heading, index) => {
    if (!isHeadingNamed(metadata, heading, name)) return [];
    const end = sectionOf(headings, index)?.end ?? Infinity;
    return [{ start: heading.position.end.offset, end, level: heading.level }];
  });
}

/** What stands between the marker and the first link: white space and emphasis marks at most. */
const BEFORE_SUBJECT = /^[*_~=]*$/;

function readBullet(entries: Entries, text: string, item: ListItemMetadata): Responsibility {
  const range = { start: item.position.start.offset, end: item.position.end.offset };
  const all = [
    ...entriesIn(entries.links, range.start, range.end),
    ...entriesIn(entries.embeds, range.start, range.end),
  ];
  const first = all.reduce<LinkMetadata | null>(
    (best, link) => (best && best.position.start.offset <= link.position.start.offset ? best : link),
    null,
  );
  const own = entriesIn(entries.tags, range.start, range.end);
  let before = text.slice(range.start, first?.position.start.offset);
  // A tag says how far the bullet is, not what it is about.
  for (const { tag } of own) before = before.replace(tag, '');
  const subject = first && BEFORE_SUBJECT.test(before.replace(ITEM_MARKER, '').trim()) ? first.link : null;
  const counted = item.parent < 0 && !isEmptyItem(text, item.position, own);
  let title = counted ? null : '';
  return {
    subject,
    links: all.map(({ link }) => link),
    counted,
    line: item.position.start.line,
    start: range.start,
    end: bulletEnd(entries, item),
    // Who only counts asks for none.
    get title() {
      return (title ??= bulletTitle(text.slice(range.start, range.end), own));
    },
  };
}

/** A bullet's position ends before what is nested in it; that goes on to the next bullet of the top level, or to the list's end. */
function bulletEnd({ bullets, sections }: Entries, { position: { start, end } }: ListItemMetadata): number {
  const limit = entryAt(sections, start.offset)?.position.end.offset ?? end.offset;
  const next = bullets[lastStartingBy(bullets, start.offset, startOf) + 1];
  return Math.max(end.offset, Math.min(limit, next?.position.start.offset ?? Infinity));
}

function bulletTitle(text: string, tags: readonly TagMetadata[]): string {
  const own = tags.reduce((rest, { tag }) => rest.replace(tag, ''), text);
  const lines = own.replace(ITEM_MARKER, '').split('\n');
  return plainLines(lines).find((line) => line !== '') ?? own.trim();
}

/** Sub-headings that link to a note, or under which one is embedded: what a bullet may have grown into. */
function readSubHeadings(
  metadata: NoteMetadata,
  entries: Entries,
  section: { start: number; end: number; level: number },
): Responsibility[] {
  const headings = metadata.headings ?? [];
  return headings.flatMap((heading, index) => {
    if (!inside(section, heading.position) || heading.level <= section.level) return [];
    const range = {
      start: heading.position.start.offset,
      end: headings[index + 1]?.position.start.offset ?? section.end,
    };
    const embed = entriesIn(entries.embeds, range.start, range.end)[0]?.link;
    const mark = readHeadingMark(metadata, heading);
    const subject = mark.link ?? embed ?? null;
    const links = entriesIn(entries.links, range.start, range.end).map(({ link }) => link);
    if (subject === null) return [];
    const { line, offset: start } = heading.position.start;
    const end = Math.min(sectionOf(headings, index)?.end ?? Infinity, section.end);
    return [{ subject, links, counted: true, line, start, end, title: plainText(mark.text) }];
  });
}

/** Reads a note as a possible phase page or overview page. `text` may be `''` when it has no bullets. */
export function readPageFacts(metadata: NoteMetadata, text: string, settings: Settings): PageFacts {
  const sections = sectionsNamed(metadata, settings.responsibilitiesHeading);
  const entries: Entries = {
    sections: metadata.sections ?? [],
    bullets: entriesInOrder(metadata.listItems ?? []).filter(({ parent }) => parent < 0),
    links: entriesInOrder(metadata.links ?? []),
    embeds: entriesInOrder(metadata.embeds ?? []),
    tags: entriesInOrder(metadata.tags ?? []),
  };
  const responsibilities = sections.flatMap((section) => {
    const bullets = (metadata.listItems ?? [])
      .filter(({ position }) => inside(section, position))
      .map((item) => readBullet(entries, text, item));
    return [...bullets, ...readSubHeadings(metadata, entries, section)];
  });
  return {
    links: [...new Set([...(metadata.links ?? []), ...(metadata.embeds ?? [])].map(({ link }) => link))],
    hasOverview: sectionsNamed(metadata, settings.overviewHeading).length > 0,
    hasResponsibilities: sections.length > 0,
    responsibilities,
  };
}
