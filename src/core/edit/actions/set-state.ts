import { looksLikePhase, phaseNamed } from '../../phase/phase-names';
import type { Settings } from '../../settings/settings';
import { isTodoTag, readNestedTag, todoTagOf } from '../../todo/todo-tags';
import { isRefusal, refuse, type Refusal } from '../../text/refusal';
import type { TextEdit } from '../../text/text-edit';
import { changeTags } from '../frontmatter/change-tags';
import type { LocatedTodo } from '../locate-todo';
import { guardsOf } from '../tags/guards';
import type { SetPart } from './todo-change';

/** What a tag cannot hold, `/` for nesting aside. */
const NOT_IN_TAGS = /[\u2000-\u206F\u2E00-\u2E7F'!"#$%&()*+,.:;<=>?@^`{|}~[\]\\\s]/;

/** The tag with another state, `''` for none; its spelling and its phase stay. */
export function withState(settings: Pick<Settings, 'tags' | 'phases'>, tag: string, state: string): string {
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

/** The todo's tags as they will be, in order: the state in the one that has one, else in the first. */
export function tagsWithState({ settings, mark }: LocatedTodo, state: string): string[] {
  const at = Math.max(
    mark.tags.findIndex(({ tag }) => readNestedTag(settings.tags, settings.phases, tag).state !== null),
    0,
  );
  return mark.tags.map(({ tag }, index) => withState(settings, tag, index === at ? state : ''));
}

/** The edits that set a todo's state in its tag (`#todo/day-1/blocked`), wherever that stands; `''` takes the state away. */
export function setState(located: LocatedTodo, state: string): SetPart | Refusal {
  const { source, settings, mark } = located;
  const refusal = refuseState(settings, state);
  if (refusal) return refusal;
  const tags = tagsWithState(located, state);
  const inFront = mark.tags.length - mark.bodyTags.length;
  const pending = tags.slice(0, inFront);
  const front =
    inFront === 0
      ? []
      : changeTags(source, (tag) =>
          isTodoTag(settings.tags, tag)
            ? (pending[mark.tags.findIndex((one, at) => at < inFront && one.tag === tag)] ?? tag)
            : tag,
        );
  if (isRefusal(front)) return front;
  const guards = guardsOf(located);
  const body = mark.bodyTags.flatMap(({ tag, position }, at): TextEdit[] => {
    const insert = tags[inFront + at] ?? tag;
    const start = position.start.offset;
    return insert === tag ? [] : [{ start, end: start + tag.length, insert, guards }];
  });
  return { edits: [...front, ...body], properties: [] };
}
