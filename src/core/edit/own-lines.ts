import { ITEM_MARKER, OTHER_BLOCK } from '../markdown/marks/line-marks';
import type { NoteSource } from '../note/note-source';
import { lineAt, linesBetween, type TextLine } from '../note/text-line';
import { standsOnTagLine, type IsRoleLink } from '../todo/tag-line';
import type { Span } from '../text/text-edit';

/** The lines of a bullet's own words: up to a blank line, a nested list, another block, or a tag line. `bullet` is the item's position. */
export function ownLines(source: NoteSource, isRoleLink: IsRoleLink, bullet: Span): TextLine[] {
  const lines: TextLine[] = [];
  // In a quote its marks begin each line.
  const quotes = source.text.slice(lineAt(source.text, bullet.start).start, bullet.start).split('>').length - 1;
  const marks = new RegExp(`^(?:[ \\t]*>){0,${quotes}}`);
  for (const line of linesBetween(source.text, bullet.start, bullet.end)) {
    const written = source.text.slice(line.start, line.end).replace(marks, '');
    // Behind a formula, a tag or a comment a tag would stand in that.
    if (
      lines.length > 0 &&
      ('$#%'.includes(written.trimStart().charAt(0)) ||
        OTHER_BLOCK.test(written) ||
        ITEM_MARKER.test(written) ||
        standsOnTagLine(source, isRoleLink, line))
    )
      break;
    lines.push(line);
  }
  return lines;
}
