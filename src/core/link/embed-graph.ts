import { groupBy } from '../note/group-by';
import { noteName } from '../note/link-text';
import type { NoteMetadata } from '../note/note-metadata';
import { subpathSegments, type TextRange } from '../note/resolve-subpath';
import type { OutgoingLink } from './outgoing-link';
import { placeOf } from './find-target';

/** A part of a note that is embedded, with what is embedded in it. */
interface Part {
  readonly path: string;
  /** `Day 1 Operations › Overview` */
  readonly name: string;
  readonly range: TextRange;
  readonly inner: Part[];
  /** By note: the parts of the circle that this one is in; null when it does not show itself. */
  circle: ReadonlyMap<string, readonly Part[]> | null;
  /** How many transclusions stand in one another from here on, this one included; circles are not followed. */
  depth: number;
}

/** What an embed leads to when the embeds in it are followed. */
export interface Chain {
  /** The parts by which the embed comes to show itself, by name; null when it does not. */
  readonly circle: readonly string[] | null;
  readonly depth: number;
}

/** A way through more parts than this would be read by nobody. */
const WAY_LIMIT = 200;

/** A part whose inside is being followed. */
interface Visit {
  readonly part: Part;
  readonly order: number;
  /** The order of the earliest part that it is known to lead back to. */
  low: number;
  readonly embeds: readonly OutgoingLink[];
  next: number;
}

/**
 * What is shown in what, by section: a part of a note leads to the parts that are embedded inside it. Built as far as it is asked for, each part
 * followed once (Tarjan's components; without recursion, because chains can be long).
 */
export class EmbedGraph {
  private readonly parts = new Map<string, Part>();
  private readonly visits = new Map<Part, Visit>();
  private readonly unfinished: Part[] = [];
  private readonly isUnfinished = new Set<Part>();

  /** What of the vault it follows: the embeds in a note, and its metadata. */
  constructor(
    private readonly embedsOf: (path: string) => readonly OutgoingLink[],
    private readonly metadata: (path: string) => NoteMetadata | null,
  ) {}

  /** Follows an embed that stands in the note at `path`. */
  chainOf(path: string, embed: OutgoingLink): Chain {
    // Most embedded notes embed nothing.
    if (embed.target === null || this.embedsOf(embed.target).length === 0) return { circle: null, depth: 1 };
    const part = this.partOf(embed);
    if (!part) return { circle: null, depth: 1 };
    if (!this.visits.has(part)) this.follow(part);
    const offset = embed.link.position.start.offset;
    const back = part.circle?.get(path)?.filter(({ range }) => range.start <= offset && offset < range.end) ?? [];
    return { circle: back.length > 0 ? wayBetween(part, new Set(back)) : null, depth: part.depth };
  }

  /** The notes in circles with the note, so far as they have been followed. */
  notesInCircleWith(path: string): Set<string> {
    const notes = new Set<string>();
    for (const part of this.parts.values())
      if (part.path === path) for (const note of part.circle?.keys() ?? []) notes.add(note);
    return notes;
  }

  private partOf(embed: OutgoingLink): Part | null {
    const { target, subpath } = embed;
    const place = placeOf(embed, this.metadata);
    if (target === null || !place || !('range' in place)) return null;
    const { start, end } = place.range;
    const key = `${target}\n${start} ${end}`;
    const known = this.parts.get(key);
    if (known) return known;
    // As the note has it: embeds may spell it in several ways.
    const heading = this.metadata(target)?.headings?.find(
      ({ position }) => place.kind === 'heading' && position.start.offset === start,
    )?.heading;
    const name = [
      noteName(target),
      ...(heading === undefined ? subpathSegments(subpath.toLowerCase()) : [heading]),
    ].join(' › ');
    const part: Part = { path: target, name, range: place.range, inner: [], circle: null, depth: 0 };
    this.parts.set(key, part);
    return part;
  }

  private enter(part: Part): Visit {
    const { start, end } = part.range;
    const embeds = this.embedsOf(part.path).filter(
      ({ link: { position } }) => start <= position.start.offset && position.start.offset < end,
    );
    const visit = { part, order: this.visits.size, low: this.visits.size, embeds, next: 0 };
    this.visits.set(part, visit);
    this.unfinished.push(part);
    this.isUnfinished.add(part);
    return visit;
  }

  private follow(root: Part): void {
    const path = [this.enter(root)];
    for (let visit = path.at(-1); visit; visit = path.at(-1)) {
      const embed = visit.embeds[visit.next++];
      if (!embed) {
        path.pop();
        const above = path.at(-1);
        if (above) above.low = Math.min(above.low, visit.low);
        if (visit.low === visit.order) this.finish(visit.part);
        continue;
      }
      const inner = this.partOf(embed);
      if (!inner) continue;
      visit.part.inner.push(inner);
      if (!this.visits.has(inner)) path.push(this.enter(inner));
      else if (this.isUnfinished.has(inner))
        visit.low = Math.min(visit.low, this.visits.get(inner)?.order ?? visit.low);
    }
  }

  /** All parts that lead to each other with this one are known. */
  private finish(part: Part): void {
    const together = this.unfinished.splice(this.unfinished.lastIndexOf(part));
    const isCircle = together.length > 1 || part.inner.includes(part);
    const byPath = groupBy(together, ({ path }) => path);
    for (const one of together) {
      this.isUnfinished.delete(one);
      one.circle = isCircle ? byPath : null;
      one.depth = isCircle ? 1 : one.inner.reduce((deepest, { depth }) => Math.max(deepest, 1 + depth), 1);
    }
  }
}

/** The shortest way from one part to one of others, both included; none when it is long. */
function wayBetween(from: Part, to: ReadonlySet<Part>): string[] {
  const cameFrom = new Map<Part, Part | null>([[from, null]]);
  let end: Part | null = null;
  for (const part of cameFrom.keys()) {
    if (to.has(part)) end = part;
    if (end || cameFrom.size > WAY_LIMIT) break;
    for (const inner of part.inner) if (!cameFrom.has(inner)) cameFrom.set(inner, part);
  }
  const way: string[] = [];
  for (let part = end; part; part = cameFrom.get(part) ?? null) way.unshift(part.name);
  return way;
}
