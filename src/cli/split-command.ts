import { locateTodo } from '../core/edit/locate-todo';
import { readOwner } from '../core/draft/read-fields';
import { listBullets } from '../core/edit/split/list-bullets';
import { planSplit } from '../core/edit/split/plan-split';
import { shortTitle } from '../core/index/short-title';
import { changesNotes } from './carry-out';
import { accepted, isGiven, required } from './parse-flags';
import { TODO_FLAGS, todoOf } from './todo-flags';

/** Commas part; blanks around them do not count. */
const listed = (text: string): string[] => text.split(',').map((part) => part.trim());

/** `operations-lifecycle:split` */
export const splitCommand = changesNotes({
  action: 'split',
  description: 'Split a section’s todo into todos of its bullets',
  flags: {
    ...TODO_FLAGS,
    bullets: { value: '<numbers>', description: 'Which top-level bullets are unfinished, from 1 on: 1,3' },
    owners: {
      value: '<roles>',
      description: 'Their owners in the same order, by name or path; none or nothing between commas for no owner',
    },
    keep: { description: 'Keep the whole section marked' },
  },
  async plan(values, planning) {
    const todo = todoOf(planning.index, values);
    const bullets = listBullets(planning, accepted(await locateTodo(planning, todo)));
    if (bullets.length === 0) throw new Error(`“${shortTitle(todo)}” has no bullets to split into.`);
    const owners = values.owners === undefined ? [] : listed(values.owners);
    const numbers = listed(required(values, 'bullets'));
    if (owners.length > numbers.length)
      throw new Error(`owners= names ${owners.length} owners for ${numbers.length} bullets.`);
    const chosen = numbers.map((number, index) => {
      const at = Number(number) - 1;
      const bullet = /^\d+$/.test(number) ? bullets[at] : undefined;
      if (!bullet)
        throw new Error(
          `There is no bullet ${number}. “${shortTitle(todo)}” has:\n${bullets.map(({ text }, place) => `  ${place + 1}  ${text}`).join('\n')}`,
        );
      const name = owners[index] ?? '';
      return {
        at,
        text: bullet.text,
        owner: name === '' || name.toLowerCase() === 'none' ? null : accepted(readOwner(planning, name)),
      };
    });
    return planSplit(planning, todo, { bullets: chosen, keep: isGiven(values, 'keep') });
  },
});
