import { setTooltip } from 'obsidian';
import { countOpen } from '../core/index/count-open';
import { columnNames } from '../core/index/list-todos';
import type { OperationsIndex } from '../core/index/operations-index';
import { ELSEWHERE } from '../core/index/todo';

/** One number in the status bar; per column on hover. */
export function drawStatusBar(element: HTMLElement, index: OperationsIndex): void {
  const counts = countOpen(index);
  const columns = columnNames(index.settings.phases).filter((name) => name !== ELSEWHERE && counts.has(name));
  const open = columns.reduce((sum, name) => sum + (counts.get(name) ?? 0), 0);
  element.setText(`Ops ${open}`);
  const perColumn = columns.map((name) => `${name}: ${counts.get(name) ?? 0}`).join('\n');
  setTooltip(element, open === 0 ? 'Nothing open on the phase board' : perColumn, { placement: 'top' });
}
