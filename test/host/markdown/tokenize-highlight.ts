import type { Tokenizer } from './syntax';

const HIGHLIGHT = /^==(?=[^\s=])([^=]|=(?!=))*?==/;

/** `==marked==`: a mark like emphasis, so a tag may stand right after the opening `==`. */
export const tokenizeHighlight: Tokenizer = function (eat, value, silent) {
  const highlight = HIGHLIGHT.exec(value)?.[0];
  if (highlight === undefined) return;
  if (silent) return true;
  const now = eat.now();
  const at = { line: now.line, column: now.column + 2, offset: now.offset + 2 };
  const children = this.tokenizeInline(highlight.slice(2, -2), at);
  return eat(highlight)({ type: 'highlight', children });
};

tokenizeHighlight.locator = (value, from) => value.indexOf('==', from);
