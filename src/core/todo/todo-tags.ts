import { looksLikePhase, phaseNamed } from '../phase/phase-names';
import type { PhaseSetting } from '../settings/settings';

/** Whether a tag (with `#`) is one of the todo tags or nested in one. Case does not count; `#todos` is none. */
export function isTodoTag(todoTags: readonly string[], tag: string): boolean {
  return todoTags.includes(tag) || todoTagOf(todoTags, tag) !== null;
}

/** The longest todo tag that `tag` is, or is nested in. */
export function todoTagOf(todoTags: readonly string[], tag: string): string | null {
  const lower = tag.toLowerCase();
  let found: string | null = null;
  for (const todoTag of todoTags) {
    const own = todoTag.toLowerCase();
    if ((lower === own || lower.startsWith(`${own}/`)) && own.length > (found?.length ?? 0)) found = todoTag;
  }
  return found;
}

export interface NestedTag {
  /** The id of the phase it names. */
  readonly phase: string | null;
  readonly state: string | null;
  readonly unknownPhase: string | null;
}

/** The todo tag that `tag` is, or is nested in, as it is written there, and what is nested in it; of any other tag all is its own. */
export function splitTag(todoTags: readonly string[], tag: string): readonly [own: string, ...segments: string[]] {
  const own = tag.slice(0, todoTagOf(todoTags, tag)?.length);
  const segments = tag.slice(own.length).split('/');
  return [own, ...segments.filter((segment) => segment !== '')];
}

/**
 * Reads the nested part of a todo tag: the first segment that names a phase is the phase, the rest the state. A
 * segment that only looks like a phase's name is neither; it is given back as a question.
 */
export function readNestedTag(todoTags: readonly string[], phases: readonly PhaseSetting[], tag: string): NestedTag {
  const [, ...segments] = splitTag(todoTags, tag);
  const at = segments.findIndex((segment) => phaseNamed(phases, segment) !== null);
  const phase = phaseNamed(phases, segments[at] ?? '');
  const others = segments.filter((_segment, index) => index !== at);
  const unknownPhase = others.find((segment) => looksLikePhase(phases, segment)) ?? null;
  const state = others.filter((segment) => segment !== unknownPhase).join('/');
  return { phase: phase?.id ?? null, state: state === '' ? null : state, unknownPhase };
}
