import { linkKey, splitLink } from '../note/link-text';
import type { LinkMetadata, NoteMetadata } from '../note/note-metadata';
import type { LinkVault } from './link-vault';

/** A link or an embed with the file that it leads to. */
export interface OutgoingLink {
  readonly link: LinkMetadata;
  /** Link path and subpath as written; the path is `''` for a link inside its own note. */
  readonly linkpath: string;
  /** `linkKey` of the path: which files can matter to the link. */
  readonly key: string;
  readonly subpath: string;
  /** The path of the file that it leads to, or null. */
  readonly target: string | null;
  /** Whether it leads to a note, or would when there were one. */
  readonly toNote: boolean;
}

/** Endings of files that Obsidian shows or that people attach. Any other ending may be part of a note's name: `Node.js`, `v1.2`. */
const ATTACHMENT =
  /\.(?:avif|bmp|gif|hei[cf]|ico|jpe?g|png|svg|tiff?|webp|3gp|aac|flac|m4[av]|mp[34]|og[gv]|opus|wav|webm|mkv|mov|avi|pdf|canvas|base|docx?|xlsx?|pptx?|od[tsp]|rtf|csv|tsv|txt|json|ya?ml|xml|html?|zip|drawio|epub|excalidraw|tldr|ipynb|bib)$/i;

export const isNotePath = (path: string): boolean => /\.md$/i.test(path);

/** Reads where a link of the note at `source` leads. */
export function openLink(link: LinkMetadata, source: string, resolve: LinkVault['resolve']): OutgoingLink {
  const { path: linkpath, subpath } = splitLink(link.link);
  const target = linkpath === '' ? source : resolve(linkpath, source);
  return {
    link,
    linkpath,
    key: linkKey(linkpath),
    subpath,
    target,
    toNote: target === null ? !ATTACHMENT.test(linkpath) : isNotePath(target),
  };
}

/** Whether the publisher puts text in the embed's place: it takes `![[…]]` with a name, no Markdown embed and none of the own note. */
export const isTakenBySite = ({ link, linkpath }: OutgoingLink): boolean =>
  linkpath !== '' && link.original.startsWith('![[');

/** Whether the offset stands in a block comment, where nothing is shown. */
export function isInCommentBlock({ sections = [] }: NoteMetadata, offset: number): boolean {
  return sections.some(
    ({ type, position }) => type === 'comment' && position.start.offset <= offset && offset < position.end.offset,
  );
}
