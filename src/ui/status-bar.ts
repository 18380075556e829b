import { Component, debounce, setTooltip } from 'obsidian';
import { countOpen } from '../core/index/count-open';
import { columnNames } from '../core/phase/columns';
import type { OperationsIndex, VaultView } from '../core/index/operations-index';
import { ELSEWHERE } from '../core/phase/columns';
import { pageProgress } from '../core/progress/phase-progress';
import { counted } from '../core/wording/counted';

/** One number in the status bar; how far all phases are, and what is open in each, on hover. */
export class StatusBar extends Component {
  constructor(
    private readonly element: HTMLElement,
    private readonly index: () => OperationsIndex,
    private readonly vault: VaultView,
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
    const progress = pageProgress(this.index(), this.vault).map(({ summary }) => summary);
    const [finished, all] = [
      progress.reduce((sum, one) => sum + one.finished, 0),
      progress.reduce((sum, one) => sum + one.responsibilities, 0),
    ];
    const overall = all === 0 ? '' : `${finished} of ${counted(all, 'responsibility', 'responsibilities')} done\n`;
    setTooltip(this.element, overall + (open === 0 ? 'Nothing open on the phase board' : perColumn), {
      placement: 'top',
    });
  }, 250);
}
