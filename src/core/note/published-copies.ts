import type { NoteMetadata } from './note-metadata';

/**
 * What the Digital Garden publisher leaves where an embed stood: the copied text inside
 * `<div class="transclusion internal-embed is-loaded">…</div></div>` (LINKS 5.2). Offsets are UTF-16, ends exclusive.
 */
export interface PublishedCopy {
  readonly start: number;
  readonly end: number;
  /** The copied text, without the wrapping divs and without the title block. */
  readonly contentStart: number;
  readonly contentEnd: number;
  /** The page's address without its fragment, decoded; null when the link is missing (the page was not published). */
  readonly page: string | null;
  /** The slug of the copied section or block; `''` when the whole page was copied. */
  readonly fragment: string;
  /** The index of the copy that this one stands in, or null. */
  readonly parent: number | null;
}

const OPENING = /<div\s[^>]*\bclass="[^"]*\btransclusion\b[^"]*"[^>]*>/y;
const ANCHOR = /\s*<a\s[^>]*\bmarkdown-embed-link\b[^>]*>/y;
const INNER = /(?:(?!<div)[\s\S]){0,4000}?<div\s[^>]*\bclass="markdown-embed"[^>]*>/y;
const TITLE = /\s*<div\s[^>]*\bclass="markdown-embed-title"[^>]*>[\s\S]{0,2000}?<\/div>/y;
const DIV_TAG = /<div\b|<\/div>/gi;

function matchAt(pattern: RegExp, text: string, at: number): RegExpExecArray | null {
  pattern.lastIndex = at;
  return pattern.exec(text);
}

function decoded(address: string): string {
  try {
    return decodeURI(address);
  } catch {
    return address;
  }
}

function readOpening(text: string, at: number): Omit<PublishedCopy, 'end' | 'contentEnd' | 'parent'> | null {
  const opening = matchAt(OPENING, text, at);
  if (!opening) return null;
  const afterOpening = at + opening[0].length;
  const anchor = matchAt(ANCHOR, text, afterOpening);
  const inner = matchAt(INNER, text, afterOpening);
  if (!inner) return null;
  const afterInner = afterOpening + inner[0].length;
  const title = matchAt(TITLE, text, afterInner);
  const href = anchor ? (/\bhref="([^"]*)"/.exec(anchor[0])?.[1] ?? null) : null;
  const hash = href === null ? -1 : href.indexOf('#');
  return {
    start: at,
    contentStart: afterInner + (title?.[0].length ?? 0),
    page: href === null ? null : decoded(hash < 0 ? href : href.slice(0, hash)),
    fragment: href === null || hash < 0 ? '' : decoded(href.slice(hash + 1)),
  };
}

/**
 * Finds the published copies of a note, outer ones before those nested in them. A block whose closing `</div></div>` is
 * missing is left out: it is ordinary text of its note. Divs in code are text and are not counted.
 */
export function findPublishedCopies(text: string, metadata: NoteMetadata): PublishedCopy[] {
  if (!text.includes('transclusion')) return [];
  const code = (metadata.sections ?? []).filter((section) => section.type === 'code').map((section) => section.position);
  const inCode = (at: number): boolean => code.some(({ start, end }) => at >= start.offset && at < end.offset);

  // One entry for each div that is still open: what it opens as a copy, or null for any other div.
  const open: ReturnType<typeof readOpening>[] = [];
  const found: Omit<PublishedCopy, 'parent'>[] = [];
  DIV_TAG.lastIndex = 0;
  for (let tag = DIV_TAG.exec(text); tag; tag = DIV_TAG.exec(text)) {
    const at = tag.index;
    if (inCode(at)) continue;
    if (!tag[0].startsWith('</')) {
      open.push(readOpening(text, at));
      continue;
    }
    const copy = open.pop();
    if (!copy) continue;
    const contentEnd = Math.max(text.lastIndexOf('</div>', at - 1), copy.contentStart);
    found.push({ ...copy, contentEnd, end: at + tag[0].length });
  }
  found.sort((a, b) => a.start - b.start);
  return found.map((copy, index) => {
    const parent = found.slice(0, index).findLastIndex((before) => before.end >= copy.end);
    return { ...copy, parent: parent < 0 ? null : parent };
  });
}
