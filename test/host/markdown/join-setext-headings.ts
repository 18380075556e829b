import type { SyntaxNode } from './syntax';

/** A setext underline that remark-parse 8 left inside the paragraph, as its last line. */
const UNDERLINE_INSIDE = /\n {0,3}(=+|-+)[ \t]*$/;

/**
 * Headings of several lines above their underline. CommonMark has them, remark-parse 8 reads only one line: of `Title`, `#todo`,
 * `---` it makes a paragraph and a thematic break. No capture settles which the app does; DESIGN 2 takes it for a heading.
 */
export function joinSetextHeadings(blocks: readonly SyntaxNode[], text: string): SyntaxNode[] {
  const joined: SyntaxNode[] = [];
  for (const block of blocks) {
    const before = joined.at(-1);
    if (before?.type === 'paragraph' && underlines(block, before, text)) {
      joined[joined.length - 1] = { ...before, type: 'heading', depth: 2, position: { start: before.position.start, end: block.position.end } };
    } else {
      joined.push(headingOf(block, text) ?? block);
    }
  }
  return joined;
}

const sourceOf = ({ position }: SyntaxNode, text: string): string => text.slice(position.start.offset, position.end.offset);

function underlines(block: SyntaxNode, paragraph: SyntaxNode, text: string): boolean {
  const follows = block.position.start.line === paragraph.position.end.line + 1;
  return block.type === 'thematicBreak' && follows && /^ {0,3}-+[ \t]*$/.test(sourceOf(block, text));
}

function headingOf(block: SyntaxNode, text: string): SyntaxNode | null {
  const underline = block.type === 'paragraph' ? UNDERLINE_INSIDE.exec(sourceOf(block, text)) : null;
  return underline && { ...block, type: 'heading', depth: underline[1]?.startsWith('=') ? 1 : 2 };
}
