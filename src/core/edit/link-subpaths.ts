import { splitLink, targetOf } from '../note/link-text';
import type { NoteSource } from '../note/note-source';
import type { Span } from './edit-plan';

/** A link with a subpath; the span is the subpath's in the text, from its `#`. */
export interface SubpathLink extends Span {
  /** As metadata give it: decoded, without display text. */
  readonly link: string;
  readonly subpath: string;
  /** How the subpath is written: as it is, or with blanks as `%20`. */
  readonly form: 'plain' | 'encoded';
}

/** Wikilinks in a property's value. */
const WIKILINK = /\[\[((?:[^[\]\r\n]|\](?!\]))+)\]\]/g;

/** The destination of a Markdown link, in angle brackets or not; a title may follow. */
const DESTINATION = /\]\(\s*(<[^<>\r\n]*>|(?:[^\s()\\]|\\.|\([^\s()]*\))*)(?:\s+(?:"[^"]*"|'[^']*'))?\s*\)$/;

function wikilinkSubpath(inside: string, at: number): Omit<SubpathLink, 'link' | 'subpath'> | null {
  const hash = inside.indexOf('#');
  const bar = inside.indexOf('|', 1);
  const written = (bar < 0 ? inside : inside.slice(0, bar)).replace(/\s*\\?\s*$/, '');
  return hash < 0 || hash >= written.length ? null : { start: at + hash, end: at + written.length, form: 'plain' };
}

function markdownSubpath(original: string, at: number): Omit<SubpathLink, 'link' | 'subpath'> | null {
  const match = DESTINATION.exec(original);
  const written = match?.[1] ?? '';
  const hash = written.indexOf('#');
  if (!match || hash < 0) return null;
  const from = at + match.index + match[0].indexOf(written);
  const isBracketed = written.startsWith('<');
  return { start: from + hash, end: from + written.length - (isBracketed ? 1 : 0), form: isBracketed ? 'plain' : 'encoded' };
}

/** A note's links and embeds that name a place in a note, those of its properties too, in the order of the text. */
export function linksWithSubpath({ text, metadata }: NoteSource): SubpathLink[] {
  const found: SubpathLink[] = [];
  const add = (link: string, place: Omit<SubpathLink, 'link' | 'subpath'> | null): void => {
    if (place) found.push({ link, subpath: splitLink(link).subpath, ...place });
  };
  for (const { link, original, position } of [...(metadata.links ?? []), ...(metadata.embeds ?? [])]) {
    const at = position.start.offset;
    const open = original.startsWith('!') ? 3 : 2;
    if (!link.includes('#') || !text.startsWith(original, at)) continue;
    if (original.startsWith('[[', open - 2)) add(link, wikilinkSubpath(original.slice(open, -2), at + open));
    else add(link, markdownSubpath(original, at));
  }
  const inProperties = new Set((metadata.frontmatterLinks ?? []).map(({ link }) => link));
  const end = metadata.frontmatterPosition?.end.offset ?? 0;
  for (const { 1: inside = '', index } of text.slice(0, end).matchAll(WIKILINK)) {
    const link = targetOf(inside);
    if (inProperties.has(link)) add(link, wikilinkSubpath(inside, index + 2));
  }
  return found.sort((a, b) => a.start - b.start);
}

/** A subpath of these segments as the link writes it (LINKS 4.4: blanks and control characters are encoded, other characters stay). */
export function writeSubpath({ form }: SubpathLink, segments: readonly string[]): string {
  const subpath = segments.map((segment) => `#${segment}`).join('');
  if (form === 'plain') return subpath;
  return Array.from(subpath, (character) => (/[\s\p{Cc}\\()%]/u.test(character) ? encodeURIComponent(character).replace('(', '%28').replace(')', '%29') : character)).join('');
}
