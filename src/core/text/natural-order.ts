/** Case and accents aside, and numbers by what they are: Day 2 before Day 10. */
export const naturalOrder = new Intl.Collator('en', { numeric: true, sensitivity: 'base' });

/** Strings by UTF-16 code unit: the same order on every machine and in every language. */
export function byCodeUnit(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}
