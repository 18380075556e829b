import type { Tokenizer } from './syntax';

/** Two lines of three dashes, the first of them the note's first line. */
const FRONTMATTER = /^---[ \t]*\n(?:[\s\S]*?\n)?---(?=[ \t]*(?:\n|$))/;

/** The YAML block at the very start of a note. */
export const tokenizeFrontmatter: Tokenizer = function (eat, value) {
  const now = eat.now();
  // Column 2 of line 1 is the start of a note with a byte order mark.
  if (now.line !== 1 || now.offset > 1 || !value.startsWith('---')) return;
  const block = FRONTMATTER.exec(value);
  return block && eat(block[0])({ type: 'yaml' });
};
