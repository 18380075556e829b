/**
 * What may stand on a tag line besides tags and role links: comment marks, the dates of the Tasks plugin, bracketed
 * inline fields, and a block id at the end.
 */
const EXTRAS = [
  /%%/g,
  /[📅⏳🛫➕✅❌]\uFE0F?\s*\d{4}-\d{2}-\d{2}/gu,
  /\[[^[\]\n]*?::(?:[^[\]\n]|\[\[[^[\]\n]*\]\])*\]|\([^()\n]*?::[^()\n]*\)/g,
  /(^|\s)\^[A-Za-z0-9-]+\s*$/,
];

/** Brackets and stops that stay when what they went with is taken away: `([[Roles/SRE|SRE]])`, `#todo,`. */
const REMAINS = /[(),.;:!·]/g;

/**
 * Whether a line is a tag line: nothing remains when tags, role links and the extras are taken away. `line` is the source without
 * a quote's or list's markers; `tags` and `roleLinks` are the exact pieces of it to take away first.
 */
export function isTagLine(line: string, tags: readonly string[], roleLinks: readonly string[]): boolean {
  let rest = line;
  for (const extra of EXTRAS) rest = rest.replace(extra, ' ');
  for (const tag of [...tags].sort((a, b) => b.length - a.length)) rest = rest.split(tag).join(' ');
  for (const link of roleLinks) rest = rest.split(link).join(' ');
  return rest.replace(REMAINS, ' ').trim() === '';
}
