/** The cells of a table's line as they are written, blanks around them gone; those at its ends may be empty. A pipe behind a backslash is text. */
export function tableCells(line: string): string[] {
  const cells = line
    .trim()
    .replace(/^\|/, '')
    .split(/((?:[^|\\]|\\.)*)\|?/u)
    .filter((_piece, index) => index % 2 === 1);
  return cells.map((cell) => cell.trim());
}
