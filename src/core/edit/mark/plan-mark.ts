import { todoTag } from '../../settings/settings';
import { soleRole } from '../../index/owner';
import { shortTitle } from '../../index/short-title';
import { itemAt } from '../../note/list-items';
import { noteName } from '../../note/link-text';
import { lineAt } from '../../note/text-line';
import { removeMark } from '../actions/mark-done';
import { planLocated } from '../actions/plan-several';
import { planNote, type Planned } from '../edit-plan';
import { isRefusal, refuse } from '../../text/refusal';
import type { TextEdit } from '../../text/text-edit';
import { readForWriting, todosInSource } from '../locate-todo';
import type { Planning } from '../planning';
import { addTag, tagLineBelow } from '../tags/add-tag';

/**
 * Marks what stands at the cursor (a UTF-16 offset) as unfinished, or takes the mark away again: the bullet, with a tag at its end; else the section, with a tag on
 * the line below its heading. A note without headings is marked by a tag line nowhere: it is refused.
 */
export async function planMark(planning: Planning, path: string, cursor: number): Promise<Planned> {
  const source = await readForWriting(planning, path);
  if (isRefusal(source)) return source;
  const { index } = planning;
  // Behind a line's last character a cursor is still in that line, and in what the line belongs to.
  const line = lineAt(source.text, Math.min(cursor, source.text.length));
  const offset = Math.max(0, Math.min(Math.max(line.start, Math.min(cursor, line.end - 1)), source.text.length - 1));
  if (source.outline.copyAt(offset) !== null || source.outline.isWrapping(offset))
    return refuse('This stands in a frozen copy: rebuild its page first.');
  const item = itemAt(source, offset);
  const section = source.outline.sectionAt(offset);
  const all = todosInSource(planning, source);
  const known = all.find(
    ({ todo, mark: { place, bodyTags } }) =>
      todo.copy === null &&
      (item >= 0
        ? (place.kind === 'item' && place.item === item) ||
          // A bullet that holds nothing but the tag marks what it stands in.
          (place.kind !== 'block' &&
            bodyTags.some(({ position }) => lineAt(source.text, position.start.offset).start === line.start))
        : place.kind === 'section' && place.start === section?.start),
  );
  if (known) {
    const owner = soleRole(known.todo.ownerLinks, path, index);
    const name = shortTitle({ title: known.todo.title, owner });
    const located = { source, settings: index.settings, name, ...known, all };
    return planLocated(planning, [located], { done: (what) => `${what} is no todo any more`, change: removeMark });
  }
  const tag = todoTag(index.settings);
  const plan = (what: string, edit: TextEdit): Planned => planNote(`Marked ${what} as unfinished`, source, [edit]);
  if (item >= 0) {
    const edit = addTag(source, lineAt(source.text, source.items[item]?.position.start.offset ?? offset), tag);
    return isRefusal(edit) ? edit : plan('the bullet', edit);
  }
  if (!section)
    return refuse(
      `${noteName(path)} has no heading above the cursor: put ${tag} on a line of its own at the top to mark the note.`,
    );
  return plan(`“${section.heading.heading}”`, tagLineBelow(source, section.heading, tag));
}
