/** Markdown without its frontmatter and without what stands between `%%` and `%%`; code keeps its percent signs. */

/** A fence of backticks or tildes, with what it is indented by. */
const FENCE = /^\s*(`{3,}|~{3,})/;
const FRONTMATTER = /^---[ \t]*\r?\n(?:[\s\S]*?\r?\n)?---[ \t]*(?:\r?\n|$)/;

export function withoutComments(markdown: string): string {
  let fence: string | null = null;
  let inComment = false;
  const lines = markdown
    .replace(FRONTMATTER, '')
    .split('\n')
    .map((line) => {
      const marker = inComment ? null : (FENCE.exec(line)?.[1] ?? null);
      if (marker !== null && (fence === null || marker.startsWith(fence))) {
        fence = fence === null ? marker : null;
        return line;
      }
      return fence === null ? outsideCode(line) : line;
    });
  return lines.join('\n');

  function outsideCode(line: string): string {
    const parts = line.split('%%');
    if (parts.length === 1) return inComment ? '' : line;
    const shown: string[] = [];
    parts.forEach((part, i) => {
      if (i > 0) inComment = !inComment;
      if (!inComment) shown.push(part);
    });
    return shown.join('');
  }
}
