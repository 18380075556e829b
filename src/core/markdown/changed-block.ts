import { EditShifts } from '../text/edit-shifts';
import { editedPart } from '../text/edited-part';
import type { PlainEdit } from '../text/text-edit';
import { readMarkdown, type MarkdownBlock } from './read-markdown';
import { locAt } from '../note/loc-at';

/**
 * The 0-based line of a text at which edits, in order, would make something be read as another block than it is: a list of a sentence, code of what was
 * only indented, one paragraph of two. Null when every block stays what it is, but for those that are cut away whole or put between.
 */
export function changedBlockLine(text: string, edits: readonly PlainEdit[]): number | null {
  const shifts = new EditShifts(edits);
  const planned = editedPart(text, { start: 0, end: text.length }, edits);
  // What begins with other words now begins before them.
  const rewritten = new Set(edits.filter(({ insert }) => insert.trim() !== '').map(({ start }) => start));
  const startOf = ({ start }: MarkdownBlock): number =>
    rewritten.has(start) ? start + shifts.at(start) : shifts.moved(start);
  const isCut = (block: MarkdownBlock): boolean => {
    if (!shifts.writesIn(block)) return false;
    const [start, end] = [startOf(block), shifts.moved(block.end)];
    return start === end || planned.slice(start, end).trimStart() === '';
  };
  // Two lists that become one are still the same items.
  const before = readMarkdown(text).blocks.filter((block) => block.type !== 'list' && !isCut(block));
  const after = readMarkdown(planned).blocks.filter((block) => block.type !== 'list' && !shifts.isInserted(block));
  /** What is left of a paragraph is a comment in one line: it is read as before. */
  const isComment = (was: MarkdownBlock | undefined, is: MarkdownBlock | undefined): boolean =>
    was?.type === 'paragraph' &&
    is?.type === 'comment' &&
    is.start === startOf(was) &&
    is.end === shifts.moved(was.end) &&
    !/[\r\n]/.test(planned.slice(is.start, is.end));
  const isSame = (was: MarkdownBlock | undefined, is: MarkdownBlock | undefined): boolean =>
    (was?.type === is?.type || isComment(was, is)) &&
    was?.depth === is?.depth &&
    // A heading may be underlined: then it would begin with what stands above it.
    !(was?.type === 'heading' && is !== undefined && is.start < startOf(was));
  let at = 0;
  while (at < before.length && isSame(before[at], after[at])) at++;
  const [was, is] = [before[at], after[at]];
  if (isSame(was, is)) return null;
  const starts = [...(was ? [shifts.origin(startOf(was))] : []), ...(is ? [shifts.origin(is.start)] : [])];
  return starts.length === 0 ? null : locAt(text, Math.min(...starts)).line;
}
