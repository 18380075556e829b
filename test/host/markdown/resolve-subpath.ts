import type {
  BlockSubpathResult,
  CachedMetadata,
  FootnoteSubpathResult,
  HeadingCache,
  HeadingSubpathResult,
} from 'obsidian';
import { stripHeading } from './strip-heading';

/** The typings say `next` is always there; the app gives null for the last section. */
type HeadingResult = Omit<HeadingSubpathResult, 'next'> & { next: HeadingCache | null };

/**
 * What a link's subpath (`#Heading`, `#Outer#Inner`, `#^block`, `#[^footnote]`) points at in the note
 * with this cache, null for nothing. `end` is null where a section runs to the end
 * of the note.
 */
export function resolveSubpath(
  cache: CachedMetadata,
  subpath: string,
): HeadingResult | BlockSubpathResult | FootnoteSubpathResult | null {
  const segments = subpath.split('#').filter(Boolean);
  const [only] = segments;
  if (only === undefined) return null;
  if (segments.length > 1) return resolveHeading(cache, segments);
  if (only.startsWith('^')) return resolveBlock(cache, only.slice(1));
  const footnote = /^\[\^([^\]]+)\]$/.exec(only)?.[1];
  return footnote === undefined ? resolveHeading(cache, segments) : resolveFootnote(cache, footnote);
}

function resolveBlock(cache: CachedMetadata, id: string): BlockSubpathResult | null {
  const block = Object.values(cache.blocks ?? {}).find((candidate) => sameId(candidate.id, id));
  if (!block) return null;
  const list = cache.listItems?.find((item) => item.id !== undefined && sameId(item.id, id));
  return { type: 'block', block, ...(list ? { list } : {}), ...block.position };
}

function resolveFootnote(cache: CachedMetadata, id: string): FootnoteSubpathResult | null {
  const footnote = cache.footnotes?.find((candidate) => sameId(candidate.id, id));
  return footnote ? { type: 'footnote', footnote, ...footnote.position } : null;
}

function sameId(one: string, other: string): boolean {
  return one.toLowerCase() === other.toLowerCase();
}

/** One pass, greedy: each segment takes the next heading of its name that is deeper than the one before. */
function resolveHeading(cache: CachedMetadata, segments: string[]): HeadingResult | null {
  const headings = cache.headings ?? [];
  const wanted = segments.map(matchingKey);
  let level = 0;
  for (const [index, heading] of headings.entries()) {
    if (heading.level <= level || matchingKey(heading.heading) !== wanted[0]) continue;
    wanted.shift();
    level = heading.level;
    if (wanted.length > 0) continue;
    const next = headings.slice(index + 1).find((later) => later.level <= level) ?? null;
    const { start } = heading.position;
    return { type: 'heading', current: heading, next, start, end: next?.position.start ?? null };
  }
  return null;
}

function matchingKey(heading: string): string {
  return stripHeading(heading).toLowerCase();
}
