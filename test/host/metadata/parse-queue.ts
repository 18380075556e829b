/** Notes that wait to be parsed. The app parses in a worker, so the result never comes before the caller went on. */
import type { CachedMetadata } from 'obsidian';
import type { Busy } from '../busy';
import type { TFile } from '../mocks';
import { nextTurn } from '../next-turn';

export interface ParseQueueParts {
  readonly busy: Busy;
  readonly parse: (text: string) => CachedMetadata;
  readonly read: (path: string) => Promise<string>;
  readonly parsed: (file: TFile, text: string, cache: CachedMetadata) => void;
  readonly failed: (file: TFile, error: unknown) => void;
}

export class ParseQueue {
  readonly #parts: ParseQueueParts;
  /** A note's newest text; null where it must be read. */
  readonly #waiting = new Map<TFile, string | null>();
  #running = false;

  constructor(parts: ParseQueueParts) {
    this.#parts = parts;
  }

  get isRunning(): boolean {
    return this.#running;
  }

  add(file: TFile, text: string | null): void {
    this.#waiting.set(file, text);
    if (this.#running) return;
    this.#running = true;
    void this.#parts.busy.during('parsing notes', () => this.#work());
  }

  drop(file: TFile): void {
    this.#waiting.delete(file);
  }

  async #work(): Promise<void> {
    await nextTurn();
    for (let next = this.#waiting.entries().next(); !next.done; next = this.#waiting.entries().next()) {
      const [file, text] = next.value;
      this.#waiting.delete(file);
      await this.#parseOne(file, text);
      await nextTurn();
    }
    this.#running = false;
  }

  async #parseOne(file: TFile, text: string | null): Promise<void> {
    try {
      const content = text ?? (await this.#parts.read(file.path));
      const cache = this.#parts.parse(content);
      // Changed again, or gone, while it was read: what was read is out of date.
      if (text === null && this.#waiting.has(file)) return;
      this.#parts.parsed(file, content, cache);
    } catch (error) {
      this.#parts.failed(file, error);
    }
  }
}
