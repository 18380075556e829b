import { itemAt } from '../note/list-items';
import type { NoteSource } from '../note/note-source';
import { lineAt } from '../note/text-line';

/** Code may hold `%%` that begins no comment. */
const INLINE_CODE = /(`+)[^`\n](?:[^\n]*?[^`\n])?\1(?!`)/g;

/** Whether what stands at the UTF-16 offset is in a `%%` comment, which neither the app nor the site shows. Comments do not leave their block. */
export function isCommented(source: NoteSource, offset: number): boolean {
  const { text } = source;
  const section = source.sectionAt(offset);
  if (!section) return false;
  if (section.type === 'comment') return true;
  const line = lineAt(text, offset);
  const item = section.type === 'list' ? source.items[itemAt(source, offset)] : undefined;
  const start = section.type === 'table' ? line.start : (item?.position.start.offset ?? section.position.start.offset);
  const end = section.type === 'table' ? line.end : section.position.end.offset;
  const marks = (from: number, to: number): number => text.slice(from, to).replace(INLINE_CODE, '').split('%%').length - 1;
  return marks(start, offset) % 2 === 1 && marks(offset, end) > 0;
}
