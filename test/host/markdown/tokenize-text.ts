import type { Tokenizer } from './syntax';

/**
 * Plain text up to where the next token may start. remark-parse's own one decodes entities, which nothing
 * here needs, and gives its nodes the text, which holds whole copies of the note in memory.
 */
export const tokenizeText: Tokenizer = function (eat, value, silent) {
  if (silent) return true;
  let end = value.length;
  for (const name of this.inlineMethods) {
    const at = this.inlineTokenizers[name]?.locator?.call(this, value, 1) ?? -1;
    if (at !== -1 && at < end) end = at;
  }
  // Empty, since remark-parse adds up the values of neighbouring texts.
  return eat(value.slice(0, end))({ type: 'text', value: '' });
};
