import type { SyntaxNode } from './syntax';

/** A setext underline that remark-parse 8 left inside the paragraph: its first line of nothing but `=` or `-`. */
const UNDERLINE_INSIDE = /\n {0,3}(=+|-+)[ \t]*(?=\n|$)/;

/**
 * Headings of several lines above their underline. CommonMark has them, remark-parse 8 reads only one line: of `Title`, `#todo`,
 * `---` it makes a paragraph and a thematic break. No capture settles which the app does; here it is a heading.
 */
export function joinSetextHeadings(blocks: readonly SyntaxNode[], text: string): SyntaxNode[] {
  const joined: SyntaxNode[] = [];
  for (const block of blocks) {
    const before = joined.at(-1);
    if (before?.type === 'paragraph' && underlines(block, before, text)) {
      joined[joined.length - 1] = {
        ...before,
        type: 'heading',
        depth: 2,
        position: { start: before.position.start, end: block.position.end },
      };
    } else {
      joined.push(...split(block, text));
    }
  }
  return joined;
}

const sourceOf = ({ position }: SyntaxNode, text: string): string =>
  text.slice(position.start.offset, position.end.offset);

function underlines(block: SyntaxNode, paragraph: SyntaxNode, text: string): boolean {
  const follows = block.position.start.line === paragraph.position.end.line + 1;
  return block.type === 'thematicBreak' && follows && /^ {0,3}-+[ \t]*$/.test(sourceOf(block, text));
}

/** A paragraph with an underline in it is a heading, and behind the underline a paragraph, or more of the same. */
function split(block: SyntaxNode, text: string): SyntaxNode[] {
  const underline = block.type === 'paragraph' ? UNDERLINE_INSIDE.exec(sourceOf(block, text)) : null;
  if (!underline) return [block];
  const { start, end } = block.position;
  const at = start.offset + underline.index + underline[0].length;
  const lines = text.slice(start.offset, at).split('\n');
  const endOfHeading = { line: start.line + lines.length - 1, column: (lines.at(-1) ?? '').length + 1, offset: at };
  const heading: SyntaxNode = {
    ...block,
    type: 'heading',
    depth: underline[1]?.startsWith('=') ? 1 : 2,
    position: { start, end: endOfHeading },
    children: (block.children ?? [])
      .filter((child) => child.position.start.offset < at)
      .map((child) => cutAt(child, endOfHeading)),
  };
  if (at >= end.offset) return [heading];
  const startOfRest = { line: endOfHeading.line + 1, column: 1, offset: at + 1 };
  const rest: SyntaxNode = {
    ...block,
    position: { start: startOfRest, end },
    children: (block.children ?? []).filter((child) => child.position.end.offset > at),
  };
  return [heading, ...split(rest, text)];
}

function cutAt(child: SyntaxNode, end: SyntaxNode['position']['end']): SyntaxNode {
  return child.position.end.offset <= end.offset ? child : { ...child, position: { start: child.position.start, end } };
}
