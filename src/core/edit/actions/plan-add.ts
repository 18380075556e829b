import { noteName } from '../../note/link-text';
import { insertResponsibility } from '../insert-responsibility';
import { planNote, type Planned } from '../edit-plan';
import { isRefusal, refuse } from '../../text/refusal';
import { readForWriting } from '../locate-todo';
import type { Planning } from '../planning';
import { newTag } from '../tags/add-tag';

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
  if (isRefusal(source)) return source;
  const edit = insertResponsibility(index, source, { kind: 'bullet', text: `${words} ${newTag(planning, source)}` });
  if (isRefusal(edit)) return edit;
  return planNote(`Added “${words}” to ${noteName(page)}`, source, [edit]);
}
