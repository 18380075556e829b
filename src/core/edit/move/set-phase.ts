import { planLink } from '../../link/plan-link';
import { retargetLink } from '../../link/retarget-link';
import { readLink } from '../../markdown/written-link';
import { propertyOf } from '../../note/property-of';
import { propertyValues } from '../../phase/property-values';
import type { PhaseSetting } from '../../settings/settings';
import { isRefusal, type Refusal } from '../../text/refusal';
import { setInProperty, type SetPart } from '../actions/todo-change';
import type { LocatedTodo } from '../locate-todo';
import type { Planning } from '../planning';

/** What the `phase` property says for a phase: a link to its page, or its name where the note names phases, or the phase has no page. */
async function valueFor(
  { index, vault }: Planning,
  { source }: LocatedTodo,
  phase: PhaseSetting,
): Promise<string | Refusal> {
  const target = index.lifecycle.pages.get(phase.id);
  const [first] = propertyValues(propertyOf(source.metadata.frontmatter, index.settings.properties.phase));
  if (target === undefined || (first && 'text' in first)) return phase.name;
  // As the note writes it; the full path leads there from everywhere.
  const was = first ? readLink(`[[${first.link}]]`) : null;
  const paths = first && !first.link.includes('/') ? [target.slice(target.lastIndexOf('/') + 1), target] : [target];
  const followed = was && retargetLink(was, { target, from: source.path, subpath: '', paths }, vault);
  if (followed !== null) return followed;
  const link = await planLink({ source: source.path, target, property: true }, vault);
  return isRefusal(link) ? link : link.text;
}

/** Gives a note another phase by its property, or with null takes the property away. */
export async function setPhase(
  planning: Planning,
  located: LocatedTodo,
  phase: PhaseSetting | null,
): Promise<SetPart | Refusal> {
  const value = phase ? await valueFor(planning, located, phase) : '';
  return typeof value === 'string' ? setInProperty(planning.index.settings.properties.phase, value) : value;
}
