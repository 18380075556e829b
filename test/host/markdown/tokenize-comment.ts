import type { Tokenizer } from './syntax';

/** A block that begins with `%%` and whose closing `%%` ends a line. */
const BLOCK = /^[ \t]*%%([\s\S]*?)%%[ \t]*(?=\n|$)/;

/**
 * `%%` … `%%` as a block of its own. Tags and links in it are read, headings and list items are not
 *, so its inside is one inline run. Without a closing `%%` it is ordinary text.
 */
export const tokenizeBlockComment: Tokenizer = function (eat, value, silent) {
  if (!/^[ \t]*%%/.test(value)) return;
  const block = BLOCK.exec(value);
  const inside = block?.[1];
  // A second pair on the same line makes it a paragraph with two comments in it.
  if (!block || inside === undefined || inside.includes('%%')) return;
  if (silent) return true;
  const open = block[0].indexOf('%%') + 2;
  const now = eat.now();
  const at = { line: now.line, column: now.column + open, offset: now.offset + open };
  const children = this.tokenizeInline(inside, at);
  return eat(block[0].trimEnd())({ type: 'comment', children });
};

/** `%%` … `%%` inside a paragraph; what stands in it is read as elsewhere. */
export const tokenizeInlineComment: Tokenizer = function (eat, value, silent) {
  if (!value.startsWith('%%')) return;
  const close = value.indexOf('%%', 2);
  if (close < 0) return;
  if (silent) return true;
  const now = eat.now();
  const at = { line: now.line, column: now.column + 2, offset: now.offset + 2 };
  const children = this.tokenizeInline(value.slice(2, close), at);
  return eat(value.slice(0, close + 2))({ type: 'inlineComment', children });
};

tokenizeInlineComment.locator = (value, from) => value.indexOf('%%', from);
