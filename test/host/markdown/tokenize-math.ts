import type { Tokenizer } from './syntax';

/** `$$` opening a block: nothing but the formula's first line may follow on its line. */
const OPENING = /^[ \t]*\$\$[^$\n]*(?:\n|$)/;
/** The block ends with a line that ends in `$$`. */
const CLOSING = /\$\$[ \t]*(?=\n|$)/;
/** `$x$`: no white space inside either dollar, no digit after the closing one; `$$x$$` likewise in a line. */
const INLINE = /^(?:\$\$(?!\$)[^$]+\$\$|\$(?![\s$])(?:\\[^\n]|[^$\\\n])*\$(?!\d))/;

/** A block of mathematics; nothing in it is read. Unclosed, it runs to the end. */
export const tokenizeBlockMath: Tokenizer = function (eat, value, silent) {
  const opening = OPENING.exec(value)?.[0];
  if (opening === undefined) return;
  if (silent) return true;
  const rest = value.slice(opening.length);
  const closing = CLOSING.exec(rest);
  const end = closing ? opening.length + closing.index + 2 : value.length;
  return eat(value.slice(0, end))({ type: 'math' });
};

/** `$x$` and `$$x$$` inside a paragraph. */
export const tokenizeInlineMath: Tokenizer = function (eat, value, silent) {
  const math = INLINE.exec(value)?.[0];
  if (math === undefined || /\s\$$/.test(math)) return;
  if (silent) return true;
  return eat(math)({ type: 'inlineMath' });
};

tokenizeInlineMath.locator = (value, from) => value.indexOf('$', from);
