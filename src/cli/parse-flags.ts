import type { CliData, CliFlags } from 'obsidian';
import { isRefusal } from '../core/text/refusal';
import { normalPath } from '../core/text/vault-path';

/** Flags that the app adds to every command, or uses itself. */
const FLAGS_OF_THE_APP = new Set(['vault', 'copy', 'silent']);

/** What the values of flags are called that hold a path. */
const PATHS = new Set(['<note>', '<path>', '<folder>']);

/** The values given, by flag; a flag without a value is `'true'`. */
export type CliValues = Readonly<Record<string, string>>;

function describeFlags(flags: CliFlags): string {
  const names = Object.entries(flags).map(([name, { value }]) => (value === undefined ? name : `${name}=${value}`));
  return names.length === 0 ? 'It takes none.' : `Allowed: ${names.join(', ')}.`;
}

/** Keeps the flags that the command knows. Throws for an unknown one, and for a missing value, naming what is allowed. */
export function parseFlags(data: CliData, flags: CliFlags): CliValues {
  const values: Record<string, string> = {};
  for (const [name, value] of Object.entries(data)) {
    const flag = Object.hasOwn(flags, name) ? flags[name] : undefined;
    if (!flag) {
      if (FLAGS_OF_THE_APP.has(name.replace(/^-+/, ''))) continue;
      throw new Error(`Unknown flag "${name}". ${describeFlags(flags)}`);
    }
    // A flag given without a value is `true`, which some take as a value.
    if (
      flag.value !== undefined &&
      ((value === 'true' && !flag.value.split('|').includes('true')) || value.trim() === '')
    )
      throw new Error(`The flag "${name}" needs a value: ${name}=${flag.value}.`);
    if (flag.value === undefined && value !== 'true' && value !== 'false')
      throw new Error(`The flag "${name}" takes no value; "${value}" was given.`);
    values[name] = PATHS.has(flag.value ?? '') ? normalPath(value) : value;
  }
  return values;
}

/** One of the allowed words, in any case; the first when the flag was not given. Throws for any other, naming the allowed ones. */
export function oneOf<const Word extends string>(
  values: CliValues,
  flag: string,
  words: readonly [Word, ...Word[]],
): Word {
  const given = values[flag];
  if (given === undefined) return words[0];
  const word = words.find((one) => one.toLowerCase() === given.toLowerCase());
  if (word === undefined) throw new Error(`"${given}" is no value for ${flag}. Allowed: ${words.join(', ')}.`);
  return word;
}

/** The value of a flag that must be given. Throws when it is not. */
export function required(values: CliValues, flag: string): string {
  const value = values[flag];
  if (value === undefined) throw new Error(`${flag}= is missing.`);
  return value;
}

/** What was read of a flag. Throws the reason when it will not do. */
export function accepted<T>(read: T): Exclude<T, { readonly refusal: string }> {
  if (typeof read === 'object' && read !== null && isRefusal(read)) throw new Error(read.refusal);
  return read as Exclude<T, { readonly refusal: string }>;
}

/** Whether a flag without a value was given. */
export const isGiven = (values: CliValues, flag: string): boolean => values[flag] === 'true';

/** The flag of a handler that answers people or programs. */
export const FORMAT: CliFlags = { format: { value: 'text|json', description: 'Text for people (default) or JSON' } };

/** Whether JSON is asked for. */
export const isJson = (values: CliValues): boolean => oneOf(values, 'format', ['text', 'json']) === 'json';

/** What is answered in JSON. */
export const toJson = (answer: unknown): string => JSON.stringify(answer, null, 2);

/** What the help says of the flag `fail`. */
export const failHelp = (when: string): string =>
  `Answer with an error when ${when}. The app’s command line has no exit codes; without the app it is 1`;
