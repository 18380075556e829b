import { isRefusal, refuse, type Refusal } from '../text/refusal';
import type { NoteEdit } from '../text/text-edit';
import type { LinkVault } from './link-vault';
import { noteName } from '../note/link-text';
import { nearestText } from '../note/nearest-text';
import type { HeadingMetadata } from '../note/note-metadata';
import type { NoteSource } from '../note/note-source';
import { resolveSubpath } from '../note/resolve-subpath';
import { gardenHeadingProblem, publishedEmbedOf } from './garden-rules';
import { nameBlock } from './name-block';
import { spellHeading } from './spell-heading';

/** The place in the target that a link is to lead to. */
export type LinkPlace =
  | { readonly kind: 'note' }
  /** The heading on a 0-based line. */
  | { readonly kind: 'heading'; readonly line: number }
  /** The block with this id. */
  | { readonly kind: 'block-id'; readonly id: string }
  /** The block at a UTF-16 offset; it gets an id when it has none. */
  | { readonly kind: 'block'; readonly offset: number };

/** What leads to a place. */
interface FoundSubpaths {
  /** Subpaths that lead there and nowhere else, the best first; `['']` for the whole note. */
  readonly subpaths: readonly string[];
  /** What must be written into the target first, or null. */
  readonly plan: NoteEdit | null;
}

/** How the link is used where it will stand. */
interface LinkUse {
  readonly embed: boolean;
  /** Whether the Digital Garden publishes the note it will stand in. */
  readonly published: boolean;
}

/** How many headings above are tried alone, beside those that the heading is under: each costs a walk over the note's headings. */
const FURTHER = 50;

/** What a link can name before a heading, the best first: nothing, those that it is under, as few as suffice, and one of a higher level that it can pass by as well. */
function chainsAbove(headings: readonly HeadingMetadata[], heading: HeadingMetadata): string[][] {
  const higher = headings
    .slice(0, headings.indexOf(heading))
    .reverse()
    .flatMap(({ heading: text, level }) => {
      const [spelling] = level < heading.level ? spellHeading(text) : [];
      return spelling === undefined ? [] : [{ spelling, level }];
    });
  const under = higher.filter((one, at) => higher.findIndex(({ level }) => level <= one.level) === at);
  return [
    [],
    ...under.map((_one, at) => under.slice(0, at + 1).reverse()),
    ...[...under, ...higher.slice(0, FURTHER)].map((one) => [one]),
  ].map((chain) => chain.map(({ spelling }) => spelling));
}

/** The subpaths that lead to exactly this heading: its own text, else with others before it. */
function subpathsTo(
  { metadata }: NoteSource,
  headings: readonly HeadingMetadata[],
  heading: HeadingMetadata,
): string[] {
  // A link is put into NFC before it is compared with the headings, which are not.
  const leads = (subpath: string): boolean =>
    resolveSubpath(metadata, subpath.normalize('NFC'))?.start === heading.position.start.offset;
  for (const chain of chainsAbove(headings, heading)) {
    const subpaths = spellHeading(heading.heading)
      .map((own) => `#${[...chain, own].join('#')}`)
      .filter(leads);
    if (subpaths.length > 0) return subpaths;
  }
  return [];
}

/** Why no subpath leads to the heading, with what to do. */
function whyUnreachable({ path, metadata }: NoteSource, heading: HeadingMetadata): string {
  const { line } = heading.position.start;
  const name = `\`${heading.heading}\` on line ${line + 1} of ${noteName(path)}`;
  const [spelling] = spellHeading(heading.heading);
  if (spelling === undefined)
    return `The heading on line ${line + 1} of ${noteName(path)} holds nothing that a link could name. Give it a name with letters.`;
  const first = resolveSubpath(metadata, `#${spelling}`.normalize('NFC'))?.start;
  const other = metadata.headings?.find(({ position }) => position.start.offset === first);
  if (other)
    return `A link cannot reach ${name}: it leads to \`${other.heading}\` on line ${other.position.start.line + 1}. Rename one of the two headings.`;
  return `A link cannot reach ${name}: its letters are composed in a way that links are not. Type the heading anew.`;
}

function findHeading(note: NoteSource, line: number, use: LinkUse, vault: LinkVault): FoundSubpaths | Refusal {
  const headings = note.metadata.headings ?? [];
  const heading = headings.find(({ position }) => position.start.line === line);
  if (!heading) return refuse(`Line ${line + 1} of ${noteName(note.path)} is no heading.`);
  const subpaths = subpathsTo(note, headings, heading);
  if (use.published) {
    // The publisher goes by the first heading alone.
    const single = subpaths.filter((subpath) => subpath.lastIndexOf('#') === 0);
    const problems = single.map((subpath) => (use.embed ? gardenHeadingProblem(headings, heading, subpath) : null));
    const right = single.filter((_one, at) => problems[at] === null);
    if (right.length > 0) return { subpaths: right, plan: null };
    const name = `\`${heading.heading}\` on line ${line + 1} of ${noteName(note.path)}`;
    if (problems[0])
      return refuse(`A published note cannot embed ${name}, ${problems[0]}. Rename it, or link to it instead.`);
    if (subpaths.length > 0 && use.embed)
      return refuse(`${whyUnreachable(note, heading)} A published note needs a heading of its own name.`);
  }
  if (!use.published && subpaths.length > 0) return { subpaths, plan: null };
  // The id on its line would show the heading alone; as the end of a link it is the place.
  const block = use.embed ? null : findBlock(note, heading.position.start.offset, use, vault);
  return block && !isRefusal(block) ? block : refuse(whyUnreachable(note, heading));
}

function findBlock(note: NoteSource, offset: number, use: LinkUse, vault: LinkVault): FoundSubpaths | Refusal {
  const block = nameBlock(note, offset);
  if (isRefusal(block)) return block;
  if (block.plan) {
    const name = noteName(note.path);
    const needs = `The place in ${name} has no block id yet`;
    if (use.embed && use.published)
      return refuse(
        `${needs}, and a new one would glue two lines of the published page. Embed the section by its heading instead.`,
      );
    const embedder = publishedEmbedOf(note.path, block.start, vault);
    if (embedder !== null)
      return refuse(
        `${needs}, and ${embedder}, which is published, embeds it: a new id would glue two lines there. Link to the heading instead.`,
      );
  }
  return toBlock(note, block.id, use, block.plan);
}

/** The publisher embeds the lines of a bullet alone, and Obsidian what is nested in it too. */
function toBlock(note: NoteSource, id: string, use: LinkUse, plan: NoteEdit | null): FoundSubpaths | Refusal {
  const block = note.metadata.blocks?.[id.toLowerCase()];
  const shown = block && resolveSubpath(note.metadata, `#^${id}`);
  if (use.embed && use.published && shown && shown.end > block.position.end.offset)
    return refuse(
      `A published note cannot embed the bullet \`${id}\` of ${noteName(note.path)} with what is nested in it: the Digital Garden shows its first line alone. Embed the section by its heading instead.`,
    );
  return { subpaths: [`#^${id}`], plan };
}

/** What leads to a place in the note, whose text and metadata these are; or why nothing does, with what to do. */
export function findSubpaths(
  note: NoteSource,
  place: LinkPlace,
  use: LinkUse,
  vault: LinkVault,
): FoundSubpaths | Refusal {
  switch (place.kind) {
    case 'note':
      return { subpaths: [''], plan: null };
    case 'heading':
      return findHeading(note, place.line, use, vault);
    case 'block':
      return findBlock(note, place.offset, use, vault);
    case 'block-id': {
      const blocks = Object.values(note.metadata.blocks ?? {}).map(({ id }) => id);
      const id = blocks.find((one) => one.toLowerCase() === place.id.toLowerCase());
      const nearest = nearestText(place.id, blocks);
      const proposal = nearest === null ? '.' : `; did you mean \`${nearest}\`?`;
      return id === undefined
        ? refuse(`${noteName(note.path)} has no block \`${place.id}\`${proposal}`)
        : toBlock(note, id, use, null);
    }
  }
}
