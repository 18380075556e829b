import { changeTodoTags } from '../edit/actions/change-todo-tags';
import { setTodo, type TodoSettings } from '../edit/actions/set-todo';
import { makePlan, type Planned } from '../edit/edit-plan';
import { refuseInCopy, todosInSource } from '../edit/locate-todo';
import { neighbourProblem } from '../edit/neighbour-problem';
import type { Planning } from '../edit/planning';
import { refuseNote } from '../edit/refuse-note';
import { shortTitle } from '../index/short-title';
import { parseNote } from '../markdown/parse-note';
import { changeNestedTag } from '../todo/change-nested-tag';
import type { PhaseSetting } from '../settings/settings';
import { isRefusal, refuse } from '../text/refusal';
import type { Span, TextEdit } from '../text/text-edit';

/** Where something was chosen in a note that is being written. Offsets are UTF-16 units of the text, ends exclusive. */
interface Chosen {
  readonly path: string;
  /** As the editor has it. */
  readonly text: string;
  /** Where the tag begins. */
  readonly tag: number;
  /** What was typed behind it, and is not to stay. */
  readonly typed: Span;
}

/** Edits of the text without what was typed, as edits of the text with it that take it away too. */
function withoutTyped(edits: readonly TextEdit[], { start, end }: Span): TextEdit[] {
  const length = end - start;
  const cut = edits.findIndex((edit) => edit.end >= start);
  const touches = (edits[cut]?.start ?? Infinity) <= start;
  const moved = edits.map((edit, at): TextEdit => {
    const [by, to] = cut >= 0 && at >= cut ? [at === cut && touches ? 0 : length, length] : [0, 0];
    return { start: edit.start + by, end: edit.end + to, insert: edit.insert, guards: [] };
  });
  if (!touches) moved.splice(cut < 0 ? edits.length : cut, 0, { start, end, insert: '', guards: [] });
  return moved;
}

/** Says something of the todo whose tag is being typed, as the board would write it, in the place of what was typed to find it. */
export async function planSuggestion(
  planning: Planning,
  { path, text, tag, typed }: Chosen,
  says: { readonly phase: PhaseSetting } | TodoSettings,
): Promise<Planned> {
  const source = parseNote(path, text.slice(0, typed.start) + text.slice(typed.end));
  const { settings } = planning.index;
  const all = todosInSource(planning, source);
  const found = all.find(({ mark }) => mark.bodyTags.some(({ position }) => position.start.offset === tag));
  if (!found)
    return refuse('This tag marks nothing: it stands in code, among the properties, or in a comment of HTML.');
  const name = shortTitle({ title: found.todo.title, owner: null });
  const refusal = refuseNote(source) ?? (found.todo.copy === null ? null : refuseInCopy(name));
  if (refusal) return refusal;
  const located = { source, settings, name, ...found, all };
  const action = setTodo('phase' in says ? {} : says);
  const change =
    'phase' in says
      ? changeTodoTags(located, (one, at) =>
          changeNestedTag(settings.tags, settings.phases, one, at === 0 ? says.phase : null),
        )
      : await action.change(located, planning);
  if (isRefusal(change)) return change;
  return (
    neighbourProblem(planning, { path, before: source.text, edits: change.edits }, new Set([found.todo.offset])) ??
    makePlan({
      done: 'phase' in says ? `Moved ${name} to ${says.phase.name}` : action.done(name),
      changes: [{ path, before: text, edits: withoutTyped(change.edits, typed) }],
    })
  );
}
