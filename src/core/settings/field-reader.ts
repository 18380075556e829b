import { type Fields, isFields } from '../text/fields';
import { normalPath } from '../text/vault-path';

const isText = (value: unknown): boolean => typeof value === 'string';

/** Reads values of one object, keeps the default where a value is missing, and says where one is of the wrong kind. */
export class FieldReader {
  private readonly fields: Fields;

  /** @param where what stands before a key where a problem is told: `phases[0].` */
  constructor(
    fields: unknown,
    private readonly where = '',
    readonly problems: string[] = [],
  ) {
    this.fields = isFields(fields) ? fields : {};
  }

  private read<T>(key: string, fallback: T, expected: string, accept: (value: unknown) => boolean): T {
    const value = this.fields[key];
    if (value === undefined) return fallback;
    if (accept(value)) return value as T;
    this.problems.push(`${this.where}${key} is ${JSON.stringify(value)}, expected ${expected}; the default is used.`);
    return fallback;
  }

  text(key: string, fallback: string): string {
    return this.read(key, fallback, 'a text', (value) => typeof value === 'string' && value.trim() !== '');
  }

  /** A text that may be empty; of one that is none nothing is said. */
  words(key: string): string {
    const value = this.fields[key];
    return typeof value === 'string' ? value : '';
  }

  path(key: string): string | null {
    const given = this.read<string | null>(key, null, 'a path or null', (value) => value === null || isText(value));
    const path = normalPath(given ?? '');
    return path === '' ? null : path;
  }

  texts(key: string, fallback: readonly string[]): readonly string[] {
    return this.read(key, fallback, 'a list of texts', (value) => Array.isArray(value) && value.every(isText));
  }

  truth(key: string, fallback: boolean): boolean {
    return this.read(key, fallback, 'true or false', (value) => typeof value === 'boolean');
  }

  oneOf<const Word extends string>(key: string, words: readonly Word[], fallback: Word): Word {
    return this.read(key, fallback, `one of ${words.join(', ')}`, (value) => words.some((word) => word === value));
  }

  list(key: string): readonly unknown[] | null {
    return this.read<readonly unknown[] | null>(key, null, 'a list', Array.isArray);
  }

  /** The fields of an object in this one. */
  within(key: string): FieldReader {
    return new FieldReader(this.read(key, {}, 'an object', isFields), `${this.where}${key}.`, this.problems);
  }

  /** What `read` makes of a list's entries that have a name; of the others it is said that they are left out. Null where there is no list. */
  named<T>(key: string, what: string, read: (name: string, entry: FieldReader) => T): readonly T[] | null {
    const entries = this.list(key)?.flatMap((value, at) => {
      const entry = new FieldReader(value, `${key}[${at}].`, this.problems);
      const name = entry.words('name');
      if (name.trim() !== '') return [read(name, entry)];
      this.problems.push(`${key}[${at}] has no name; the ${what} is left out.`);
      return [];
    });
    return entries ?? null;
  }
}
