import { phaseNamed } from '../phase/phase-names';
import type { PhaseSetting } from '../settings/settings';
import { readNestedTag, splitTag } from './todo-tags';

/**
 * A todo tag (with `#`, as written) that names another phase, or with null none; its state stays. The phase stands where it stood, a new one before the state.
 * A segment that names no phase but looks like one gives way to a phase.
 */
export function changeNestedTag(
  todoTags: readonly string[],
  phases: readonly PhaseSetting[],
  tag: string,
  phase: PhaseSetting | null,
): string {
  const [own, ...segments] = splitTag(todoTags, tag);
  const { unknownPhase } = readNestedTag(todoTags, phases, tag);
  const named = segments.findIndex((segment) => phaseNamed(phases, segment) !== null);
  const at = named < 0 && phase ? segments.findIndex((segment) => segment === unknownPhase) : named;
  segments.splice(Math.max(at, 0), at < 0 ? 0 : 1, ...(phase ? [phase.id] : []));
  return [own, ...segments].join('/');
}
