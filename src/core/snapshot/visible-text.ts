import { spanOf } from '../note/by-position';
import { editedPart } from '../text/edited-part';
import { readMarkdown } from '../markdown/read-markdown';
import { LINE_ENDS } from '../note/line-end';

/**
 * What a snapshot says, however it is written: where its links lead, blanks, escapes and the widths of its tables aside. Renaming a note, or
 * another plugin that sets tables straight, changes those, and no word.
 */
export function visibleText(content: string): string {
  const text = content
    .split(LINE_ENDS)
    .map((line) => line.replace(/^[\s>]+/, '').trimEnd())
    .join('\n');
  const links = readMarkdown(text).metadata.links ?? [];
  const shown = links.map(({ position, displayText = '' }) => ({ ...spanOf(position), insert: displayText }));
  return editedPart(text, { start: 0, end: text.length }, shown)
    .split('\n')
    .map((line) =>
      line
        .replace(/\\([!-/:-@[-`{-~])/g, '$1')
        .replace(/-{3,}/g, '---')
        .replace(/\s+/g, ' ')
        .trim(),
    )
    .filter((line) => line !== '')
    .join('\n');
}

/** A mark of a text by which it is known again: FNV-1a of its UTF-16 units, 32 bits in hexadecimal. */
export function digestOf(text: string): string {
  let hash = 0x811c9dc5;
  for (let at = 0; at < text.length; at++) hash = Math.imul(hash ^ text.charCodeAt(at), 0x01000193);
  return (hash >>> 0).toString(16).padStart(8, '0');
}
