import { itemAt } from './list-items';
import type { NoteSource } from './note-source';

/** Code may hold `%%` that begins no comment. */
const INLINE_CODE = /(`+)[^`\n](?:[^\n]*?[^`\n])??\1(?!`)/g;

/** The text with blanks in the place of inline code. */
export const withoutCode = (text: string): string =>
  text.includes('`') ? text.replace(INLINE_CODE, (code) => ' '.repeat(code.length)) : text;

/** Where a place stands to `%%` comments; `behind-open` when one begins before it in its block and does not end there. */
type CommentPlace = 'outside' | 'inside' | 'behind-open';

/** How what stands at the UTF-16 offset stands to `%%` comments, which neither the app nor the site shows. Comments do not leave their block. */
export function commentPlace(source: NoteSource, offset: number): CommentPlace {
  const { text } = source;
  const section = source.sectionAt(offset);
  if (!section) return 'outside';
  if (section.type === 'comment') return 'inside';
  const line = source.lineAt(offset);
  const item = section.type === 'list' ? source.items[itemAt(source, offset)] : undefined;
  const start = section.type === 'table' ? line.start : (item?.position.start.offset ?? section.position.start.offset);
  const end = section.type === 'table' ? line.end : section.position.end.offset;
  if (!text.slice(start, offset).includes('%%')) return 'outside';
  // Most comments end in their line: a long list is not searched for each of its bullets.
  const near = withoutCode(text.slice(start, Math.min(line.end, end)));
  if (near.slice(0, offset - start).split('%%').length % 2 === 1) return 'outside';
  return near.includes('%%', offset - start) || withoutCode(text.slice(offset, end)).includes('%%')
    ? 'inside'
    : 'behind-open';
}

/** Whether what stands at the UTF-16 offset is in a comment. */
export const isCommented = (source: NoteSource, offset: number): boolean => commentPlace(source, offset) === 'inside';
