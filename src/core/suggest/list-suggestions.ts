import { dueChoices } from '../board/due-choices';
import type { TodoSettings } from '../edit/actions/set-todo';
import { listRoles } from '../index/list-roles';
import { listStates } from '../index/list-states';
import type { OperationsIndex, VaultView } from '../index/operations-index';
import type { PhaseSetting } from '../settings/settings';
import { readNestedTag } from '../todo/todo-tags';
import type { TypedDetail } from './find-typed';

/** What a suggestion says of the todo: `date` asks for a due date first. */
type SuggestedDetail = { readonly phase: PhaseSetting } | TodoSettings | 'date';

/** What can be said of the todo that is being typed. */
export interface TodoSuggestion {
  readonly name: string;
  /** In small letters beside it: the day, the folder of a role, what kind it is. */
  readonly note: string;
  readonly says: SuggestedDetail;
}

interface Candidate extends TodoSuggestion {
  /** Texts by whose beginnings it is found. */
  readonly keys: readonly string[];
}

/** States and phases that exist, as further parts of the tag. */
function* tagParts(index: OperationsIndex, { tag, text }: TypedDetail): Generator<Candidate> {
  const { tags, phases } = index.settings;
  const { phase, state } = readNestedTag(tags, phases, tag);
  // What is typed may go on with a nested state.
  const stated = state === null ? '' : `${state}/`;
  for (const one of listStates(index))
    if (one.startsWith(stated) && one !== stated + text)
      yield { name: one, note: 'state', says: { state: one }, keys: [one.slice(stated.length)] };
  if (phase === null)
    for (const one of phases)
      if (one.id !== text)
        yield { name: one.name, note: one.title, says: { phase: one }, keys: [one.id, one.name, one.title] };
}

/** Dates, then owners. */
function* facts(index: OperationsIndex, vault: Pick<VaultView, 'notes'>, now: Date): Generator<Candidate> {
  for (const { name, due, day } of dueChoices(now))
    yield { name, note: `due ${day}`, says: { due }, keys: [name, 'due'] };
  yield { name: 'Another day…', note: 'due', says: 'date', keys: ['another day', 'due', 'date', 'calendar'] };
  for (const { path, name, group } of listRoles(index, vault))
    yield {
      name,
      note: group === '' ? 'owner' : group,
      says: { owner: path },
      keys: [name, ...name.split(/\s+/), 'owner'],
    };
}

/** What fits to what is being typed: states, phases, dates, owners. `now` in local time. */
export function listSuggestions(
  { index, vault }: { readonly index: OperationsIndex; readonly vault: Pick<VaultView, 'notes'> },
  typed: TypedDetail,
  now: Date,
): TodoSuggestion[] {
  const begun = typed.text.toLowerCase();
  return [...(typed.by === '/' ? tagParts(index, typed) : []), ...facts(index, vault, now)]
    .filter(({ keys }) => keys.some((key) => key.toLowerCase().startsWith(begun)))
    .map(({ name, note, says }) => ({ name, note, says }));
}
