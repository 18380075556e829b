import { todoTagOf } from '../todo/todo-tags';

/** What is being typed behind a todo tag, in one line. Columns count from 0, in UTF-16 units. */
export interface TypedDetail {
  /** The tag as it stands, `#` included, without what is being typed. */
  readonly tag: string;
  /** Where the tag begins and ends; what is typed goes from there to the cursor. */
  readonly start: number;
  readonly end: number;
  /** `/`: a further part of the tag, `' '`: words behind it. */
  readonly by: '/' | ' ';
  readonly text: string;
}

/** Fewer letters begin too many words of a sentence. */
const ENOUGH = 2;

/**
 * What is being typed behind a todo tag: `#todo/…` with the cursor at its end, or a word or two behind `#todo` where nothing follows. Null where nothing is. A blank
 * alone is nothing yet: who goes on to the next line with Enter has chosen nothing.
 */
export function findTyped(tags: readonly string[], line: string, cursor: number): TypedDetail | null {
  const before = line.slice(0, cursor);
  const start = before.lastIndexOf('#');
  if (start < 0 || /\S/.test(before[start - 1] ?? ' ')) return null;
  const [word = ''] = /^\S+/.exec(before.slice(start)) ?? [];
  const words = before.slice(start + word.length);
  const rest = line.slice(cursor);
  if (words === '') {
    const slash = word.lastIndexOf('/');
    const tag = word.slice(0, slash);
    if (slash < 0 || todoTagOf(tags, tag) === null || /^\S/.test(rest)) return null;
    return { tag, start, end: start + slash, by: '/', text: word.slice(slash + 1) };
  }
  const text = words.trimStart();
  if (text.length < ENOUGH || todoTagOf(tags, word) === null || rest.replace('%%', '').trim() !== '') return null;
  return { tag: word, start, end: start + word.length, by: ' ', text };
}
