import type { SyntaxNodeRef } from '@lezer/common';

const KINDS = {
  InlineCode: 'code',
  Emphasis: 'emphasis',
  StrongEmphasis: 'strong',
  Strikethrough: 'strike',
  Highlight: 'highlight',
  Wikilink: 'wikilink',
  Embed: 'embed',
  Link: 'link',
  Image: 'image',
  Commented: 'comment',
  CommentedBlock: 'comment',
  HTMLTag: 'html',
  Comment: 'html',
  ProcessingInstruction: 'html',
  Math: 'math',
  Escape: 'escape',
  Tag: 'tag',
  FootnoteReference: 'footnote-reference',
  InlineFootnote: 'inline-footnote',
  Autolink: 'autolink',
} as const;

/** What stands in a line of Markdown beside plain text. */
export interface MarkdownSpan {
  readonly kind: (typeof KINDS)[keyof typeof KINDS];
  /** With its marks. Offsets are UTF-16, ends exclusive. */
  readonly start: number;
  readonly end: number;
  /** What stands between its marks: a link's text, code without its ticks. */
  readonly innerStart: number;
  readonly innerEnd: number;
}

export const spanKind = (name: string): MarkdownSpan['kind'] | undefined =>
  Object.hasOwn(KINDS, name) ? KINDS[name as keyof typeof KINDS] : undefined;

const MARKS = new Set([
  'CodeMark',
  'EmphasisMark',
  'StrikethroughMark',
  'HighlightMark',
  'CommentMark',
  'FootnoteMark',
  'LinkMark',
]);

/** What stands between a node's first mark and the next of its own. */
export function innerOf(ref: SyntaxNodeRef): { readonly start: number; readonly end: number } {
  const { name, from, to } = ref;
  if (name === 'Wikilink' || name === 'Embed') return { start: from + (name === 'Embed' ? 3 : 2), end: to - 2 };
  const first = ref.node.firstChild;
  if (name === 'Escape') return { start: from + 1, end: to };
  if (!first || !MARKS.has(first.name)) return { start: from, end: to };
  let close = first.nextSibling;
  while (close && !MARKS.has(close.name)) close = close.nextSibling;
  return { start: first.to, end: close?.from ?? to };
}
