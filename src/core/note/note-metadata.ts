/**
 * What the index reads of a note's metadata: a structural subset of Obsidian's `CachedMetadata`, which satisfies
 * it under `strict`. A drift of the API fails the type check where vault/ hands a cache over.
 *
 * Lines and columns are 0-based; offsets count UTF-16 units from the start of the text; ends are exclusive.
 */

export interface Loc {
  readonly line: number;
  readonly col: number;
  readonly offset: number;
}

export interface Pos {
  readonly start: Loc;
  readonly end: Loc;
}

export interface HeadingMetadata {
  /** The source between the hashes, trimmed: links, tags and other markup are kept. */
  readonly heading: string;
  readonly level: number;
  readonly position: Pos;
}

export interface TagMetadata {
  /** With its `#`, as written. */
  readonly tag: string;
  readonly position: Pos;
}

export interface LinkMetadata {
  /** Link path and subpath, without the display text. */
  readonly link: string;
  readonly original: string;
  readonly displayText?: string | undefined;
  readonly position: Pos;
}

export interface FrontmatterLinkMetadata {
  readonly key: string;
  readonly link: string;
  readonly original?: string | undefined;
  readonly displayText?: string | undefined;
}

export interface SectionMetadata {
  /** `heading`, `paragraph`, `list`, `table`, `callout`, `blockquote`, `comment`, `code`, `html`, `math`, `yaml` … */
  readonly type: string;
  readonly id?: string | undefined;
  readonly position: Pos;
}

export interface ListItemMetadata {
  /** The line of the parent item; negative for an item of a root list. */
  readonly parent: number;
  /** The checkbox's character; absent for a plain bullet. */
  readonly task?: string | undefined;
  readonly id?: string | undefined;
  /** From the marker; ends before the item's first nested list. */
  readonly position: Pos;
}

/** What an id names, or refers to: a block, a reference definition `[label]: path "title"`, a footnote's text, a reference to one. Positions are the whole of it. */
export interface NamedMetadata {
  readonly id: string;
  readonly position: Pos;
}

export interface NoteMetadata {
  readonly headings?: readonly HeadingMetadata[] | undefined;
  readonly tags?: readonly TagMetadata[] | undefined;
  readonly links?: readonly LinkMetadata[] | undefined;
  readonly embeds?: readonly LinkMetadata[] | undefined;
  readonly sections?: readonly SectionMetadata[] | undefined;
  readonly listItems?: readonly ListItemMetadata[] | undefined;
  readonly blocks?: Readonly<Record<string, NamedMetadata>> | undefined;
  readonly frontmatter?: Readonly<Record<string, unknown>> | undefined;
  readonly frontmatterPosition?: Pos | undefined;
  readonly frontmatterLinks?: readonly FrontmatterLinkMetadata[] | undefined;
  readonly referenceLinks?: readonly (NamedMetadata & { readonly link: string })[] | undefined;
  readonly footnotes?: readonly NamedMetadata[] | undefined;
  readonly footnoteRefs?: readonly NamedMetadata[] | undefined;
}
