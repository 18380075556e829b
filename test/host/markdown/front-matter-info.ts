import type { FrontMatterInfo } from 'obsidian';

/** A line of three dashes at the very start, and the next such line. */
const BLOCK = /^(---[ \t]*\r?\n)((?:[\s\S]*?\r?\n)?)---[ \t]*(?:\r?\n|$)/;

/** Where a note's frontmatter stands: offsets in UTF-16 units; all 0 where there is none. */
export function getFrontMatterInfo(content: string): FrontMatterInfo {
  const [block, opening = '', frontmatter = ''] = BLOCK.exec(content) ?? [];
  if (block === undefined) return { exists: false, frontmatter: '', from: 0, to: 0, contentStart: 0 };
  const from = opening.length;
  return { exists: true, frontmatter, from, to: from + frontmatter.length, contentStart: block.length };
}
