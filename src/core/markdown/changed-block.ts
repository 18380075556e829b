import { readMarkdown, type MarkdownBlock } from './read-markdown';

interface Edit {
  readonly start: number;
  readonly end: number;
  readonly insert: string;
}

const shapeOf = ({ type, depth }: MarkdownBlock): string => `${depth} ${type}`;
const lineOf = (text: string, offset: number): number => text.slice(0, offset).split(/\r\n?|\n/).length - 1;

const shiftBefore = (edits: readonly Edit[], edit: Edit): number =>
  edits.slice(0, edits.indexOf(edit)).reduce((sum, { start, end, insert }) => sum + insert.length - (end - start), 0);

/** Where what stands at the offset stands after the edits; in what is cut, behind that. */
function moved(edits: readonly Edit[], offset: number): number {
  let shift = 0;
  for (const { start, end, insert } of edits) {
    if (start > offset) break;
    if (end > offset) return start + insert.length + shift;
    shift += insert.length - (end - start);
  }
  return offset + shift;
}

/** The same the other way round. */
function origin(edits: readonly Edit[], offset: number): number {
  let shift = 0;
  for (const { start, end, insert } of edits) {
    if (start + shift + insert.length > offset) break;
    shift += insert.length - (end - start);
  }
  return offset - shift;
}

/**
 * The 0-based line of a text at which edits, in order, would make something be read as another block than it is: a list of a sentence, code of what was
 * only indented, one paragraph of two. Null when every block stays what it is, but for those that are cut away whole or put between.
 */
export function changedBlockLine(text: string, edits: readonly Edit[]): number | null {
  const planned = edits.reduceRight(
    (now, { start, end, insert }) => now.slice(0, start) + insert + now.slice(end),
    text,
  );
  const isCut = ({ start, end }: MarkdownBlock): boolean =>
    moved(edits, start) === moved(edits, end) || planned.slice(moved(edits, start), moved(edits, end)).trim() === '';
  // What is put between, and is a block of its own, changes none.
  const isNew = ({ start, end }: MarkdownBlock): boolean =>
    edits.some((edit) => {
      const from = edit.start + shiftBefore(edits, edit);
      return edit.start === edit.end && from <= start && end <= from + edit.insert.length;
    });
  // Two lists that become one are still the same items.
  const before = readMarkdown(text).blocks.filter((block) => block.type !== 'list' && !isCut(block));
  const after = readMarkdown(planned).blocks.filter((block) => block.type !== 'list' && !isNew(block));
  const at = [...before.keys(), before.length].find((one) => {
    const [was, is] = [before[one], after[one]];
    // A heading may be underlined: then it would begin with what stands above it.
    return (
      (was && shapeOf(was)) !== (is && shapeOf(is)) ||
      (was?.type === 'heading' && is !== undefined && is.start < moved(edits, was.start))
    );
  });
  if (at === undefined) return null;
  const [was, is] = [before[at], after[at]];
  const starts = [...(was ? [origin(edits, moved(edits, was.start))] : []), ...(is ? [origin(edits, is.start)] : [])];
  return starts.length === 0 ? null : lineOf(text, Math.min(...starts));
}
