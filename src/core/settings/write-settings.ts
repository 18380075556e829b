import type { SettingsChange } from './settings-change';
import { idOfName } from './new-phase';
import { DEFAULT_SETTINGS } from './settings';
import { type Fields, isFields } from '../text/fields';

const isSame = (a: unknown, b: unknown): boolean => JSON.stringify(a) === JSON.stringify(b);

/** By what an entry of a list is the same before and after: a phase by its id (read from its name where it has none), an ignored finding by what it is about. */
function keyOf(entry: unknown): string {
  if (!isFields(entry)) return JSON.stringify(entry);
  const { id, name, rule, path, subject } = entry;
  if (typeof rule === 'string') return JSON.stringify([rule, path, subject]);
  if (typeof id === 'string') return id;
  return typeof name === 'string' ? idOfName(name) : JSON.stringify(entry);
}

/** A list after a change: entries keep what only the file knows of them, and those that were not understood stay where they stood. */
function mergeList(stored: readonly unknown[], before: readonly unknown[], after: readonly unknown[]): unknown[] {
  const known = new Set(before.map(keyOf));
  const own = new Map<string, unknown>();
  const strange: { at: number; entry: unknown }[] = [];
  stored.forEach((entry, at) => {
    const key = keyOf(entry);
    if (known.has(key) && !own.has(key)) own.set(key, entry);
    else if (isFields(entry) || !known.has(key)) strange.push({ at, entry });
  });
  const isIn = (list: readonly unknown[], entry: unknown): boolean => list.some((one) => keyOf(one) === keyOf(entry));
  const merged = after.map((entry, at) => {
    // What stands in the place of one that is no more is that one under another name.
    const renamed = before.length === after.length && !isIn(after, before[at]) ? before[at] : undefined;
    const was = before.find((one) => keyOf(one) === keyOf(entry)) ?? renamed;
    if (was === undefined) return entry;
    const value = mergeValue(own.get(keyOf(was)), was, entry);
    // The id that was read from the name stays.
    return isFields(value) && isFields(entry) && keyOf(value) !== keyOf(entry) ? { ...value, id: entry.id } : value;
  });
  for (const { at, entry } of strange) merged.splice(at, 0, entry);
  return merged;
}

function mergeValue(stored: unknown, before: unknown, after: unknown): unknown {
  if (isSame(before, after)) return stored;
  if (isFields(after)) {
    const [was, kept] = [isFields(before) ? before : {}, isFields(stored) ? stored : {}];
    return {
      ...kept,
      ...Object.fromEntries(
        Object.keys(after).flatMap((key) =>
          isSame(was[key], after[key]) ? [] : [[key, mergeValue(kept[key], was[key], after[key])]],
        ),
      ),
    };
  }
  if (!Array.isArray(after) || !Array.isArray(stored) || !Array.isArray(before)) return after;
  const [was, is] = [before as unknown[], after as unknown[]];
  // Words that are read otherwise than they stand, as tags, are written anew.
  const isMerged = [...was, ...is].some(isFields) || was.every((entry) => stored.includes(entry));
  return isMerged ? mergeList(stored, was, is) : after;
}

/**
 * What to store once a change is made, given what is stored now: only the keys that change are written, in them only the fields that do. What a newer version
 * wrote, and what could not be read, stays as it is.
 */
export function writeSettings(stored: unknown, { before, after }: SettingsChange): Fields {
  const kept: Fields = isFields(stored) ? stored : { ...DEFAULT_SETTINGS };
  return {
    ...kept,
    ...Object.fromEntries(
      Object.entries(after).map(([key, value]) => [
        key,
        mergeValue(kept[key] ?? before[key as keyof typeof before], before[key as keyof typeof before], value),
      ]),
    ),
  };
}
