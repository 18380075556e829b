/**
 * Rows as aligned columns, two blanks apart; the last column is left as it is. Widths count code points, which fits what a
 * terminal shows of most scripts.
 */
export function alignColumns(rows: readonly (readonly string[])[], indent = ''): string[] {
  const width = (text: string): number => [...text].length;
  const widths: number[] = [];
  for (const row of rows) row.forEach((cell, column) => (widths[column] = Math.max(widths[column] ?? 0, width(cell))));
  return rows.map((row) => {
    const cells = row.map((cell, column) => cell + ' '.repeat((widths[column] ?? 0) - width(cell)));
    return (indent + cells.join('  ')).trimEnd();
  });
}

/** "1 note", "3 notes". */
export function count(number: number, one: string, many = `${one}s`): string {
  return `${number} ${number === 1 ? one : many}`;
}

/** A text on one line, cut to `most` code points with an ellipsis. */
export function cut(text: string, most: number): string {
  const points = [...text];
  return points.length <= most ? text : `${points.slice(0, most - 1).join('')}…`;
}
