/** A note as it is after an edit: one more paragraph at its end, with a todo or without. */
import type { CachedMetadata, Pos } from 'obsidian';
import type { WrittenNote } from './note-writer';

/** @param paragraph one line without links; a tag only at its end. */
export function reviseNote({ text, metadata }: WrittenNote, paragraph: string): WrittenNote {
  // Generated notes end with a line break: one more makes the blank line.
  const start = { line: text.split('\n').length, col: 0, offset: text.length + 1 };
  const end = { line: start.line, col: paragraph.length, offset: start.offset + paragraph.length };
  const tag = /#[a-z/]+$/.exec(paragraph);
  const tagAt: Pos = { start: { ...end, col: tag?.index ?? 0, offset: start.offset + (tag?.index ?? 0) }, end };
  const revised: CachedMetadata = {
    ...metadata,
    sections: [...(metadata.sections ?? []), { type: 'paragraph', position: { start, end } }],
    ...(tag && { tags: [...(metadata.tags ?? []), { tag: tag[0], position: tagAt }] }),
  };
  return { text: `${text}\n${paragraph}\n`, metadata: revised };
}
