/**
 * Replaces members of a class of the mocks, for all its subclasses too: the mocks build on one another, so a subclass
 * of ours would not reach the ones in between.
 */
export function patchPrototype<This extends object>(
  target: { prototype: This },
  members: Record<string, unknown> & ThisType<This>,
): void {
  Object.defineProperties(target.prototype, Object.getOwnPropertyDescriptors(members));
}
