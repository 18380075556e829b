import { isNotePath, linkKey, splitLink } from '../note/link-text';
import type { LinkMetadata, NoteMetadata, SectionMetadata } from '../note/note-metadata';
import type { LinkVault } from './link-vault';
import { definitionTarget } from './note-links';

/** Endings of files that Obsidian shows or that people attach. Any other ending may be part of a note's name: `Node.js`, `v1.2`. */
const ATTACHMENT =
  /\.(?:avif|bmp|gif|hei[cf]|ico|jpe?g|png|svg|tiff?|webp|3gp|aac|flac|m4[av]|mp[34]|og[gv]|opus|wav|webm|mkv|mov|avi|pdf|canvas|base|docx?|xlsx?|pptx?|od[tsp]|rtf|csv|tsv|txt|json|ya?ml|xml|html?|zip|drawio|epub|excalidraw|tldr|ipynb|bib)$/i;

/** A link or an embed of a note with the file that it leads to, which is looked up when somebody asks, and once. */
export class OutgoingLink {
  #target: string | null | undefined = undefined;

  constructor(
    readonly link: LinkMetadata,
    /** The path of the note that it stands in. */
    readonly source: string,
    private readonly resolve: LinkVault['resolve'],
  ) {}

  /** Link path and subpath as written; the path is `''` for a link inside its own note. */
  get linkpath(): string {
    return splitLink(this.link.link).path;
  }

  get subpath(): string {
    return splitLink(this.link.link).subpath;
  }

  /** `linkKey` of the path: which files can matter to the link; `''` for a link inside its own note. */
  get key(): string {
    return linkKey(this.linkpath);
  }

  /** The path of the file that it leads to, or null. */
  get target(): string | null {
    if (this.#target === undefined)
      this.#target = this.linkpath === '' ? this.source : this.resolve(this.linkpath, this.source);
    return this.#target;
  }

  /** Whether it leads to a note, or would when there were one. */
  get toNote(): boolean {
    return this.target === null ? !ATTACHMENT.test(this.linkpath) : isNotePath(this.target);
  }
}

/** Whether the publisher puts text in the embed's place: it takes `![[…]]` with a name, no Markdown embed and none of the own note. */
export const isTakenBySite = ({ link, linkpath }: OutgoingLink): boolean =>
  linkpath !== '' && link.original.startsWith('![[');

const NONE: readonly never[] = [];

const isComment = ({ type }: SectionMetadata): boolean => type === 'comment';

/** Links that stand in no block comment: there nothing is shown. */
function shown(links: readonly LinkMetadata[], { sections = NONE }: NoteMetadata): readonly LinkMetadata[] {
  if (!sections.some(isComment)) return links;
  const comments = sections.filter(isComment);
  return links.filter(
    ({ position: { start } }) =>
      !comments.some(({ position }) => position.start.offset <= start.offset && start.offset < position.end.offset),
  );
}

/** What a note shows of other files, in its order. */
export const shownEmbeds = (metadata: NoteMetadata): readonly LinkMetadata[] =>
  metadata.embeds ? shown(metadata.embeds, metadata) : NONE;

/** The links of reference definitions, as other links are. */
export const definedLinks = ({ referenceLinks = NONE }: NoteMetadata): readonly LinkMetadata[] =>
  referenceLinks.flatMap(({ id, link, position }): LinkMetadata[] => {
    const target = definitionTarget(link);
    return target ? [{ link: target.path + target.subpath, original: `[${id}]: <${link}>`, position }] : [];
  });

/** Plain links, those of definitions too. */
export const plainLinks = (metadata: NoteMetadata): readonly LinkMetadata[] =>
  shown([...(metadata.links ?? NONE), ...definedLinks(metadata)], metadata);
