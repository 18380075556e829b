import { readMarkdown, type MarkdownBlock } from '../markdown/read-markdown';
import { lastStartingBy, spanOf } from '../note/by-position';
import { isLineStart, lineAt, linesBetween, nextLineStart } from '../note/text-line';
import type { Span } from '../text/text-edit';

/** A stretch of a note that a place belongs to: one property, the text above the first heading, or a heading with its text up to the next. */
export interface NotePart extends Span {
  /** What it begins with: the heading as written, `key:`, or '' for the text above the headings. */
  readonly head: Span;
  /** The heads of the headings around it, outermost first, and its own. */
  readonly chain: string;
  readonly isProperty: boolean;
}

/** A text in its parts, in order and without gaps. */
export interface DividedNote {
  readonly text: string;
  readonly parts: readonly NotePart[];
  readonly blocks: readonly MarkdownBlock[];
  /** Whether it has properties that can be read. */
  readonly isRead: boolean;
  /** What the lines with text are part of, by their starts. */
  readonly lines: ReadonlyMap<number, LinePlace>;
}

/** What a line is part of. */
interface LinePlace {
  /** The innermost block that holds it; null for none. */
  readonly block: MarkdownBlock | null;
  /** The outermost list that holds it; undefined for none. */
  readonly list: MarkdownBlock | undefined;
  /** The types of the blocks around it, outermost first; how deep it is nested in lists does not count. */
  readonly around: string;
  /** Whether a bullet begins on it. */
  readonly isItem: boolean;
}

/** A line of the properties that begins one: no blank, dash, comment or bracket before its key. */
const BEGINS_PROPERTY = /^[^\s#\-[\]{},][^:]*:/;

function* propertyParts(text: string, end: number): Generator<Omit<NotePart, 'end'>> {
  for (const line of linesBetween(text, 0, end)) {
    const key = BEGINS_PROPERTY.exec(text.slice(line.start, line.end))?.[0];
    const isFence = line.start === 0 || line.end >= end;
    if (key !== undefined || isFence)
      yield {
        start: line.start,
        head: key === undefined ? line : { start: line.start, end: line.start + key.length },
        chain: key ?? '---',
        isProperty: true,
      };
  }
}

const SAME_TYPE: Readonly<Record<string, string>> = { list: 'item', task: 'item', callout: 'blockquote' };

/** What each line with text is part of. */
function placeLines(text: string, blocks: readonly MarkdownBlock[]): Map<number, LinePlace> {
  const places = new Map<number, LinePlace>();
  const open: { readonly block: MarkdownBlock; readonly around: string }[] = [];
  let next = 0;
  for (const line of linesBetween(text, 0, text.length)) {
    const own = text.slice(line.start, line.end);
    if (own.trim() === '') continue;
    const first = line.start + own.length - own.trimStart().length;
    while ((open.at(-1)?.block.end ?? Infinity) <= first) open.pop();
    let isItem = false;
    for (let block = blocks[next]; block && block.start < line.end; block = blocks[++next]) {
      if (block.end <= first) continue;
      while ((open.at(-1)?.block.end ?? Infinity) <= block.start) open.pop();
      const type = SAME_TYPE[block.type] ?? block.type;
      const around = open.at(-1)?.around ?? '';
      isItem ||= block.type === 'item' || block.type === 'task';
      open.push({ block, around: around.endsWith(type) ? around : `${around}/${type}` });
    }
    const { block = null, around = '' } = open.at(-1) ?? {};
    const list = open.find((one) => one.block.type === 'list')?.block;
    places.set(line.start, { block, list, around, isItem });
  }
  return places;
}

/** Divides a text into the parts by which a place in it is found again. */
export function divideNote(text: string): DividedNote {
  const starts: Omit<NotePart, 'end'>[] = [];
  const { metadata, blocks } = readMarkdown(text);
  const front = blocks[0]?.type === 'yaml' ? blocks[0].end : 0;
  const body = front === 0 ? 0 : nextLineStart(text, lineAt(text, front));
  for (const part of front > 0 ? propertyParts(text, front) : []) starts.push(part);
  starts.push({ start: body, head: { start: body, end: body }, chain: '', isProperty: false });
  const open: { level: number; head: string }[] = [];
  for (const { level, position } of metadata.headings ?? []) {
    const head = spanOf(position);
    while ((open.at(-1)?.level ?? 0) >= level) open.pop();
    open.push({ level, head: text.slice(head.start, head.end).trim() });
    starts.push({ start: head.start, head, chain: open.map((one) => one.head).join('\n'), isProperty: false });
  }
  const parts = starts.map((part, at) => ({ ...part, end: starts[at + 1]?.start ?? text.length }));
  return { text, parts, blocks, isRead: metadata.frontmatter !== undefined, lines: placeLines(text, blocks) };
}

/** The index of the part that holds the offset; of an end that is a line's start, the part before it. */
export function partIndex({ text, parts }: Pick<DividedNote, 'text' | 'parts'>, offset: number, isEnd = false): number {
  const at = isEnd && offset > 0 && isLineStart(text, offset) ? offset - 1 : offset;
  return lastStartingBy(parts, at, ({ start }) => start);
}
