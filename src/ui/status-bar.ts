import { setTooltip } from 'obsidian';
import { listTodos } from '../core/index/list-todos';
import type { OperationsIndex } from '../core/index/operations-index';
import { columnOf } from '../core/index/todo';

/** One number in the status bar; per column on hover. */
export function drawStatusBar(element: HTMLElement, index: OperationsIndex): void {
  const open = listTodos(index, { scope: 'board', column: null, done: false });
  const counts = new Map<string, number>();
  for (const todo of open) counts.set(columnOf(todo), (counts.get(columnOf(todo)) ?? 0) + 1);
  element.setText(`Ops ${open.length}`);
  const perColumn = [...counts].map(([column, count]) => `${column}: ${count}`).join('\n');
  setTooltip(element, open.length === 0 ? 'Nothing open on the phase board' : perColumn, { placement: 'top' });
}
