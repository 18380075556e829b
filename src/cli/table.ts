/**
 * Rows as aligned columns, two blanks apart; the last column is left as it is. Widths count what a reader sees as
 * one character, which fits what a terminal shows of most scripts.
 */
export function alignColumns(rows: readonly (readonly string[])[], indent = ''): string[] {
  const width = (text: string): number => (/^[ -~]*$/.test(text) ? text.length : characters(text).length);
  const widths: number[] = [];
  for (const row of rows) row.forEach((cell, column) => (widths[column] = Math.max(widths[column] ?? 0, width(cell))));
  return rows.map((row) => {
    const cells = row.map((cell, column) => cell + ' '.repeat((widths[column] ?? 0) - width(cell)));
    return (indent + cells.join('  ')).trimEnd();
  });
}

const segmenter = new Intl.Segmenter();

function characters(text: string): string[] {
  return Array.from(segmenter.segment(text), ({ segment }) => segment);
}

/** A text cut to `most` characters, the last of them an ellipsis. */
export function truncate(text: string, most: number): string {
  const shown = text.length <= most ? [] : characters(text);
  return shown.length <= most ? text : `${shown.slice(0, most - 1).join('')}…`;
}
