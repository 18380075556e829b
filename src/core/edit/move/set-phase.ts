import { noteName } from '../../note/link-text';
import { propertyOf } from '../../note/property-of';
import { propertyValues } from '../../phase/property-values';
import type { PhaseSetting } from '../../settings/settings';
import { todoChange, type TodoChange } from '../actions/todo-change';
import { isRefusal, type Refusal } from '../edit-plan';
import { setProperty } from '../frontmatter/set-property';
import type { LocatedTodo } from '../locate-todo';
import type { Planning } from '../planning';

/** What the `phase` property says for a phase: a link to its page, or its name where the note names phases, or the phase has no page. */
function valueFor({ index, vault }: Planning, { source }: LocatedTodo, phase: PhaseSetting): string {
  const page = index.lifecycle.pages.get(phase.id);
  const [first] = propertyValues(propertyOf(source.metadata.frontmatter, index.settings.properties.phase));
  if (page === undefined || (first && 'text' in first)) return phase.name;
  const short = noteName(page);
  // As the note writes it; the full path leads there from everywhere.
  const isShort = first !== undefined && !first.link.includes('/') && vault.resolve(short, source.path) === page;
  return `[[${isShort ? short : page.replace(/\.md$/, '')}]]`;
}

/** Gives a note another phase by its property, or with null takes the property away. */
export function setPhase(planning: Planning, located: LocatedTodo, phase: PhaseSetting | null): TodoChange | Refusal {
  const key = planning.index.settings.properties.phase;
  const value = phase ? valueFor(planning, located, phase) : '';
  const edits = setProperty(located.source, key, value);
  if (isRefusal(edits)) return edits;
  const { frontmatter = {} } = located.source.metadata;
  const name = Object.keys(frontmatter).find((one) => one.toLowerCase() === key.toLowerCase()) ?? key;
  return todoChange(edits.map((edit) => ({ ...edit, properties: { [name]: value === '' ? undefined : value } })));
}
