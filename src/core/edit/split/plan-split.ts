import type { Todo } from '../../index/todo';
import { columnOf } from '../../phase/columns';
import { noteName } from '../../note/link-text';
import { planTodo } from '../actions/plan-several';
import { removeMark } from '../actions/mark-done';
import { insertOwner, writeRoleLink } from '../actions/set-owner';
import { todoChange } from '../actions/todo-change';
import { editsInOrder } from '../apply-edits';
import type { Planned } from '../edit-plan';
import { isRefusal, refuse, type Refusal } from '../../text/refusal';
import type { TextEdit } from '../../text/text-edit';
import type { LocatedTodo } from '../locate-todo';
import { marksPhasePage } from '../move/move-problem';
import type { Planning } from '../planning';
import { writeTag } from '../tags/add-tag';
import { linesThatTakeNoTag, lineTail } from '../tags/line-tail';
import { listBullets, type SectionBullet } from './list-bullets';

/** Which bullets are unfinished, and whose they are. */
interface SplitChoice {
  /** By position in the list of bullets; `text` is what stood there when it was chosen, `owner` the path of a role note or null for none. */
  readonly bullets: readonly { readonly at: number; readonly text: string; readonly owner: string | null }[];
  /** More is to come: the section's own mark stays. */
  readonly keep: boolean;
}

/** The edits that mark one bullet, unless `tag` is null, and give it its owner. */
async function markBullet(
  planning: Planning,
  { source }: LocatedTodo,
  bullet: SectionBullet,
  tag: string | null,
  owner: string | null,
): Promise<readonly TextEdit[] | Refusal> {
  const { index } = planning;
  const { path } = source;
  const { first, last } = bullet;
  const guards = [first];
  const { end } = lineTail(source, last);
  const edits: TextEdit[] = tag === null ? [] : [{ start: end, end, insert: ` ${tag}`, guards }];
  if (owner === null || owner === bullet.owner) return edits;
  const link = await writeRoleLink(planning, path, owner);
  if (typeof link !== 'string') return link;
  if (bullet.owner === null) return [insertOwner(source, last, link, guards), ...edits];
  const known = source
    .linksIn(first.start, last.end)
    .find(({ link: target }) => index.roleOf(target, path) === bullet.owner);
  if (!known) return refuse(`The owner of “${bullet.text}” is not where it was.`);
  return [{ start: known.position.start.offset, end: known.position.end.offset, insert: link, guards }, ...edits];
}

/**
 * Splits a section's todo into todos of its bullets: each chosen one gets the section's tag, hidden where
 * that is hidden, and its owner, which one that is marked already gets too; the section's own mark goes, unless it is kept. One note, one plan.
 */
export function planSplit(planning: Planning, todo: Todo, choice: SplitChoice): Promise<Planned> {
  let done = '';
  return planTodo(planning, todo, {
    done: () => done,
    async change(located) {
      if (located.mark.place.kind !== 'section')
        return refuse(`“${located.name}” is no section: there are no bullets to split it into.`);
      const bullets = listBullets(planning, located);
      if (bullets.length === 0) return refuse(`“${located.name}” has no bullets to split into.`);
      const edits: TextEdit[] = [];
      const remarks: string[] = [];
      const chosen = new Set(choice.bullets.map(({ at }) => at));
      const lines = bullets.flatMap(({ last }, at) => (chosen.has(at) ? last : []));
      const deaf = linesThatTakeNoTag(located.source, lines);
      const tag = writeTag(located.mark.tags[0]?.tag ?? '#todo', located.todo.hidden);
      for (const { at, text, owner } of choice.bullets) {
        await planning.breathe?.();
        const bullet = bullets[at];
        if (bullet?.text !== text)
          return refuse(
            `The bullets of ${noteName(todo.path)} have changed: “${text}” is not where it was. Look at the list again.`,
          );
        if (bullet.isClosed) return refuse(`“${text}” is done: it has nothing unfinished to mark.`);
        if (bullet.isMarked && (owner === null || owner === bullet.owner)) {
          remarks.push(`“${text}” is marked already.`);
          continue;
        }
        if (deaf.has(bullet.last))
          return refuse(
            `A tag at the end of “${text}” would be part of code, a comment or a formula. Mark it in the note.`,
          );
        const marked = await markBullet(planning, located, bullet, bullet.isMarked ? null : tag, owner);
        if (isRefusal(marked)) return marked;
        for (const edit of marked) edits.push(edit);
      }
      const removed = choice.keep ? null : removeMark(located);
      if (removed && isRefusal(removed)) return removed;
      done = `Split ${marksPhasePage(planning, todo) ? `${columnOf(todo)} responsibilities` : located.name}`;
      return { ...todoChange([]), ...removed, edits: editsInOrder([...edits, ...(removed?.edits ?? [])]), remarks };
    },
  });
}
