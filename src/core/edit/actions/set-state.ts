import { looksLikePhase, phaseNamed } from '../../phase/phase-names';
import type { Settings } from '../../settings/settings';
import { readNestedTag, todoTagOf } from '../../todo/todo-tags';
import { refuse, type Refusal } from '../../text/refusal';
import type { LocatedTodo } from '../locate-todo';
import { changeTodoTags, type RenameTag } from './change-todo-tags';
import type { SetPart } from './todo-change';

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

/** What becomes of a todo's tags: the state stands in the one that has one, else in the first. */
export function renameToState({ settings, mark }: LocatedTodo, state: string): RenameTag {
  const stated = mark.tags.findIndex(({ tag }) => readNestedTag(settings.tags, settings.phases, tag).state !== null);
  return (tag, at) => withState(settings, tag, at === Math.max(stated, 0) ? state : '');
}

/** The edits that set a todo's state in its tag (`#todo/day-1/blocked`), wherever that stands; `''` takes the state away. */
export function setState(located: LocatedTodo, state: string): SetPart | Refusal {
  return refuseState(located.settings, state) ?? changeTodoTags(located, renameToState(located, state));
}
