/** Reads a command line: host options first or in between (`--vault DIR`), then a command and its `key=value` flags. */
import { UsageError } from './usage-error';

export interface Arguments {
  /** The options' values, without their `--`. */
  readonly options: Readonly<Record<string, string>>;
  readonly command: string | null;
  /** A bare word is a flag that is `'true'`. */
  readonly flags: Readonly<Record<string, string>>;
}

/**
 * @param known the options there are; each takes a value, as `--vault DIR` or `--vault=DIR`.
 * @throws UsageError for an option that is unknown, incomplete or, like a flag, given twice.
 */
export function readArguments(args: readonly string[], known: readonly string[]): Arguments {
  // Without a prototype: a flag may have any name.
  const options = Object.create(null) as Record<string, string>;
  const flags = Object.create(null) as Record<string, string>;
  let command: string | null = null;
  const set = (record: Record<string, string>, key: string, value: string, shown: string) => {
    if (key in record) throw new UsageError(`${shown} is given twice.`);
    record[key] = value;
  };

  const rest = [...args];
  for (let word = rest.shift(); word !== undefined; word = rest.shift()) {
    if (word.startsWith('--')) {
      const [name, inline] = splitAtFirst(word.slice(2), '=');
      if (!known.includes(name)) throw new UsageError(`There is no option --${name}.`);
      const value = inline ?? rest.shift();
      if (value === undefined || value === '') throw new UsageError(`--${name} needs a value.`);
      set(options, name, value, `--${name}`);
    } else if (word.startsWith('-')) {
      throw new UsageError(`There is no option ${word}.`);
    } else if (command === null) {
      command = word;
    } else {
      const [key, value] = splitAtFirst(word, '=');
      if (key === '') throw new UsageError(`"${word}" has no name before the =.`);
      set(flags, key, value ?? 'true', key);
    }
  }
  return { options, command, flags };
}

function splitAtFirst(text: string, separator: string): [before: string, after: string | undefined] {
  const at = text.indexOf(separator);
  return at < 0 ? [text, undefined] : [text.slice(0, at), text.slice(at + separator.length)];
}

/** Refuses flags that a command of the host's own does not have. */
export function allowFlags(flags: Readonly<Record<string, string>>, known: readonly string[]): void {
  for (const name of Object.keys(flags))
    if (!known.includes(name)) throw new UsageError(`There is no argument "${name}" here.`);
}
