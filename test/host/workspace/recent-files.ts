/** The files that were opened last, the newest first. */
const KEPT = 10;

export class RecentFiles {
  #paths: string[] = [];

  get paths(): string[] {
    return [...this.#paths];
  }

  add(path: string): void {
    this.#paths = [path, ...this.#paths.filter((other) => other !== path)].slice(0, KEPT);
  }
}
