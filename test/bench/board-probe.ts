/** Runs in the page: does to the board what a user does, and takes the time. */
import type { Board } from '../../src/core/board/build-board';
import type { Group } from '../../src/core/settings/view';
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
    await framesUntil(
      () => excerptsInSight().every((excerpt) => excerpt.hasChildNodes()),
      'have the cards their texts',
    );
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

  /** Changes the first bullet of each of the notes, and takes the time that the board is at work to show it. In rows it may be out of sight. */
  async update(paths: readonly string[], isInSight = true): Promise<Frame[]> {
    const frames: Frame[] = [];
    for (const path of paths) {
      const { text, draw } = await this.changeBullet(path);
      frames.push(await paintedFrame(draw));
      await this.rest();
      if (isInSight) this.expectOnBoard(text);
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

  /** Drags the first card of a column to another column. @returns the milliseconds from the drop until it is drawn in its new place. */
  async drop(from: string, to: string): Promise<number> {
    const card = this.list(from).querySelector<HTMLElement>('.ops-card.is-movable');
    const target = document.querySelector<HTMLElement>(`.ops-column[data-column="${to}"]`);
    const title = card?.querySelector('.ops-title')?.textContent ?? '';
    if (!card || !target) throw new Error(`No card can be dragged from ${from} to ${to}.`);
    const dataTransfer = new DataTransfer();
    const tell = (on: HTMLElement, name: string): void =>
      void on.dispatchEvent(
        new DragEvent(name, { bubbles: true, cancelable: true, dataTransfer, clientX: 400, clientY: 400 }),
      );
    tell(card, 'dragstart');
    tell(target, 'dragenter');
    await framesUntil(() => target.dataset.drop === 'possible', 'can the card be dropped');
    const start = performance.now();
    tell(target, 'drop');
    await framesUntil(
      () => !titles(this.list(from)).includes(title) && titles(this.list(to)).includes(title),
      'is the card in its new place',
    );
    return (await painted()) - start;
  }

  /** Writes into notes without a board or a plan. @returns the milliseconds of each write, until all that follows from it is done. */
  async write(paths: readonly string[]): Promise<number[]> {
    const { vault } = this.workbench.app;
    const times: number[] = [];
    for (const path of paths) {
      const start = performance.now();
      await vault.process(vault.getFileByPath(path)!, (text) => `${text}\n`);
      await this.workbench.host.settled();
      times.push(performance.now() - start);
    }
    return times;
  }

  /** Writes into notes one after the other, without a board or a plan. @returns milliseconds until all that follows from it is done. */
  async writeAll(paths: readonly string[]): Promise<number> {
    const { vault } = this.workbench.app;
    const start = performance.now();
    for (const path of paths) await vault.process(vault.getFileByPath(path)!, (text) => `${text}\n`);
    await this.workbench.host.settled();
    return performance.now() - start;
  }

  /** Filters, chooses so many cards of a column and marks them as done. @returns milliseconds until the plan was there, and from Apply until it was drawn; writes. */
  async markDone(
    column: string,
    filter: string,
    count: number,
  ): Promise<{ readonly planned: number; readonly done: number; readonly writes: number; readonly notes: number }> {
    const field = document.querySelector<HTMLInputElement>('.ops-filter input');
    if (field) field.value = filter;
    field?.dispatchEvent(new Event('input', { bubbles: true }));
    await this.rest();
    const before = this.totals();
    const { vault } = this.workbench.app;
    const written: string[] = [];
    const process = vault.process.bind(vault);
    vault.process = (file, change, options) => {
      written.push(file.path);
      return process(file, change, options);
    };
    this.list(column).querySelector<HTMLElement>('.ops-card')?.focus();
    await this.rest();
    const press = (key: string, shiftKey = false): void =>
      void document.activeElement?.dispatchEvent(
        new KeyboardEvent('keydown', { key, shiftKey, bubbles: true, cancelable: true }),
      );
    for (let chosen = 1; chosen < count; chosen++) {
      press('ArrowDown', true);
      await frame();
    }
    await this.rest();
    const start = performance.now();
    press(' ');
    await framesUntil(() => document.querySelector('.ops-preview .mod-cta') !== null, 'is the plan shown');
    const planned = (await painted()) - start;
    const again = performance.now();
    document.querySelector<HTMLElement>('.ops-preview .mod-cta')?.click();
    await framesUntil(
      () => this.totals() !== before && Number.parseInt(this.totals()) <= Number.parseInt(before) - count,
      'are they done',
    );
    const done = (await painted()) - again;
    Reflect.deleteProperty(vault, 'process');
    return { planned, done, writes: written.length, notes: new Set(written).size };
  }

  /** @param end the note whose cards stand last. @returns the milliseconds between any two frames. */
  async scroll(column: string, end: string): Promise<number[]> {
    const list = this.list(column);
    const frames = await scrollThrough(list);
    const last = [...list.querySelectorAll('[data-card]')].at(-1)?.getAttribute('data-card');
    if (!last?.includes(end)) throw new Error(`Scrolling ended at ${last ?? 'no card'}, where ${end} comes last.`);
    return frames;
  }

  /** Cards in rows, by owner or by note. @returns the milliseconds until they were painted, and how many rows there are. */
  async groupBy(group: Group): Promise<{ readonly grouped: number; readonly rows: number }> {
    const { surface } = this.workbench.app.workspace.getLeavesOfType(BOARD)[0]?.view as unknown as BoardView;
    const { work } = await paintedFrame(() => surface.change({ group }));
    await this.rest();
    return { grouped: work, rows: (surface as unknown as { board: Board }).board.rows.length };
  }

  /** The whole board, from its first row to its last. @returns the milliseconds between any two frames. */
  scrollRows(): Promise<number[]> {
    return scrollThrough(document.querySelector<HTMLElement>('.ops-grid')!);
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
    const { surface: view } = workspace.getLeavesOfType(BOARD)[0]?.view as unknown as BoardView;
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
    if (!titles.some(({ textContent }) => textContent.startsWith(text)))
      throw new Error(`No card on the board begins with "${text}".`);
  }

  private list(column: string): HTMLElement {
    const list = document.querySelector<HTMLElement>(`[data-column="${column}"] .ops-cards`);
    if (!list) throw new Error(`The board has no column ${column}.`);
    return list;
  }
}

const titles = (list: HTMLElement): string[] =>
  [...list.querySelectorAll('.ops-title')].map(({ textContent }) => textContent);

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
