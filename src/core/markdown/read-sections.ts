import { blockIdOf } from './marks/span-marks';
import type { SyntaxNode } from '@lezer/common';
import type { NamedMetadata, HeadingMetadata, Pos, SectionMetadata } from '../note/note-metadata';
import type { LineMap } from './line-map';
import type { ListColumns } from './list-columns';

/** The app's words for the blocks of the tree. */
const TYPES: Readonly<Record<string, string>> = {
  Frontmatter: 'yaml',
  Paragraph: 'paragraph',
  BulletList: 'list',
  OrderedList: 'list',
  Blockquote: 'blockquote',
  FencedCode: 'code',
  CodeBlock: 'code',
  HTMLBlock: 'html',
  CommentBlock: 'html',
  ProcessingInstructionBlock: 'html',
  HorizontalRule: 'thematicBreak',
  Table: 'table',
  LinkReference: 'definition',
  FootnoteDefinition: 'footnoteDefinition',
  CommentedBlock: 'comment',
  MathBlock: 'math',
};
const CALLOUT = /^[ \t]*>[ \t]*\[![^\]\n]+\]/;

const headingLevel = (name: string): number => (/^(?:ATX|Setext)Heading/.test(name) ? Number(name.at(-1)) : 0);

/** The app's word for a block of the tree, given its source; undefined for what is none. */
export function blockType(name: string, source: string): string | undefined {
  if (headingLevel(name) > 0) return 'heading';
  return name === 'Blockquote' && CALLOUT.test(source) ? 'callout' : TYPES[name];
}

/** A heading's text: its source between the marks, trimmed; links, markup, tags and a block id stay in it, closing hashes do not. */
export function readHeading(
  node: SyntaxNode,
  position: Pos,
  slice: (start: number, end: number) => string,
): HeadingMetadata {
  const marks = node.getChildren('HeaderMark');
  const [first, last] = [marks[0], marks.at(-1)];
  const isUnderlined = node.name.startsWith('Setext');
  const start = isUnderlined ? node.from : (first?.to ?? node.from);
  const end = isUnderlined || marks.length > 1 ? (last?.from ?? node.to) : node.to;
  return { heading: slice(start, end).trim(), level: headingLevel(node.name), position };
}

/** The note's blocks with the ids that name them. */
export class Sections {
  readonly sections: SectionMetadata[] = [];
  readonly blocks: Record<string, NamedMetadata> = {};

  constructor(
    private readonly lines: LineMap,
    private readonly columns: ListColumns,
  ) {}

  /** A block at the root of the note: it begins with its first line, indentation included, and ends with its last. */
  add(node: SyntaxNode, type: string): Pos {
    const { lines } = this;
    const first = lines.lineOf(node.from);
    // Code in an item that nobody closed takes blank lines along, which are no part of the list.
    const last = type === 'list' ? this.columns.lastWritten(first, lines.lineOf(node.to)) : lines.lineOf(node.to);
    const [start, end] = [lines.startOf(first), type === 'yaml' || type === 'comment' ? node.to : lines.endOf(last)];
    const at = lines.position(start, end);
    const source = lines.parsable.slice(start, end);
    const isQuote = node.name === 'Blockquote';
    const id = (
      isQuote
        ? // An id at the end of its last item would name that item.
          node.lastChild?.name === 'Paragraph' || /\n[ \t>]*$/.test(source.slice(0, source.lastIndexOf('^')))
        : type === 'paragraph' || type === 'heading'
    )
      ? blockIdOf(source)
      : undefined;
    const above = this.sections.at(-1);
    // An id alone names the block before it, and is none itself.
    if (above && id !== undefined && source.trim() === `^${id}`) {
      this.sections[this.sections.length - 1] = { ...above, id };
      this.name(id, above.position);
    } else {
      this.sections.push(id === undefined ? { type, position: at } : { type, id, position: at });
      this.name(id, at);
    }
    return at;
  }

  /** Ids are compared without regard to case; the outermost block of those with one id keeps it. */
  name(id: string | undefined, position: Pos): void {
    const key = id?.toLowerCase();
    if (id !== undefined && key !== undefined && !Object.hasOwn(this.blocks, key)) this.blocks[key] = { id, position };
  }

  /** Footnotes that are referred to are shown below the note, and listed as two sections without extent on its last line, one short of its end. */
  addFootnotes(length: number): void {
    const { col, line } = this.lines.locate(this.lines.parsable.length);
    const end = { line, col, offset: length - 1 };
    for (const type of ['text', 'element']) this.sections.push({ type, position: { start: end, end } });
  }
}
