import { Component, debounce, setTooltip } from 'obsidian';
import { countOpen } from '../core/index/count-open';
import { columnNames } from '../core/index/list-todos';
import type { OperationsIndex } from '../core/index/operations-index';
import { ELSEWHERE } from '../core/index/todo';

/** One number in the status bar; per column on hover. */
export class StatusBar extends Component {
  constructor(
    private readonly element: HTMLElement,
    private readonly index: () => OperationsIndex,
    private readonly open: () => void,
  ) {
    super();
  }

  override onload(): void {
    this.element.addClass('mod-clickable');
    this.registerDomEvent(this.element, 'click', this.open);
  }

  override onunload(): void {
    this.draw.cancel();
  }

  /** A glance is enough for a number: it need not follow every keystroke. */
  readonly draw = debounce(() => {
    const { settings } = this.index();
    const counts = countOpen(this.index());
    const columns = columnNames(settings.phases).filter((name) => name !== ELSEWHERE && counts.has(name));
    const open = columns.reduce((sum, name) => sum + (counts.get(name) ?? 0), 0);
    this.element.setText(`Ops ${open}`);
    const perColumn = columns.map((name) => `${name}: ${counts.get(name) ?? 0}`).join('\n');
    setTooltip(this.element, open === 0 ? 'Nothing open on the phase board' : perColumn, { placement: 'top' });
  }, 250);
}
