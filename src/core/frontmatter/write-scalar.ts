import type { ScalarStyle } from './yaml-node';

/** Words that YAML reads as something else than text. */
const NOT_TEXT = /^(?:true|false|null|yes|no|on|off|y|n)$/i;

/** What needs no quotes: a date, or words that begin with a letter and hold nothing that means anything to YAML. */
const PLAIN = /^(?:\d{4}-\d{2}-\d{2}|\p{L}(?:[\p{L}\p{N}_./ -]*[\p{L}\p{N}_./-])?)$/u;

const isPlain = (value: string): boolean => PLAIN.test(value) && !NOT_TEXT.test(value);

/** A text as a YAML scalar, in the style that stood there where that can hold it; else in double quotes, as JSON writes them. */
export function writeScalar(value: string, style: ScalarStyle): string {
  if (style === 'plain' && isPlain(value)) return value;
  // Single quotes know no escapes.
  if (style === 'single' && !/[\p{Cc}\u2028\u2029]/u.test(value)) return `'${value.replaceAll("'", "''")}'`;
  return JSON.stringify(value);
}

export const writeKey = (key: string): string =>
  /^[\p{L}_][\p{L}\p{N}_-]*$/u.test(key) && !NOT_TEXT.test(key) ? key : JSON.stringify(key);
