import { headingKey } from '../note/heading-key';
import type { HeadingMetadata, NoteMetadata } from '../note/note-metadata';
import { matchHeadings, resolveSubpath, subpathSegments, type TextRange } from '../note/resolve-subpath';
import type { OutgoingLink } from './outgoing-link';
import { decoded } from '../text/decoded';

/** What a link's subpath leads to in a note. */
export type FoundTarget =
  | { readonly kind: 'note' | 'heading' | 'block'; readonly range: TextRange }
  /** A place that another plugin, or the app, finds by rules of its own. */
  | { readonly kind: 'other' }
  /** `name` is the first segment that is not there. */
  | { readonly kind: 'missing'; readonly what: 'heading' | 'block'; readonly name: string; readonly segment: number };

/** Excalidraw's drawings are notes whose places (`#^frame=…`, `#^area=…`) it finds by itself. */
const isDrawing = (path: string, { frontmatter }: NoteMetadata): boolean =>
  /\.excalidraw\.md$/i.test(path) || (frontmatter !== undefined && 'excalidraw-plugin' in frontmatter);

/** Finds the place in the note at `path`. A subpath that is encoded as in an address is read as what it means. */
export function findTarget(path: string, metadata: NoteMetadata, subpath: string): FoundTarget {
  const segments = subpathSegments(subpath);
  const [first] = segments;
  if (first === undefined) return { kind: 'note', range: { start: 0, end: Infinity } };
  if (first.startsWith('[^') || isDrawing(path, metadata)) return { kind: 'other' };
  const isBlock = segments.length === 1 && first.startsWith('^');
  const range =
    resolveSubpath(metadata, subpath) ?? (subpath.includes('%') ? resolveSubpath(metadata, decoded(subpath)) : null);
  if (range) return { kind: isBlock ? 'block' : 'heading', range };
  if (isBlock) return { kind: 'missing', what: 'block', name: first, segment: 0 };
  let found = 0;
  while (found < segments.length && resolveSubpath(metadata, `#${segments.slice(0, found + 1).join('#')}`)) found++;
  return { kind: 'missing', what: 'heading', name: segments[found] ?? first, segment: found };
}

/** Where a link to a note leads in it; null when there is no such note, or the app has not read it yet. */
export function placeOf(
  { target, toNote, subpath }: OutgoingLink,
  metadataOf: (path: string) => NoteMetadata | null,
): FoundTarget | null {
  const metadata = target !== null && toNote ? metadataOf(target) : null;
  return target === null || !metadata ? null : findTarget(target, metadata, subpath);
}

/** The headings that the last segment of a subpath fits where it is looked for: the one that is found first. More than one is an ambiguity. */
export function headingsMeant(metadata: NoteMetadata, subpath: string): readonly HeadingMetadata[] {
  const segments = subpathSegments(subpath);
  const key = headingKey(segments.at(-1) ?? '');
  const headings = metadata.headings ?? [];
  const above = matchHeadings(headings, segments.slice(0, -1))?.at(-1) ?? -1;
  const level = headings[above]?.level ?? 0;
  const below = headings.slice(above + 1);
  const end = below.findIndex((one) => one.level <= level);
  const fits = (one: HeadingMetadata): boolean => one.level > level && headingKey(one.heading) === key;
  const within = below.slice(0, end < 0 ? undefined : end).filter(fits);
  // Where the section has none the app goes on with those behind it.
  return within.length > 0 ? within : below.filter(fits);
}
