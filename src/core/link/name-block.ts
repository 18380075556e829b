import { refuse, type Refusal } from '../text/refusal';
import type { NoteEdit } from '../text/text-edit';
import { lineEndAt } from '../note/line-end';
import { itemAt } from '../note/list-items';
import { noteName } from '../note/link-text';
import type { Pos } from '../note/note-metadata';
import type { NoteSource } from '../note/note-source';
import { lineAt, nextLineStart } from '../note/text-line';
import { locAt } from '../note/loc-at';

/** A block with the id that links name it by. */
interface NamedBlock {
  readonly id: string;
  /** UTF-16 offset of the block's start. */
  readonly start: number;
  /** What writes the id; null when the block has one. */
  readonly plan: NoteEdit | null;
}

/** Blocks whose id stands on a line of its own below them (Obsidian's help, "Link to a block in a note"). */
const BELOW = new Set(['table', 'blockquote', 'callout', 'code', 'math']);

/** Six letters and digits made of the text (FNV-1a), so that the same block gets the same id; the next free one when it is taken. */
function makeId(text: string, note: NoteSource): string {
  let hash = 0x811c9dc5;
  for (let at = 0; at < text.length; at++) hash = Math.imul(hash ^ text.charCodeAt(at), 0x01000193) >>> 0;
  const taken = note.text.toLowerCase();
  for (; ; hash = (hash + 1) >>> 0) {
    const id = `b${hash.toString(36).padStart(5, '0').slice(-5)}`;
    if (!taken.includes(`^${id}`)) return id;
  }
}

/** The innermost list item that holds the offset, else the block, else null. */
function blockAt(note: NoteSource, offset: number): { readonly type: string; readonly position: Pos } | null {
  const item = note.items[itemAt(note, offset)];
  return item ? { type: 'item', position: item.position } : note.sectionAt(offset);
}

/** The block at a UTF-16 offset with its id, or with a plan that gives it one; or why it can have none. */
export function nameBlock(note: NoteSource, offset: number): NamedBlock | Refusal {
  const block = blockAt(note, offset);
  const where = `Line ${locAt(note.text, offset).line + 1} of ${noteName(note.path)}`;
  if (!block) return refuse(`${where} is empty. Choose a line with text.`);
  const start = block.position.start.offset;
  const named = Object.values(note.metadata.blocks ?? {}).find(({ position }) => position.start.offset === start);
  if (named) return { id: named.id, start, plan: null };
  if (note.outline.copyAt(offset) !== null)
    return refuse(`${where} is a frozen copy: rebuild its page first, and link to that.`);
  const isBelow = BELOW.has(block.type);
  if (!isBelow && !['item', 'paragraph', 'heading'].includes(block.type))
    return refuse(`${where} is no text that a link can lead to. Choose a bullet, paragraph or table.`);

  const text = note.text.slice(start, block.position.end.offset).trimEnd();
  const end = start + text.length;
  const id = makeId(text, note);
  const guards = [{ start: lineAt(note.text, start).start, end: lineAt(note.text, end).end }];
  const edit = isBelow
    ? { at: lineAt(note.text, end).end, insert: idBelow(note.text, end, id) }
    : { at: end, insert: ` ^${id}` };
  return {
    id,
    start,
    plan: {
      path: note.path,
      before: note.text,
      edits: [{ start: edit.at, end: edit.at, insert: edit.insert, guards }],
    },
  };
}

/** Blank lines keep the id apart from what stands above and below. */
function idBelow(text: string, end: number, id: string): string {
  const eol = lineEndAt(text, end);
  const next = nextLineStart(text, lineAt(text, end));
  const isBlank = text.slice(next, lineAt(text, next).end).trim() === '';
  return `${eol}${eol}^${id}${isBlank ? '' : eol}`;
}
