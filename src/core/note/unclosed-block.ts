import type { NoteSource } from './note-source';

/** Blocks that run on until a mark closes them: how each begins, and what its end must be. */
const CLOSED_BY: readonly (readonly [begin: RegExp, end: (begin: string) => RegExp])[] = [
  [/^\s*(`{3,}|~{3,})/, (fence) => new RegExp(`\\n[ \\t>]*${fence}${fence[0] ?? ''}*[ \\t]*$`)],
  [/^\s*(\$\$)/, () => /\S[\s\S]*\$\$\s*$/],
  [/^\s*(%%)/, () => /\S[\s\S]*%%\s*$/],
  [/^\s*(<!--)/, () => /-->/],
  [/^\s*<(script|pre|style|textarea)\b/i, (tag) => new RegExp(`</${tag}>`, 'i')],
];

/**
 * Whether the block that holds the offset has no end of its own, so that all that is written below becomes part of it: a code fence,
 * comment or formula that nobody closed (such a comment is, to the parser, a paragraph). Answers with its 0-based line, or null.
 */
export function unclosedBlockAt(source: NoteSource, offset: number): number | null {
  const section = source.sectionAt(offset);
  if (!section || !['code', 'math', 'comment', 'html', 'paragraph'].includes(section.type)) return null;
  const text = source.text.slice(section.position.start.offset, section.position.end.offset).replace(/\r\n?/g, '\n');
  for (const [begin, end] of CLOSED_BY) {
    const mark = begin.exec(text);
    if (!mark) continue;
    const rest = text.slice(mark[0].length);
    return end(mark[1] ?? '').test(rest) ? null : section.position.start.line;
  }
  return null;
}
