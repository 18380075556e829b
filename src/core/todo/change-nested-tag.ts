import { phaseNamed } from '../phase/phase-names';
import type { PhaseSetting } from '../settings/settings';
import { readNestedTag, todoTagOf } from './todo-tags';

/** What of a nested todo tag changes; what is not given stays. Null takes it away. */
export interface NestedChange {
  readonly phase?: PhaseSetting | null;
  readonly state?: string | null;
}

/**
 * A todo tag (with `#`, as written) with another phase or state: who writes one keeps the other. The phase stands where it stood, a
 * new one before the state. A segment that names no phase but looks like one gives way to a phase.
 */
export function changeNestedTag(
  todoTags: readonly string[],
  phases: readonly PhaseSetting[],
  tag: string,
  change: NestedChange,
): string {
  const own = tag.slice(0, todoTagOf(todoTags, tag)?.length ?? tag.length);
  const segments = tag
    .slice(own.length)
    .split('/')
    .filter((segment) => segment !== '');
  const { unknownPhase } = readNestedTag(todoTags, phases, tag);
  const named = segments.findIndex((segment) => phaseNamed(phases, segment) !== null);
  const phaseAt = named < 0 && change.phase ? segments.findIndex((segment) => segment === unknownPhase) : named;
  const phase = change.phase === undefined ? segments[phaseAt] : change.phase?.id;
  const isState = (segment: string, at: number): boolean => at !== phaseAt && segment !== unknownPhase;
  const state = change.state === undefined ? segments.filter(isState).join('/') : (change.state ?? '');
  const kept = segments.flatMap((segment, at) =>
    at === phaseAt ? (phase ?? []) : isState(segment, at) ? [] : segment,
  );
  const front = phaseAt < 0 && phase !== undefined ? [phase] : [];
  return [own, ...front, ...kept, ...(state === '' ? [] : [state])].join('/');
}
