import type { Tokenizer } from './syntax';

/**
 * `[[target|alias]]`, or with a `!` before it an embed: up to the first `]]` of the same line. An inner
 * `[[` makes the outer one no link.
 */
export const tokenizeWikilink: Tokenizer = function (eat, value, silent) {
  const open = value.startsWith('!') ? 1 : 0;
  if (!value.startsWith('[[', open)) return;
  const inside = open + 2;
  const close = value.indexOf(']]', inside);
  if (close <= inside) return;
  const target = value.slice(inside, close);
  if (target.startsWith('[') || target.includes('[[') || target.includes('\n')) return;
  if (silent) return true;
  return eat(value.slice(0, close + 2))({ type: 'wikilink', embedded: open === 1 });
};

tokenizeWikilink.locator = (value, from) => {
  const link = value.indexOf('[[', from);
  return link > from && value.charAt(link - 1) === '!' ? link - 1 : link;
};
