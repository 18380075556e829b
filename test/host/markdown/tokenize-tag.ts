import type { Tokenizer } from './syntax';

/** The characters of a tag. */
const TAG = /^#[^\u2000-\u206F\u2E00-\u2E7F'!"#$%&()*+,.:;<=>?@^`{|}~[\]\\\s]+/;
const ONLY_DIGITS = /^#\d+$/;

/** `#todo`: at the start of an inline run, or after white space. */
export const tokenizeTag: Tokenizer = function (eat, value, silent) {
  const tag = TAG.exec(value)?.[0];
  if (tag === undefined || ONLY_DIGITS.test(tag)) return;
  if (silent) return true;
  return eat(tag)({ type: 'tag' });
};

tokenizeTag.locator = (value, from) => {
  let at = value.indexOf('#', from);
  while (at > 0 && !/\s/.test(value.charAt(at - 1))) at = value.indexOf('#', at + 1);
  return at;
};
