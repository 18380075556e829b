import type { Tokenizer } from './syntax';

const DEFINITION = /^ {0,3}\[\^([^\]\s]+)\]:[ \t]*/;
const REFERENCE = /^\[\^([^\]\s]+)\]/;
const INDENTED = /^(?: {4}|\t)/;
const BLANK = /^[ \t]*$/;

/** `[^id]: text`, with the lines that continue it; after a blank line only lines indented by four go on. */
export const tokenizeFootnoteDefinition: Tokenizer = function (eat, value, silent) {
  const opening = DEFINITION.exec(value);
  if (!opening) return;
  if (silent) return true;
  const now = eat.now();
  const lines = value.split('\n', countLines(value));
  const prefixes = lines.map((line, index) => (index === 0 ? opening : INDENTED.exec(line))?.[0].length ?? 0);
  const contents = lines.map((line, index) => line.slice(prefixes[index]));
  const add = eat(lines.join('\n'));
  prefixes.forEach((length, index) => {
    this.offset[now.line + index] = (this.offset[now.line + index] ?? 0) + length;
  });
  const exit = this.enterBlock();
  const children = this.tokenizeBlock(contents.join('\n'), now);
  exit();
  return add({ type: 'footnoteDefinition', label: opening[1] ?? '', children });
};

/** How many lines at the start of `value` one definition holds, trailing blank lines not counted. */
function countLines(value: string): number {
  let count = 1;
  let blanks = 0;
  let start = value.indexOf('\n') + 1;
  while (start > 0) {
    const end = value.indexOf('\n', start);
    const line = value.slice(start, end < 0 ? value.length : end);
    if (BLANK.test(line)) blanks++;
    else if (INDENTED.test(line) || (blanks === 0 && !DEFINITION.test(line))) {
      count += blanks + 1;
      blanks = 0;
    } else break;
    start = end + 1;
  }
  return count;
}

/** `[^id]` inside a paragraph. */
export const tokenizeFootnoteReference: Tokenizer = function (eat, value, silent) {
  const reference = REFERENCE.exec(value);
  if (!reference) return;
  if (silent) return true;
  return eat(reference[0])({ type: 'footnoteReference', label: reference[1] ?? '' });
};

tokenizeFootnoteReference.locator = (value, from) => value.indexOf('[^', from);

/** `^[text]` inside a paragraph, to the bracket that closes the first. */
export const tokenizeInlineFootnote: Tokenizer = function (eat, value, silent) {
  if (!value.startsWith('^[')) return;
  const close = closingBracket(value, 2);
  if (close <= 2) return;
  if (silent) return true;
  const now = eat.now();
  const at = { line: now.line, column: now.column + 2, offset: now.offset + 2 };
  const children = this.tokenizeInline(value.slice(2, close), at);
  return eat(value.slice(0, close + 1))({ type: 'inlineFootnote', children });
};

tokenizeInlineFootnote.locator = (value, from) => value.indexOf('^[', from);

function closingBracket(value: string, from: number): number {
  let depth = 1;
  for (let at = from; at < value.length; at++) {
    const character = value.charAt(at);
    if (character === '\\') at++;
    else if (character === '[') depth++;
    else if (character === ']' && --depth === 0) return at;
  }
  return -1;
}
