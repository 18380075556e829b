import { columnOf, type Todo } from '../../index/todo';
import { noteName } from '../../note/link-text';
import { planTodo } from '../actions/plan-several';
import { removeMark } from '../actions/mark-done';
import { todoChange } from '../actions/todo-change';
import { inOrder } from '../apply-edits';
import { isRefusal, refuse, type Planned, type Refusal, type TextEdit } from '../edit-plan';
import type { LocatedTodo } from '../locate-todo';
import { isPageSkeleton } from '../move/move-problem';
import type { Planning } from '../planning';
import { isHidden, writeTag } from './is-hidden';
import { listBullets, type SectionBullet } from './list-bullets';

/** Which bullets are unfinished, and whose they are. */
export interface SplitChoice {
  /** By position in the list of bullets; `text` is what stood there when it was chosen, `owner` the path of a role note or null for none. */
  readonly bullets: readonly { readonly at: number; readonly text: string; readonly owner: string | null }[];
  /** More is to come: the section's own mark stays. */
  readonly keep: boolean;
}

/** What stands behind a bullet's words: blanks and a block id. */
const TAIL = /(?:\s+\^[A-Za-z0-9-]+)?\s*$/;

/** The edits that mark one bullet, and give it its owner. */
function markBullet({ index, vault }: Planning, { source }: LocatedTodo, bullet: SectionBullet, tag: string, owner: string | null): readonly TextEdit[] | Refusal {
  const { text, path, metadata } = source;
  const [first] = bullet.lines;
  const last = bullet.lines.at(-1);
  if (!first || !last) return refuse(`“${bullet.text}” has no line of its own.`);
  const guards = [first];
  const written = text.slice(last.start, last.end);
  const end = last.start + (TAIL.exec(written)?.index ?? written.length);
  const edits: TextEdit[] = [{ start: end, end, insert: ` ${tag}`, guards }];
  if (owner === null || owner === bullet.owner) return edits;
  const link = vault.generateLink(owner, path, '', noteName(owner));
  if (link === null) return refuse(`${owner} is not in the vault any more.`);
  if (bullet.owner === null) {
    // Before the full stop: the owner is part of the sentence.
    const stop = end - (/[.!?]$/.test(text.slice(last.start, end)) ? 1 : 0);
    return [{ start: stop, end: stop, insert: ` (${link})`, guards }, ...edits];
  }
  const known = (metadata.links ?? []).find(({ link: target, position: { start } }) => start.offset >= first.start && start.offset < last.end && index.roleOf(target, path) === bullet.owner);
  if (!known) return refuse(`The owner of “${bullet.text}” is not where it was.`);
  return [{ start: known.position.start.offset, end: known.position.end.offset, insert: link, guards }, ...edits];
}

/**
 * Splits a section's todo into todos of its bullets (EXPERIENCE, "Where things are written"): each chosen one gets the section's tag, hidden where
 * that is hidden, and its owner; the section's own mark goes, unless it is kept. One note, one plan.
 */
export async function planSplit(planning: Planning, todo: Todo, choice: SplitChoice): Promise<Planned> {
  let done = '';
  const planned = await planTodo(planning, todo, {
    done: () => done,
    change(located) {
      if (located.mark.place.kind !== 'section') return refuse(`“${todo.title}” is no section: there are no bullets to split it into.`);
      const bullets = listBullets(planning, located);
      const edits: TextEdit[] = [];
      const tag = writeTag(located.mark.tags[0]?.tag ?? '#todo', isHidden(located.source.text, located));
      for (const { at, text, owner } of choice.bullets) {
        const bullet = bullets[at];
        if (bullet?.text !== text) return refuse(`The bullets of ${noteName(todo.path)} have changed: “${text}” is not where it was. Look at the list again.`);
        if (bullet.isMarked) continue;
        const marked = markBullet(planning, located, bullet, tag, owner);
        if (isRefusal(marked)) return marked;
        edits.push(...marked);
      }
      const removed = choice.keep ? null : removeMark(located);
      if (removed && isRefusal(removed)) return removed;
      const open = bullets.filter((bullet, at) => !bullet.isClosed && (bullet.isMarked || choice.bullets.some((chosen) => chosen.at === at))).length;
      const name = isPageSkeleton(planning, todo) ? columnOf(todo) : todo.title;
      done = `${name}: ${open} of ${bullets.length} open`;
      return todoChange(inOrder([...edits, ...(removed?.edits ?? [])]), { heading: removed?.heading ?? null });
    },
  });
  return planned;
}
