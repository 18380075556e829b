/** What was changed in a folder, gathered until somebody looks: files by vault path, or null where anything may have. */
export type Changed = readonly string[] | null;

export class ChangeBatch {
  #paths = new Set<string>();
  #isAnything = false;

  add(changed: Changed): void {
    if (changed === null) this.#isAnything = true;
    else for (const path of changed) this.#paths.add(path);
  }

  /** All that was gathered; from here on it is gathered anew. */
  take(): Changed {
    const changed = this.#isAnything ? null : [...this.#paths];
    this.#paths = new Set();
    this.#isAnything = false;
    return changed;
  }
}
