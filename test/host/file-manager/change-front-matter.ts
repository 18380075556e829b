/** Rewrites a note's frontmatter as a whole, as `processFrontMatter` does; what stands below keeps its bytes. */
import { parse, stringify } from 'yaml';

/** The block at the very start, an empty one too; group 1 is its YAML. */
const BLOCK = /^---[ \t]*\r?\n([\s\S]*?)(?:^)---[ \t]*(?=\r?\n|$)/m;

/** @throws what the YAML parser throws when the block cannot be read; nothing is changed then. */
export function changeFrontMatter(text: string, change: (frontmatter: Record<string, unknown>) => void): string {
  const block = text.startsWith('---') ? BLOCK.exec(text) : null;
  const parsed: unknown = block ? parse(block[1] ?? '') : null;
  const frontmatter = { ...(typeof parsed === 'object' ? parsed : null) } as Record<string, unknown>;
  change(frontmatter);
  const body = block ? text.slice(block[0].length) : `\n${text}`;
  // Long strings stay on one line, as the app leaves them.
  const yaml = Object.keys(frontmatter).length > 0 ? stringify(frontmatter, { lineWidth: 0 }) : '';
  if (!block && yaml === '') return text;
  return `---\n${yaml}---${body}`;
}
