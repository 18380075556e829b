import { Component, debounce } from 'obsidian';
import { errorsOf } from '../../core/check/page-errors';
import type { CheckPaneHost } from '../check/check-view';
import type { OpenBoard } from './board-host';

/** The marks of phases with errors on boards. A board does not wait for the check: what has been typed is drawn first, and the marks follow. */
export class ErrorMarks extends Component {
  /** The check's version that boards were last drawn for. */
  private marked = -1;

  constructor(
    private readonly boards: ReadonlySet<OpenBoard>,
    private readonly source: Pick<CheckPaneHost, 'check' | 'ignored' | 'settled'>,
    private readonly draw: () => void,
  ) {
    super();
  }

  override onunload(): void {
    this.checkSoon.cancel();
  }

  /** How many errors the check has found in a note, as far as it has come; asking lets it go on. */
  errorsIn(path: string): number {
    const { check, ignored } = this.source;
    if (!check.isSettled) this.checkSoon();
    return errorsOf(check, ignored, path).length;
  }

  /** A while after the last call boards are drawn anew, if the check comes to something else; without any board it does nothing. */
  readonly checkSoon = debounce(() => {
    const { check } = this.source;
    if (this.boards.size === 0) return;
    void this.source
      .settled()
      .then(() => check.settle())
      .then(
        () => {
          // The check's own pane may have made it look before.
          if (check.version === this.marked) return;
          this.marked = check.version;
          this.draw();
        },
        () => undefined,
      );
  }, 1000);
}
