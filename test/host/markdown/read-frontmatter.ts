import type { CachedMetadata, FrontMatterCache, FrontmatterLinkCache } from 'obsidian';
import { parse } from 'yaml';
import { readWikilink } from './read-wikilink';
import { positionOf, sliceOf, type SourceText } from './source-text';
import type { SyntaxNode } from './syntax';

/** A value that is one wikilink and nothing else. */
const WHOLE_WIKILINK = /^\[\[[^\n]+\]\]$/;

/** The lines of dashes around the YAML. */
const FENCES = /^.*(?:\r\n|\r|\n)|---$/g;

/** What the cache says of the YAML block that is `node`: nothing when it holds no mapping, or is broken. */
export function readFrontmatter(source: SourceText, node: SyntaxNode): CachedMetadata {
  const position = positionOf(source, node);
  const frontmatter = parseMapping(sliceOf(source, position).replace(FENCES, ''));
  if (!frontmatter) return {};
  const frontmatterLinks: FrontmatterLinkCache[] = [];
  collectLinks(frontmatter, [], [], frontmatterLinks);
  return { frontmatter, frontmatterPosition: position, frontmatterLinks };
}

function parseMapping(yaml: string): FrontMatterCache | null {
  try {
    const value: unknown = parse(yaml, { logLevel: 'error' });
    return typeof value === 'object' && !Array.isArray(value) ? value : null;
  } catch {
    return null;
  }
}

/**
 * Links found in `value`, which stands at `path` of the mapping; their `key` is the path to them, names and
 * list indexes joined by dots. `within` holds the objects around it, since a YAML alias may point at one.
 */
function collectLinks(value: unknown, path: string[], within: object[], found: FrontmatterLinkCache[]): void {
  if (typeof value === 'string') {
    if (WHOLE_WIKILINK.test(value)) found.push({ key: path.join('.'), ...readWikilink(value) });
  } else if (typeof value === 'object' && value !== null && !within.includes(value)) {
    for (const [name, child] of Object.entries(value)) {
      collectLinks(child, [...path, name], [...within, value], found);
    }
  }
}
