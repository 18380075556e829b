import {
  Table,
  type BlockContext,
  type LeafBlock,
  type LeafBlockParser,
  type Line,
  type MarkdownConfig,
} from '@lezer/markdown';

/** Rows as far as lines hold a pipe: a line without one, such as a tag line, ends the table. */
class PipedRows implements LeafBlockParser {
  constructor(private readonly rows: LeafBlockParser) {}

  nextLine(cx: BlockContext, line: Line, leaf: LeafBlock): boolean {
    return !line.text.includes('|') && this.rows.finish(cx, leaf) ? true : this.rows.nextLine(cx, line, leaf);
  }

  finish(cx: BlockContext, leaf: LeafBlock): boolean {
    return this.rows.finish(cx, leaf);
  }
}

/** Tables as the app finds them: unlike the library's they do not interrupt a paragraph. */
export const Tables: MarkdownConfig = {
  ...Table,
  parseBlock: (Table.parseBlock ?? []).map((parser) => ({
    name: parser.name,
    leaf: (cx: BlockContext, block: LeafBlock) => {
      const rows = parser.leaf?.(cx, block);
      return rows ? new PipedRows(rows) : null;
    },
  })),
};
