/** Work that is under way in the host, so that `settled` can wait for it. */
export class Busy {
  readonly #running = new Map<string, number>();

  /** Notes the start of some work; call the result once when it has ended. */
  begin(what: string): () => void {
    this.#running.set(what, (this.#running.get(what) ?? 0) + 1);
    let over = false;
    return () => {
      if (over) return;
      over = true;
      const left = (this.#running.get(what) ?? 1) - 1;
      if (left > 0) this.#running.set(what, left);
      else this.#running.delete(what);
    };
  }

  async during<T>(what: string, work: () => Promise<T>): Promise<T> {
    const end = this.begin(what);
    try {
      return await work();
    } finally {
      end();
    }
  }

  /** Names what has not ended. */
  running(): string[] {
    return [...this.#running.keys()];
  }
}
