/** Runs in the page: does to the board what a user does, and takes the time. */
import type { BoardView } from '../../src/ui/board/board-view';
import type { WorkbenchPage } from '../workbench/page/workbench-page';
import { frame, framesUntil, painted, paintedFrame, scrollThrough, type Frame } from './board-frames';
import { PlainBoard } from './board-plain';
import { MARK } from './board-vault';

/** Milliseconds from the command. */
export interface Opening {
  /** Until cards are painted. */
  readonly painted: number;
  /** Until the texts of all cards in sight are there as well. */
  readonly complete: number;
}

const BOARD = 'operations-lifecycle-board';
const OPEN = 'operations-lifecycle:open-board';

export class BoardProbe {
  readonly plain = new PlainBoard();
  private readonly keystrokes: Promise<number>[] = [];

  private constructor(private readonly workbench: WorkbenchPage) {}

  /** The index is complete then. */
  static async start(): Promise<BoardProbe> {
    const workbench = await window.workbench;
    await workbench.host.cli(workbench.plugin.manifest.id);
    const probe = new BoardProbe(workbench);
    probe.watchKeys();
    return probe;
  }

  async open(): Promise<Opening> {
    const start = performance.now();
    this.workbench.app.commands.executeCommandById(OPEN);
    await framesUntil(() => document.querySelector('.ops-card') !== null, 'has the board any cards');
    const first = await painted();
    await framesUntil(() => excerptsInSight().every((excerpt) => excerpt.hasChildNodes()), 'have the cards their texts');
    const complete = await painted();
    return { painted: first - start, complete: complete - start };
  }

  /** What the board says at its top. */
  totals(): string {
    return document.querySelector('.ops-totals')?.textContent ?? '';
  }

  async close(): Promise<void> {
    this.workbench.app.workspace.detachLeavesOfType(BOARD);
    await this.rest();
  }

  /** Until nothing is left to be done. */
  async rest(): Promise<void> {
    await this.workbench.host.settled();
    await frame();
    await painted();
  }

  /** Changes the first bullet of each of the notes, and takes the time that the board is at work to show it. */
  async update(paths: readonly string[]): Promise<Frame[]> {
    const frames: Frame[] = [];
    for (const path of paths) {
      const { text, draw } = await this.changeBullet(path);
      frames.push(await paintedFrame(draw));
      await this.rest();
      this.expectOnBoard(text);
    }
    return frames;
  }

  /** As `update`, but as a user waits for it: from the moment at which the index says that it has changed. */
  async updateAtOnce(paths: readonly string[]): Promise<number[]> {
    const times: number[] = [];
    for (const path of paths) {
      const { text, draw } = await this.changeBullet(path);
      const start = performance.now();
      draw();
      await frame();
      times.push((await painted()) - start);
      await this.rest();
      this.expectOnBoard(text);
    }
    return times;
  }

  /** @param end the note whose cards stand last. @returns the milliseconds between any two frames. */
  async scroll(column: string, end: string): Promise<number[]> {
    const list = this.list(column);
    const frames = await scrollThrough(list);
    const last = [...list.querySelectorAll('[data-card]')].at(-1)?.getAttribute('data-card');
    if (!last?.includes(end)) throw new Error(`Scrolling ended at ${last ?? 'no card'}, where ${end} comes last.`);
    return frames;
  }

  async scrollToTop(column: string): Promise<void> {
    this.list(column).scrollTop = 0;
    await this.rest();
  }

  focusFilter(): void {
    document.querySelector<HTMLInputElement>('.ops-filter input')?.focus();
  }

  /** Milliseconds from each key press since the last call until its outcome was painted. */
  async takeKeystrokes(): Promise<number[]> {
    await this.rest();
    return Promise.all(this.keystrokes.splice(0));
  }

  private watchKeys(): void {
    let pressed = 0;
    window.addEventListener('keydown', ({ timeStamp }) => (pressed = timeStamp), { capture: true });
    const onInput = (): void => {
      const start = pressed;
      this.keystrokes.push(
        frame()
          .then(painted)
          .then((end) => end - start),
      );
    };
    window.addEventListener('input', onInput, { capture: true });
  }

  /**
   * Resolves when the index has changed and would tell the board.
   * @returns what the bullet begins with now, and what draws it.
   */
  private async changeBullet(path: string): Promise<{ readonly text: string; readonly draw: () => void }> {
    const { vault, workspace } = this.workbench.app;
    const view = workspace.getLeavesOfType(BOARD)[0]?.view as unknown as BoardView;
    const told = new Promise<void>((resolve) => {
      view.invalidate = resolve;
    });
    const text = `${MARK} ${Math.round(performance.now())}:`;
    await vault.process(vault.getFileByPath(path)!, (before) => before.replace(new RegExp(`${MARK}[ \\d]*:`), text));
    await told;
    // What the class has comes to the fore again.
    Reflect.deleteProperty(view, 'invalidate');
    return { text, draw: () => view.invalidate() };
  }

  private expectOnBoard(text: string): void {
    const titles = [...document.querySelectorAll('.ops-title')];
    if (!titles.some(({ textContent }) => textContent.startsWith(text))) throw new Error(`No card on the board begins with "${text}".`);
  }

  private list(column: string): HTMLElement {
    const list = document.querySelector<HTMLElement>(`[data-column="${column}"] .ops-cards`);
    if (!list) throw new Error(`The board has no column ${column}.`);
    return list;
  }
}

function excerptsInSight(): Element[] {
  return [...document.querySelectorAll('.ops-excerpt')].filter((excerpt) => {
    const { top, bottom } = excerpt.getBoundingClientRect();
    return bottom > 0 && top < innerHeight;
  });
}

declare global {
  interface Window {
    boardProbe: Promise<BoardProbe>;
  }
}

window.boardProbe = BoardProbe.start();
