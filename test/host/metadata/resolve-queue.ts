/** Notes whose links must be counted anew; when all are, the app says `resolved`. */
import type { Busy } from '../busy';
import { nextTurn } from '../next-turn';

export interface ResolveQueueParts {
  readonly busy: Busy;
  /** True while notes are being parsed: `resolved` comes when there is nothing left to wait for. */
  readonly isHeldUp: () => boolean;
  readonly resolve: (path: string) => void;
  readonly done: () => void;
}

export class ResolveQueue {
  readonly #parts: ResolveQueueParts;
  #paths = new Set<string>();
  #before: (() => void)[] = [];
  #running = false;

  constructor(parts: ResolveQueueParts) {
    this.#parts = parts;
  }

  /** @param before is called when the pass begins: an event that the app fires a little later than the change. */
  add(paths: Iterable<string>, before?: () => void): void {
    for (const path of paths) this.#paths.add(path);
    if (before) this.#before.push(before);
    if (this.#running || this.#paths.size + this.#before.length === 0) return;
    this.#running = true;
    void this.#parts.busy.during('resolving links', () => this.#work());
  }

  async #work(): Promise<void> {
    await nextTurn();
    while (this.#paths.size + this.#before.length > 0) {
      const [paths, before] = [this.#paths, this.#before];
      this.#paths = new Set();
      this.#before = [];
      for (const call of before) call();
      while (this.#parts.isHeldUp()) await nextTurn();
      for (const path of paths) this.#parts.resolve(path);
      await nextTurn();
    }
    this.#running = false;
    this.#parts.done();
  }
}
