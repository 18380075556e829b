/** Compares what the generator says of its notes with what the parser finds in them; figures over a wrong cache would mean nothing. */
import { isDeepStrictEqual } from 'node:util';
import type { CachedMetadata } from 'obsidian';
import { parseMetadata } from '../host/markdown/parse-metadata';
import type { GeneratedVault } from './generate-vault';

/** Besides the pages. Half of them with todos, which bring most of the constructs. */
const SAMPLE = 40;

/** @throws when a note of the sample has other metadata than the parser gives it, naming the note and the first difference. */
export function checkMetadata({ files, metadata, pages, withTodos, withoutTodos }: GeneratedVault): void {
  const sample = [...pages, ...every(withTodos, SAMPLE / 2), ...every(withoutTodos, SAMPLE / 2)];
  for (const path of sample) {
    const text = files.get(path);
    const generated = metadata.get(path);
    if (text === undefined || !generated) throw new Error(`${path} was not generated.`);
    const parsed = parseMetadata(text);
    if (!isDeepStrictEqual(parsed, generated)) throw new Error(`${path}: ${firstDifference(parsed, generated)}`);
  }
}

/** So many of the list, at equal distances. */
export function every<T>(list: readonly T[], count: number): T[] {
  const step = Math.max(1, Math.floor(list.length / count));
  return list.filter((_, at) => at % step === 0).slice(0, count);
}

function firstDifference(parsed: CachedMetadata, generated: CachedMetadata): string {
  const keys = [...new Set([...Object.keys(parsed), ...Object.keys(generated)])] as (keyof CachedMetadata)[];
  const key = keys.find((one) => !isDeepStrictEqual(parsed[one], generated[one]));
  if (key === undefined) return 'no difference';
  const entries = (one: CachedMetadata): unknown[] => (Array.isArray(one[key]) ? one[key] : [one[key]]);
  const [expected, actual] = [entries(parsed), entries(generated)];
  const at = expected.findIndex((entry, index) => !isDeepStrictEqual(entry, actual[index]));
  const index = at < 0 ? expected.length : at;
  return `${key}[${index}] is ${JSON.stringify(actual[index])}, where the parser finds ${JSON.stringify(expected[index])}.`;
}
