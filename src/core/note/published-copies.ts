import { entryAt } from './by-position';
import type { NoteMetadata } from './note-metadata';

/**
 * What the Digital Garden publisher leaves where an embed stood: the copied text inside
 * `<div class="transclusion internal-embed is-loaded">…</div></div>`. Offsets are UTF-16, ends exclusive.
 */
export interface PublishedCopy {
  readonly start: number;
  readonly end: number;
  /** The copied text, without the wrapping divs and without the title block. */
  readonly contentStart: number;
  readonly contentEnd: number;
  /** The page's address as it is written, entities and all; `''` without one. */
  readonly href: string;
  /** The page's address without its fragment, decoded; null when the link is missing (the page was not published). */
  readonly page: string | null;
  /** The slug of the copied section or block; `''` when the whole page was copied. */
  readonly fragment: string;
  /** Whether the address has a `#`: a heading without a Latin letter has the empty slug. */
  readonly hasFragment: boolean;
  /** The heading that the publisher made of the embed's display text, with its `#`; null when there was none. */
  readonly title: string | null;
  /** The index of the copy that this one stands in, or null. */
  readonly parent: number | null;
  /** In how many others it stands. */
  readonly depth: number;
}

const CLOSING = '</div>';
/** The parser takes HTML for one block to a blank line; copies stand in one another, over blank lines. */
const DIV_TAG = /<div\b|<\/div>/gi;

/** The publisher's tags, and what it puts between them, are short; so far, and no further, each is looked for. */
const LIMIT = 4000;

/** The tag of that name and class that begins at the offset, white space before it aside; '' when none does. */
function tagAt(name: string, className: string, text: string, at: number): string {
  const near = text.slice(at, at + LIMIT);
  const tag = near.slice(0, near.indexOf('>') + 1);
  const classes = /\sclass="([^"]*)"/.exec(tag)?.[1]?.split(/\s+/) ?? [];
  return tag.trimStart().startsWith(`<${name}`) && classes.includes(className) ? tag : '';
}

function decoded(address: string): string {
  try {
    return decodeURI(address);
  } catch {
    return address;
  }
}

interface Opening extends Omit<PublishedCopy, 'end' | 'contentEnd' | 'parent' | 'depth'> {
  /** Where the div of the copied text opens and, once that is seen, closes. */
  readonly inner: number;
  contentEnd?: number;
}

function readOpening(text: string, at: number): Opening | null {
  const opening = tagAt('div', 'transclusion', text, at);
  if (opening === '') return null;
  const afterOpening = at + opening.length;
  const anchor = tagAt('a', 'markdown-embed-link', text, afterOpening);
  const toInner = text.slice(afterOpening, afterOpening + LIMIT).indexOf('<div');
  const inner = toInner < 0 ? '' : tagAt('div', 'markdown-embed', text, afterOpening + toInner);
  if (inner === '') return null;
  const afterInner = afterOpening + toInner + inner.length;
  const titleTag = tagAt('div', 'markdown-embed-title', text, afterInner);
  const titleStart = afterInner + titleTag.length;
  const titleEnd = titleTag === '' ? -1 : text.slice(titleStart, titleStart + LIMIT).indexOf(CLOSING);
  const title = titleEnd < 0 ? null : text.slice(titleStart, titleStart + titleEnd);
  const href = /\bhref="([^"]*)"/.exec(anchor)?.[1] ?? null;
  const hash = href === null ? -1 : href.indexOf('#');
  return {
    start: at,
    inner: afterOpening + toInner,
    contentStart: title === null ? afterInner : titleStart + title.length + CLOSING.length,
    href: href ?? '',
    page: href === null ? null : decoded(hash < 0 ? href : href.slice(0, hash)),
    fragment: href === null || hash < 0 ? '' : decoded(href.slice(hash + 1)),
    hasFragment: hash >= 0,
    title: title?.trim() ?? null,
  };
}

const NONE: readonly never[] = [];

/** The copies whose two divs close together, in the order of their ends, and the openings of those whose do not. */
function matchDivs(
  text: string,
  metadata: NoteMetadata,
): { readonly found: Omit<PublishedCopy, 'parent' | 'depth'>[]; readonly broken: number[] } {
  const { sections = NONE } = metadata;
  // One entry for each div that is still open: what it opens as a copy, or null for any other div.
  const open: { readonly at: number; readonly copy: Opening | null }[] = [];
  const found: Omit<PublishedCopy, 'parent' | 'depth'>[] = [];
  const broken: number[] = [];
  DIV_TAG.lastIndex = 0;
  for (let tag = DIV_TAG.exec(text); tag; tag = DIV_TAG.exec(text)) {
    const at = tag.index;
    if (entryAt(sections, at)?.type === 'code') continue;
    if (!tag[0].startsWith('</')) {
      open.push({ at, copy: readOpening(text, at) });
      continue;
    }
    const closed = open.pop();
    const around = open.at(-1)?.copy;
    if (closed && around?.inner === closed.at) around.contentEnd = at;
    if (!closed?.copy) continue;
    const { inner: _inner, contentEnd, ...copy } = closed.copy;
    // Where text stands between the two closing tags, one of them is another div's.
    if (
      contentEnd === undefined ||
      contentEnd < copy.contentStart ||
      text.slice(contentEnd + CLOSING.length, at).trim() !== ''
    )
      broken.push(copy.start);
    else found.push({ ...copy, contentEnd, end: at + tag[0].length });
  }
  return { found, broken: [...broken, ...open.flatMap(({ copy }) => copy?.start ?? [])].sort((a, b) => a - b) };
}

/** Where blocks begin that look like copies but do not close as one: ordinary text, and perhaps a hand's slip. UTF-16 offsets. */
export function findBrokenCopies(text: string, metadata: NoteMetadata): readonly number[] {
  return text.includes('transclusion') ? matchDivs(text, metadata).broken : [];
}

/**
 * Finds the published copies of a note, outer ones before those nested in them. A block whose closing `</div></div>` is
 * missing is left out: it is ordinary text of its note. Divs in code are text and are not counted.
 */
export function findPublishedCopies(text: string, metadata: NoteMetadata): readonly PublishedCopy[] {
  if (!text.includes('transclusion')) return NONE;
  const { found } = matchDivs(text, metadata);
  found.sort((a, b) => a.start - b.start);
  const around: number[] = [];
  return found.map((copy, index) => {
    while ((found[around.at(-1) ?? -1]?.end ?? Infinity) <= copy.start) around.pop();
    const parent = around.at(-1) ?? null;
    return { ...copy, parent, depth: around.push(index) - 1 };
  });
}
