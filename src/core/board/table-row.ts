import type { Todo } from '../index/todo';
import { plainText } from '../markdown/plain-text';
import { tableCells } from '../note/table-cells';

const isRow = ({ block }: Todo): boolean => block === 'row';

/** A table row's first cell with text; null for what is no row, or has none. */
export function firstCell(todo: Todo): string | null {
  if (!isRow(todo)) return null;
  return (
    tableCells(todo.excerpt)
      .map(plainText)
      .find((cell) => cell !== '') ?? null
  );
}

/** What a table row says besides its title, as Markdown, a cell a line: `**Owner**: SRE`. Null for what is no row. */
export function rowText(todo: Todo): string | null {
  if (!isRow(todo)) return null;
  const cells = tableCells(todo.excerpt);
  const title = cells.findIndex((cell) => plainText(cell) !== '');
  return cells
    .flatMap((cell, at) => {
      const head = todo.tableHead?.[at] ?? '';
      return cell === '' || at === title ? [] : [head === '' ? cell : `${head}: ${cell}`];
    })
    .join('\n');
}
