/** A text as a message quotes it: at most `length` UTF-16 units, the last one `…` when there was more. */
export const shorten = (text: string, length: number): string =>
  text.length > length ? `${text.slice(0, length - 1)}…` : text;
