import type { SyntaxNode, SyntaxNodeRef } from '@lezer/common';
import type {
  HeadingMetadata,
  NamedMetadata,
  LinkMetadata,
  ListItemMetadata,
  NoteMetadata,
  Pos,
  TagMetadata,
} from '../note/note-metadata';
import { LineMap } from './line-map';
import { ListColumns } from './list-columns';
import { frontmatterMetadata } from './frontmatter-metadata';
import { readListItem, rootParent } from './read-list-item';
import { blockType, readHeading, Sections } from './read-sections';
import { spanKind, innerOf, type MarkdownSpan } from './spans';
import { parseSyntaxTree } from './syntax/syntax-tree';
import { linkWords, readLink, plainDestination } from './written-link';

/** A text of Markdown as the app reads it. Offsets are UTF-16 of the text as given, ends exclusive. */
export interface Markdown {
  /** What the app's cache says of a note with this text. */
  readonly metadata: NoteMetadata;
  /** All blocks, nested ones behind those that hold them. */
  readonly blocks: readonly MarkdownBlock[];
  /** All inline marks, links, tags and the like, nested ones behind those that hold them. */
  readonly spans: readonly MarkdownSpan[];
}

export interface MarkdownBlock {
  /** The app's word for it: `paragraph`, `heading`, `code`, `list` …; `item` or `task` for one of a list. */
  readonly type: string;
  /** How many blocks hold it. */
  readonly depth: number;
  readonly start: number;
  readonly end: number;
}

/** Inline tokens behind which no tag may begin. */
const NO_EDGE = new Set(['Entity', 'HardBreak']);

class Reading {
  /** What of the metadata is found on the way. */
  private readonly found = {
    headings: [] as HeadingMetadata[],
    listItems: [] as ListItemMetadata[],
    links: [] as LinkMetadata[],
    embeds: [] as LinkMetadata[],
    tags: [] as TagMetadata[],
    footnotes: [] as NamedMetadata[],
    footnoteRefs: [] as NamedMetadata[],
    referenceLinks: [] as (NamedMetadata & { readonly link: string })[],
  };
  private readonly blocks: MarkdownBlock[] = [];
  private readonly spans: MarkdownSpan[] = [];
  private readonly lines: LineMap;
  private readonly columns: ListColumns;
  private readonly sections: Sections;
  private frontmatter: Pick<NoteMetadata, 'frontmatter' | 'frontmatterPosition' | 'frontmatterLinks'> = {};
  /** Of the lists around a place: the parent of their items; of the items: their lines. */
  private readonly parents: number[] = [];
  private readonly itemLines: number[] = [];
  private depth = 0;
  /** Where an inline run begins, or goes on behind a token: a tag may stand there though no blank does. */
  private edge = -1;

  constructor(private readonly text: string) {
    this.lines = new LineMap(text);
    this.columns = new ListColumns(this.lines);
    this.sections = new Sections(this.lines, this.columns);
  }

  read(): Markdown {
    parseSyntaxTree(this.lines.parsable).iterate({
      enter: (node) => {
        if (this.depth++ > 0) this.enter(node);
      },
      leave: (node) => {
        this.depth--;
        if (node.name === 'BulletList' || node.name === 'OrderedList') this.parents.pop();
        if (node.name === 'ListItem') this.itemLines.pop();
        if (!NO_EDGE.has(node.name)) this.edge = node.to;
      },
    });
    const { footnotes, footnoteRefs } = this.found;
    const defined = new Set(footnotes.map(({ id }) => id.toLowerCase()));
    if (
      footnotes.some(({ id }) => id.startsWith('[inline')) ||
      footnoteRefs.some(({ id }) => defined.has(id.toLowerCase()))
    )
      this.sections.addFootnotes(this.text.length);
    const parts = { ...this.found, sections: this.sections.sections, blocks: this.sections.blocks };
    const metadata = {
      ...Object.fromEntries(Object.entries(parts).filter(([, part]) => Object.keys(part).length > 0)),
      ...this.frontmatter,
    };
    return { metadata, blocks: this.blocks, spans: this.spans };
  }

  private enter(ref: SyntaxNodeRef): void {
    const { name, from, to } = ref;
    const source = (): string => this.lines.parsable.slice(from, to);
    const type = blockType(name, name === 'Blockquote' ? source() : '');
    if (type !== undefined) this.enterBlock(ref.node, type);
    else if (name === 'ListItem') {
      const item = readListItem(ref.node, this.parents.at(-1) ?? -1, this.lines, this.columns);
      this.found.listItems.push(item);
      this.addBlock(item.task === undefined ? 'item' : 'task', this.lines.position(from, to));
      this.itemLines.push(item.position.start.line);
      this.sections.name(item.id, item.position);
    } else this.enterInline(ref, source);
  }

  private enterBlock(node: SyntaxNode, type: string): void {
    const { lines } = this;
    const { name, from, to } = node;
    const whole = lines.position(from, to);
    // The indentation of a definition is part of it.
    const position = { start: lines.locate(Math.min(from, this.columns.startOf(lines.lineOf(from)))), end: whole.end };
    this.addBlock(type, whole);
    if (this.depth === 2) this.enterSection(node, type);
    if (type === 'list') {
      const line = node.parent?.name === 'ListItem' ? this.itemLines.at(-1) : undefined;
      this.parents.push(line ?? rootParent(node, lines));
    }
    if (name === 'Blockquote') this.columns.enterQuote(lines.lineOf(from), lines.lineOf(to));
    if (type === 'footnoteDefinition') {
      const label = node.getChild('FootnoteLabel');
      if (label) this.found.footnotes.push({ id: lines.parsable.slice(label.from, label.to), position });
    }
    if (type === 'definition') {
      const [label, url] = [node.getChild('LinkLabel'), node.getChild('URL')];
      const { parsable } = lines;
      if (label && url)
        this.found.referenceLinks.push({
          id: parsable.slice(label.from + 1, label.to - 1),
          link: plainDestination(parsable.slice(url.from, url.to)),
          position,
        });
    }
    this.edge = from;
    if (type === 'comment') this.addSpan('comment', whole, node);
  }

  private addBlock(type: string, { start, end }: Pos): void {
    this.blocks.push({ type, depth: this.depth - 2, start: start.offset, end: end.offset });
  }

  /** A block at the root of the note; headings deeper inside, in quotes and list items, are not cached. */
  private enterSection(node: SyntaxNode, type: string): void {
    const position = this.sections.add(node, type);
    if (type === 'heading')
      this.found.headings.push(
        readHeading(node, position, (start, end) => this.slice(this.lines.position(start, end))),
      );
    if (type === 'yaml') this.frontmatter = frontmatterMetadata(this.text, position);
  }

  private enterInline(ref: SyntaxNodeRef, source: () => string): void {
    const { name, from, to } = ref;
    const { parsable } = this.lines;
    const kind = spanKind(name);
    if (kind === undefined) {
      if (name === 'TableCell') this.edge = from;
      return;
    }
    const isTag = kind !== 'tag' || from === this.edge || /\s/.test(parsable[from - 1] ?? ' ');
    if (!isTag) return;
    const position = this.lines.position(from, to);
    this.addSpan(kind, position, ref);
    this.edge = from;
    switch (kind) {
      case 'tag':
        this.found.tags.push({ tag: source(), position });
        break;
      case 'wikilink':
      case 'embed':
      case 'link':
      case 'image': {
        const original = this.slice(position);
        const written = readLink(original);
        if (written)
          (written.isEmbed ? this.found.embeds : this.found.links).push({ ...linkWords(written), original, position });
        break;
      }
      case 'footnote-reference':
        this.found.footnoteRefs.push({ id: parsable.slice(from + 2, to - 1), position });
        break;
      case 'inline-footnote':
        this.found.footnotes.push({
          id: `[inline${this.inlineNumber()}`,
          position: this.lines.position(from + 2, to - 1),
        });
        break;
      default:
    }
  }

  /** The app names an inline footnote by the number of footnotes referred to before it. */
  private inlineNumber(): number {
    const inline = this.found.footnotes.filter(({ id }) => id.startsWith('[inline')).length;
    return inline + new Set(this.found.footnoteRefs.map(({ id }) => id.toLowerCase())).size;
  }

  private addSpan(kind: MarkdownSpan['kind'], { start, end }: Pos, ref: SyntaxNodeRef): void {
    const inner = innerOf(ref);
    const innerStart = this.lines.locate(inner.start).offset;
    const innerEnd = this.lines.locate(inner.end).offset;
    this.spans.push({ kind, start: start.offset, end: end.offset, innerStart, innerEnd });
  }

  private slice({ start, end }: Pos): string {
    return this.text.slice(start.offset, end.offset);
  }
}

/**
 * What was read last, the latest first: a plan asks several times what its text is, and what it will be. Held weakly, since a long note's reading takes
 * many times the room of its text.
 */
let recent: readonly WeakRef<{ readonly text: string; readonly markdown: Markdown }>[] = [];
const MOST_RECENT = 4;

/** Reads a text as the app reads a note with it. Costs about as much as the text is long; never throws. */
export function readMarkdown(text: string): Markdown {
  const known = recent.find((one) => one.deref()?.text === text);
  const reading = known?.deref() ?? { text, markdown: new Reading(text).read() };
  recent = [known ?? new WeakRef(reading), ...recent.filter((one) => one !== known)].slice(0, MOST_RECENT);
  return reading.markdown;
}
