import { spanOf, startingIn } from '../note/by-position';
import type { NoteMetadata } from '../note/note-metadata';
import type { NoteSource } from '../note/note-source';
import { oncePer } from '../note/once-per';
import { splitLink, type LinkParts } from '../note/link-text';
import { lineAt } from '../note/text-line';
import type { Span, TextEdit } from '../text/text-edit';
import { DEFINITION } from '../markdown/marks/line-marks';
import { readLink, targetOf, type WrittenLink } from '../markdown/written-link';

/** A link, embed, property or reference definition of a note; the span is its own in the note's text. */
export interface NoteLink extends Span, LinkParts {
  readonly kind: 'link' | 'embed' | 'property' | 'definition';
  /** As it stands there, without what YAML adds to it; null when it is written so that it cannot be rewritten surely. */
  readonly written: WrittenLink | null;
  /** What is shown of it. */
  readonly shown: string;
  /** YAML's quotation mark before it, which asks for escapes; else `''`. */
  readonly quote: string;
}

/** What stands between quotation marks in YAML or JSON, as it is read. */
function unquote(text: string, quote: string): string {
  if (quote === "'") return text.replace(/''/g, "'");
  if (quote !== '"' || !text.includes('\\')) return text;
  try {
    return String(JSON.parse(`"${text}"`));
  } catch {
    return text;
  }
}

/** The same as it is written. */
const requote = (text: string, quote: string): string =>
  quote === "'" ? text.replace(/'/g, "''") : quote === '"' ? text.replace(/["\\]/g, '\\$&') : text;

/** The wikilinks of a text that no other stands in, each once. */
function* wikilinkSpans(text: string): Generator<Span> {
  let from = 0;
  for (let close = text.indexOf(']]'); close >= 0; close = text.indexOf(']]', from)) {
    const start = text.lastIndexOf('[[', close - 1);
    if (start >= from) yield { start, end: close + 2 };
    from = close + 2;
  }
}

function propertyLinks({ text, metadata }: NoteSource): NoteLink[] {
  const known = new Set(
    (metadata.frontmatterLinks ?? []).map(({ link }) => splitLink(link)).map(({ path, subpath }) => path + subpath),
  );
  if (known.size === 0) return [];
  const block = text.slice(0, metadata.frontmatterPosition?.end.offset ?? 0);
  const read = [...wikilinkSpans(block)].flatMap(({ start, end }): NoteLink[] => {
    const mark = text[start - 1] ?? '';
    const quote = mark === '"' || mark === "'" ? mark : '';
    const written = readLink(unquote(text.slice(start, end), quote));
    const target = written && targetOf(written);
    return target && known.has(target.path + target.subpath)
      ? [{ kind: 'property', start, end, ...target, written, shown: '', quote }]
      : [];
  });
  return [...read, ...unreadLinks(block, metadata, new Set(read.map(({ path, subpath }) => path + subpath)))];
}

/** What the app takes for a link in properties, and this does not read: `[[[a]/N]]`. */
function unreadLinks(block: string, { frontmatterLinks = [] }: NoteMetadata, read: ReadonlySet<string>): NoteLink[] {
  return frontmatterLinks.flatMap(({ link, original = link }): NoteLink[] => {
    const target = splitLink(link);
    const start = read.has(target.path + target.subpath) ? -1 : block.indexOf(original);
    return start < 0
      ? []
      : [{ kind: 'property', start, end: start + original.length, ...target, written: null, shown: '', quote: '' }];
  });
}

/** What the destination of a reference definition says, as metadata give it; null when it leads out of the vault. */
export function definitionTarget(destination: string): LinkParts | null {
  const link = readLink(`[r]: <${destination.replace(/[<>]/g, encodeURIComponent).replace(/&/g, '&amp;')}>`);
  return link && targetOf(link);
}

/** Every link that a note has, those of its properties and reference definitions too, in the order of the text. */
export const linksOf = oncePer((source: NoteSource): readonly NoteLink[] => {
  const { text, metadata } = source;
  const { links = [], embeds = [], referenceLinks = [] } = metadata;
  const found = propertyLinks(source);
  for (const [kind, list] of [
    ['link', links],
    ['embed', embeds],
  ] as const)
    for (const { link, original, displayText = '', position } of list) {
      const span = spanOf(position);
      const written = text.startsWith(original, span.start) ? readLink(original) : null;
      found.push({ kind, ...span, ...splitLink(link), written, shown: displayText, quote: '' });
    }
  for (const { link, position } of referenceLinks) {
    const span = spanOf(position);
    const own = text.slice(span.start, span.end);
    const written = readLink(own);
    const target = written?.form === 'definition' ? targetOf(written) : DEFINITION.test(own) && definitionTarget(link);
    if (target) found.push({ kind: 'definition', ...span, ...target, written, shown: '', quote: '' });
  }
  return found.sort((a, b) => a.start - b.start);
});

/** Those of them that lie in `[start, end)`. */
export const linksWithin = (source: NoteSource, { start, end }: Span): NoteLink[] =>
  startingIn(linksOf(source), start, end, (link) => link.start).filter((link) => link.end <= end);

/** The edit that puts another text in the place of a link. */
export const rewriteLink = (
  { text }: Pick<NoteSource, 'text'>,
  { start, end, quote }: NoteLink,
  insert: string,
): TextEdit => ({
  start,
  end,
  insert: requote(insert, quote),
  guards: [lineAt(text, start)],
});
