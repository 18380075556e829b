/** A card of a title, a breadcrumb and a few lines, in pixels: what is taken for the first ones. */
const FIRST_GUESS = 112;

/** How high cards are, by their keys and in pixels, as far as they have been drawn; the others are taken to be as high as those are on average. */
export class CardHeights {
  private readonly known = new Map<number, number>();
  private sum = 0;
  /** Space between two cards. */
  gap = 8;
  /** Another number whenever a height has changed. */
  version = 0;

  of(key: number): number {
    return this.known.get(key) ?? this.average;
  }

  has(key: number): boolean {
    return this.known.has(key);
  }

  set(key: number, height: number): void {
    const before = this.known.get(key);
    if (before === height) return;
    this.known.set(key, height);
    this.sum += height - (before ?? 0);
    this.version++;
  }

  get average(): number {
    return this.known.size === 0 ? FIRST_GUESS : this.sum / this.known.size;
  }
}
