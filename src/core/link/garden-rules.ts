import type { LinkVault } from './link-vault';
import { gardenSlug } from '../note/garden-slug';
import { isPublished } from '../note/is-published';
import { readLink, targetOf } from '../markdown/written-link';
import { isCommented } from '../note/comment-place';
import { noteName, splitLink, type LinkParts } from '../note/link-text';
import type { HeadingMetadata } from '../note/note-metadata';
import type { NoteSource } from '../note/note-source';
import { resolveSubpath } from '../note/resolve-subpath';

/**
 * Why the Digital Garden would embed something else than this heading's section, as the end of a sentence; null when it would be that. It looks
 * for the first heading with the slug of what the embed says.
 */
export function gardenHeadingProblem(
  headings: readonly HeadingMetadata[],
  heading: HeadingMetadata,
  spelling: string,
): string | null {
  const slug = gardenSlug(spelling);
  if (slug === '') return 'which has no Latin letters or digits for the Digital Garden to find it by';
  const other = headings.find((one) => one !== heading && gardenSlug(one.heading) === slug);
  if (other)
    return `which the Digital Garden takes for the same as \`${other.heading}\` on line ${other.position.start.line + 1}`;
  return gardenSlug(heading.heading) === slug
    ? null
    : 'which the Digital Garden would not find by the text that a link to it has';
}

export interface EmbedOnSite extends LinkParts {
  readonly at: number;
}

/**
 * What the publisher carries out in a published text: every `![[…]]`, with the UTF-16 offset at which it stands; in code, formulas, HTML and properties too, where to
 * Obsidian it is none. A comment goes whole.
 */
export function* embedsOnSite(source: NoteSource): Generator<EmbedOnSite> {
  const { text } = source;
  for (let at = text.indexOf('![['); at >= 0; at = text.indexOf('![[', at + 3)) {
    const link = readLink(text.slice(at, text.indexOf(']]', at) + 2));
    const parts = link && targetOf(link);
    if (parts && parts.path !== '' && !isCommented(source, at)) yield { ...parts, at };
  }
}

/** A published note that embeds the place, by name, or null: in its page a new `^id` there would glue two lines. */
export function publishedEmbedOf(path: string, offset: number, vault: LinkVault): string | null {
  const metadata = vault.metadata(path);
  const embedder = vault.linkingTo(path).find((source) => {
    const from = vault.metadata(source);
    return (
      isPublished(from) &&
      (from?.embeds ?? []).some(({ link }) => {
        const { path: linkpath, subpath } = splitLink(link);
        if ((linkpath === '' ? source : vault.resolve(linkpath, source)) !== path) return false;
        // The publisher embeds all of a note whose heading it does not find.
        const range = (metadata && resolveSubpath(metadata, subpath)) ?? { start: 0, end: Infinity };
        return offset >= range.start && offset < range.end;
      })
    );
  });
  return embedder === undefined ? null : noteName(embedder);
}
