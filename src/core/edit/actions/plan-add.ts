import { noteName } from '../../note/link-text';
import type { Settings } from '../../settings/settings';
import { insertResponsibility } from '../insert-responsibility';
import { makePlan, type Planned } from '../edit-plan';
import { isRefusal, refuse } from '../../text/refusal';
import { readForWriting, todosInSource } from '../locate-todo';
import type { Planning } from '../planning';
import { writeTag } from '../tags/add-tag';

const todoTag = ({ tags }: Settings): string => tags[0] ?? '#todo';

/**
 * A bullet with a todo tag for the Responsibilities of a phase's page, behind the last one; the tag is
 * hidden where the page's own todos all are.
 */
export async function planAdd(planning: Planning, phase: string, text: string): Promise<Planned> {
  const { index } = planning;
  const found = index.settings.phases.find(({ name }) => name === phase);
  if (!found) return refuse(`There is no phase ${phase}.`);
  const page = index.lifecycle.pages.get(found.id);
  if (page === undefined)
    return refuse(`${phase} has no page yet that could take the responsibility. Make its page first.`);
  const words = text.replace(/\s+/g, ' ').trim();
  if (words === '') return refuse('There is nothing to add: a responsibility needs some words.');
  const source = await readForWriting(planning, page);
  if ('refusal' in source) return source;
  const own = todosInSource(planning, source).filter(
    ({ todo, mark }) => todo.copy === null && mark.bodyTags.length > 0,
  );
  const tag = writeTag(todoTag(index.settings), own.length > 0 && own.every(({ todo }) => todo.hidden));
  const into = { source, settings: index.settings, isRoleLink: (link: string) => index.isRoleLink(link, page) };
  const edit = insertResponsibility(into, { kind: 'bullet', text: `${words} ${tag}` });
  if (isRefusal(edit)) return edit;
  return makePlan({
    done: `Added “${words}” to ${noteName(page)}`,
    changes: [{ path: page, before: source.text, edits: [edit] }],
  });
}
