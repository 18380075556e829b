/** A number with its noun: `1 note`, `3 notes`; `many` where the plural is not the noun with an s. */
export function counted(number: number, one: string, many = `${one}s`): string {
  return `${number} ${number === 1 ? one : many}`;
}
