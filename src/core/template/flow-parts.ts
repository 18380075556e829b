/** Quoted text and a placeholder are one piece each, whatever they hold. */
const PIECE = /"(?:[^"\\]|\\.)*"|'(?:[^']|'')*'|\{\{[^{}\n]*\}\}|[\s\S]/g;

/** The parts of what stands between YAML's brackets, at the commas that are in no inner brackets. */
export function flowParts(inside: string): string[] {
  const parts: string[] = [];
  let part = '';
  let depth = 0;
  for (const [piece] of inside.matchAll(PIECE)) {
    if (piece === '[' || piece === '{') depth++;
    if (piece === ']' || piece === '}') depth--;
    if (piece === ',' && depth === 0) {
      parts.push(part);
      part = '';
    } else part += piece;
  }
  return [...parts, part].map((one) => one.trim()).filter((one) => one !== '');
}

const PROPERTY = /^("(?:[^"\\]|\\.)*"|'(?:[^']|'')*'|[^\s"'{[:][^:]*?)\s*:\s*([\s\S]*)$/;

/** A key that needs no quotes. */
const PLAIN_KEY = /^["']([A-Za-z_][\w-]*)["']$/;

/** Frontmatter in the JSON form that the publisher leaves as ordinary lines of YAML; any other as it is. */
export function asPropertyLines(lines: readonly string[]): readonly string[] {
  const text = lines.join('\n').trim();
  if (!/^\{(?!\{)[\s\S]*\}$/.test(text)) return lines;
  const properties = flowParts(text.slice(1, -1)).map((part) => PROPERTY.exec(part));
  if (properties.includes(null)) return lines;
  return properties.map((property) => `${(property?.[1] ?? '').replace(PLAIN_KEY, '$1')}: ${(property?.[2] ?? '').replace(/\s*\n\s*/g, ' ')}`.trimEnd());
}
