import { targetOf } from '../../note/link-text';
import type { HeadingMetadata, LinkMetadata, ListItemMetadata, NoteMetadata, Pos, SectionMetadata } from '../../note/note-metadata';
import { openNoteSource, type NoteSource } from '../../note/note-source';
import type { Span } from '../edit-plan';
import type { PlannedEdit } from './planned-edit';
import { Shifts } from './shifts';

interface Positioned {
  readonly position: Pos;
}

const spanOf = ({ position: { start, end } }: Positioned): Span => ({ start: start.offset, end: end.offset });

/** The target of a link as it is written: a wikilink's, or a Markdown link's destination. */
function readTarget(written: string): string {
  const destination = /\]\(<?([^)>]*)>?\)$/.exec(written)?.[1];
  if (destination === undefined) return targetOf(written.replace(/^!?\[\[|\]\]$/g, ''));
  try {
    return decodeURI(destination);
  } catch {
    return destination;
  }
}

/** A heading's line: its hashes, and the text between them. */
const HEADING_LINE = /^\s{0,3}(#{1,6})(?:\s+(.*?))?(?:\s+#+)?\s*$/;
const TASK = /^\s*(?:[-*+]|\d+[.)])\s+\[(.)\]/u;

/** A note's metadata on their way to what they will be. */
class Forecast {
  private readonly shifts: Shifts;

  constructor(
    private readonly source: NoteSource,
    private readonly edits: readonly PlannedEdit[],
  ) {
    this.shifts = new Shifts(source.text, edits);
  }

  note(): NoteSource {
    const { metadata, path } = this.source;
    return openNoteSource(path, this.shifts.text, {
      headings: this.sorted(this.kept(metadata.headings, (heading, position) => this.heading(heading, position)), this.brought('headings')),
      tags: this.sorted(this.kept(metadata.tags, (tag, position, written) => ({ tag: written ?? tag.tag, position })), this.brought('tags')),
      links: this.sorted(this.kept(metadata.links, link), this.brought('links')),
      embeds: this.sorted(this.kept(metadata.embeds, link), this.brought('embeds')),
      sections: this.sections(),
      listItems: this.listItems(),
      blocks: this.blocks(),
      ...this.frontmatter(),
    });
  }

  private sorted<T extends Positioned>(kept: readonly T[], brought: readonly T[]): T[] {
    return [...kept, ...brought].sort((a, b) => a.position.start.offset - b.position.start.offset);
  }

  /** What stays, where it is then; `written` is what stands in its place when an edit replaces exactly it. */
  private kept<T extends Positioned>(entries: readonly T[] = [], renew: (entry: T, position: Pos, written?: string) => T): T[] {
    return entries.flatMap((entry) => {
      const span = spanOf(entry);
      const edit = this.shifts.replacing(span);
      if (edit) {
        const start = this.shifts.insertionOf(edit);
        return [renew(entry, this.shifts.position({ start, end: start + edit.insert.length }), edit.insert)];
      }
      const now = this.spanNow(span);
      return now ? [renew(entry, this.shifts.position(now))] : [];
    });
  }

  /** The span after the edits, without white space that a cut leaves at its end; null when its beginning is cut, or nothing is left. */
  private spanNow({ start, end }: Span): Span | null {
    if (this.shifts.isCut(start)) return null;
    const from = this.shifts.startOf(start);
    let to = this.shifts.endOf(end);
    while (to > from && this.shifts.isCut(end - 1) && /\s/.test(this.shifts.text[to - 1] ?? '')) to--;
    return from <= to ? { start: from, end: to } : null;
  }

  private brought<Key extends 'headings' | 'tags' | 'links' | 'embeds' | 'sections' | 'listItems'>(key: Key): NonNullable<NoteMetadata[Key]>[number][] {
    return this.edits.flatMap((edit) => {
      const base = this.shifts.insertionOf(edit);
      return (edit.brings?.[key] ?? []).map((entry) => {
        const { start, end } = spanOf(entry);
        return { ...entry, position: this.shifts.position({ start: start + base, end: end + base }) };
      });
    });
  }

  private heading({ heading, level }: HeadingMetadata, position: Pos): HeadingMetadata {
    const line = this.shifts.text.slice(position.start.offset, position.end.offset);
    const [, hashes, words] = HEADING_LINE.exec(line) ?? [];
    // An underlined heading is all that stands above its last line.
    const underlined = /^([\s\S]*?)\s*(?:\r\n?|\n)[^\r\n]*$/.exec(line)?.[1]?.trim();
    return { heading: hashes === undefined ? (underlined ?? heading) : (words ?? ''), level: hashes?.length ?? level, position };
  }

  /** Bullets by the lines that they have then: a parent is named by its line. */
  private listItems(): ListItemMetadata[] {
    const { metadata } = this.source;
    const bullets = this.edits.filter(({ brings }) => (brings?.listItems ?? []).length > 0);
    const lines = new Map<number, number>();
    const items = this.kept(metadata.listItems, (item, position) => {
      lines.set(item.position.start.line, position.start.line);
      const text = this.shifts.text.slice(position.start.offset, position.end.offset);
      // A bullet set below another's words ends them.
      const below = bullets.find(({ start }) => item.position.start.offset < start && start < item.position.end.offset);
      const end = below ? this.shifts.insertionOf(below) : position.end.offset;
      return { ...item, task: item.task === undefined ? undefined : (TASK.exec(text)?.[1] ?? item.task), position: this.shifts.position({ start: position.start.offset, end }) };
    }).map((item) => (item.parent < 0 ? item : { ...item, parent: lines.get(item.parent) ?? -1 }));
    const added = bullets.flatMap((edit) => {
      const line = this.shifts.position({ start: this.shifts.insertionOf(edit), end: this.shifts.insertionOf(edit) }).start.line;
      return (edit.brings?.listItems ?? []).map(({ parent }) => (parent < 0 ? -1 : parent + line));
    });
    const brought = this.brought('listItems').map((item, at) => ({ ...item, parent: added[at] ?? -1 }));
    return this.sorted(items, brought);
  }

  /** Blocks; bullets that join a list make it longer and are no list of their own. */
  private sections(): SectionMetadata[] {
    const isBullet = ({ brings }: PlannedEdit): boolean => (brings?.listItems ?? []).some(({ parent }) => parent < 0) && (brings?.headings ?? []).length === 0;
    // A block whose beginning is cut is still there when something of it is left.
    const kept = (this.source.metadata.sections ?? []).flatMap(({ type, position }) => {
      const { start, end } = spanOf({ position });
      const joining = type === 'list' ? this.edits.find((edit) => isBullet(edit) && edit.start === end) : undefined;
      const from = this.shifts.startOf(start);
      let to = joining ? this.shifts.insertionOf(joining) + joining.insert.length : this.shifts.endOf(end);
      while (to > from && /\s/.test(this.shifts.text[to - 1] ?? '')) to--;
      return from < to ? [{ type, position: this.shifts.position({ start: from, end: to }) }] : [];
    });
    const overlaps = ({ position: a }: SectionMetadata): boolean =>
      kept.some(({ position: b }) => a.start.offset < b.end.offset && b.start.offset < a.end.offset);
    return this.sorted(kept, this.brought('sections').filter((section) => !overlaps(section)));
  }

  private blocks(): NoteMetadata['blocks'] {
    const blocks = this.kept(Object.values(this.source.metadata.blocks ?? {}), (block, position) => ({ ...block, position }));
    return Object.fromEntries(blocks.map((block) => [block.id.toLowerCase(), block]));
  }

  private frontmatter(): Pick<NoteMetadata, 'frontmatter' | 'frontmatterPosition'> {
    const { frontmatter, frontmatterPosition } = this.source.metadata;
    const changed = this.edits.flatMap(({ properties }) => Object.entries(properties ?? {}));
    if (!frontmatter && changed.length === 0) return { frontmatter, frontmatterPosition };
    const written = /^\uFEFF?---[^\n]*\n(?:[\s\S]*?\n)?---(?=\r?\n|$)/.exec(this.shifts.text);
    return {
      frontmatter: Object.fromEntries(Object.entries({ ...frontmatter, ...Object.fromEntries(changed) }).filter(([, value]) => value !== undefined)),
      frontmatterPosition: written ? this.shifts.position({ start: 0, end: written[0].length }) : undefined,
    };
  }
}

/** A link where it is then; in another's place it is what is written there. */
function link(before: LinkMetadata, position: Pos, written?: string): LinkMetadata {
  return written === undefined ? { ...before, position } : { link: readTarget(written), original: written, position };
}

/**
 * A note as it will be after the edits, with metadata as Obsidian will make them, as far as finding and judging todos asks: what is kept shifts,
 * what is cut goes, what is moved brings its own, and what is written in the place of a tag or link is one. Only Obsidian parses Markdown; this
 * tells beforehand what an edit will have done (DESIGN 4).
 */
export function forecastNote(source: NoteSource, edits: readonly PlannedEdit[]): NoteSource {
  return edits.length === 0 ? source : new Forecast(source, edits).note();
}

/** The metadata of a part of a note, as an edit that moves it brings them: positions and lines counted from the part's start. */
export function cutMetadata({ metadata }: NoteSource, { start, end }: Span, startLine: number): NoteMetadata {
  const inside = <T extends Positioned>(entries: readonly T[] = []): T[] =>
    entries
      .filter(({ position }) => position.start.offset >= start && position.start.offset < end)
      .map((entry) => {
        const part = spanOf(entry);
        const loc = (offset: number, { line, col }: Pos['start']): Pos['start'] => ({ line: line - startLine, col, offset: offset - start });
        return { ...entry, position: { start: loc(part.start, entry.position.start), end: loc(Math.min(part.end, end), entry.position.end) } };
      });
  const listItems = inside(metadata.listItems).map((item) => ({ ...item, parent: item.parent < startLine ? -1 : item.parent - startLine }));
  const lists = (metadata.sections ?? []).filter(({ type, position }) => type === 'list' && position.start.offset < start && start < position.end.offset);
  const list = lists.length > 0 ? [{ type: 'list', position: { start: { line: 0, col: 0, offset: 0 }, end: { line: 0, col: 0, offset: end - start } } }] : [];
  return {
    headings: inside(metadata.headings),
    tags: inside(metadata.tags),
    links: inside(metadata.links),
    embeds: inside(metadata.embeds),
    sections: [...list, ...inside(metadata.sections)],
    listItems,
  };
}
