import { looksLikePhase, phaseNamed } from '../../phase/phase-names';
import type { Settings } from '../../settings/settings';
import { readNestedTag, todoTagOf } from '../../todo/todo-tags';
import { isRefusal, refuse, type Refusal } from '../../text/refusal';
import type { LocatedTodo } from '../locate-todo';
import { changeTodoTags } from './change-todo-tags';
import { setInText, type SetPart } from './todo-change';

/** What a tag cannot hold, `/` for nesting aside. */
const NOT_IN_TAGS = /[\u2000-\u206F\u2E00-\u2E7F'!"#$%&()*+,.:;<=>?@^`{|}~[\]\\\s]/;

/** The tag with another state, `''` for none; its spelling and its phase stay. */
function withState(settings: Pick<Settings, 'tags' | 'phases'>, tag: string, state: string): string {
  const root = todoTagOf(settings.tags, tag)?.length ?? tag.length;
  const kept = tag
    .slice(root)
    .split('/')
    .filter((segment) => phaseNamed(settings.phases, segment) !== null || looksLikePhase(settings.phases, segment));
  return [tag.slice(0, root), ...kept.filter((segment) => segment !== ''), ...(state === '' ? [] : [state])].join('/');
}

/** Why a word is no state; null when it is one. */
export function refuseState({ phases }: Pick<Settings, 'phases'>, state: string): Refusal | null {
  if (state === '') return null;
  const segments = state.split('/');
  const named = segments.find((segment) => phaseNamed(phases, segment) !== null || looksLikePhase(phases, segment));
  if (named !== undefined)
    return refuse(`“${named}” reads as a phase, not a state. Move the todo to that phase instead.`);
  if (segments.every((segment) => segment !== '' && !NOT_IN_TAGS.test(segment))) return null;
  const near = state
    .trim()
    .replace(new RegExp(NOT_IN_TAGS.source, 'g'), '-')
    .replace(/-+/g, '-')
    .replace(/^[-/]+|[-/]+$/g, '');
  return refuse(`“${state}” cannot be part of a tag${near === '' ? '.' : `; “${near}” can.`}`);
}

/** The todo's tag that has a state, else its first: its place among them. */
function stateAt({ settings, mark }: LocatedTodo): number {
  const hasState = (tag: string): boolean => readNestedTag(settings.tags, settings.phases, tag).state !== null;
  return Math.max(
    mark.tags.findIndex(({ tag }) => hasState(tag)),
    0,
  );
}

/** The todo's tags as they will be, in order: the state in the one that has one, else in the first. */
export function tagsWithState(located: LocatedTodo, state: string): string[] {
  const at = stateAt(located);
  return located.mark.tags.map(({ tag }, index) => withState(located.settings, tag, index === at ? state : ''));
}

/** The edits that set a todo's state in its tag (`#todo/day-1/blocked`), wherever that stands; `''` takes the state away. */
export function setState(located: LocatedTodo, state: string): SetPart | Refusal {
  const refusal = refuseState(located.settings, state);
  if (refusal) return refusal;
  const at = stateAt(located);
  const changed = changeTodoTags(located, (tag, index) => withState(located.settings, tag, index === at ? state : ''));
  return isRefusal(changed) ? changed : setInText(changed.edits);
}
