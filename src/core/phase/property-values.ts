import { readLink, targetOf } from '../markdown/written-link';

/** One value of a property: a link's target, or plain text. */
export type PropertyValue = { readonly link: string } | { readonly text: string };

/** Most notes have no such property: one list stands for all of those. */
const NONE: readonly never[] = [];

/**
 * The values of a property, in order. `"[[Day 1 Operations]]"` is a link; so is the same without quotes, which YAML reads as a
 * list in a list; numbers become text; anything else says nothing.
 */
export function propertyValues(value: unknown): readonly PropertyValue[] {
  if (typeof value === 'number') return [{ text: String(value) }];
  if (typeof value === 'string') return value.trim() === '' ? NONE : [readText(value)];
  if (!Array.isArray(value)) return NONE;
  const entries = value as unknown[];
  return entries.flatMap((entry) => {
    // `phase: [[A, b]]` is one link whose name holds a comma: YAML has split it.
    const inner = Array.isArray(entry) ? (entry as unknown[]).map(String).join(', ') : null;
    return inner === null ? propertyValues(entry) : [readText(`[[${inner}]]`)];
  });
}

function readText(value: string): PropertyValue {
  const written = readLink(value.trim());
  if (!written) return { text: value.trim() };
  const { path, subpath } = targetOf(written);
  return { link: path + subpath };
}
