/**
 * Elements that are looked for by an `IntersectionObserver`: where nothing has a size, whatever is in the document is in sight. A page has
 * its browser's.
 */
const SOON_MS = 0;

export class EverythingInSight {
  readonly root = null;
  readonly rootMargin = '0px';
  readonly scrollMargin = '0px';
  readonly thresholds = [0];
  readonly #callback: IntersectionObserverCallback;
  /** What is watched, and whether it was in sight when that was last told. */
  readonly #seen = new Map<Element, boolean | null>();
  readonly #changes = new MutationObserver(() => this.#look());
  #timer: ReturnType<typeof setTimeout> | undefined;

  constructor(callback: IntersectionObserverCallback) {
    this.#callback = callback;
  }

  observe(target: Element): void {
    if (this.#seen.size === 0) this.#changes.observe(document, { childList: true, subtree: true });
    if (!this.#seen.has(target)) this.#seen.set(target, null);
    this.#look();
  }

  unobserve(target: Element): void {
    this.#seen.delete(target);
    if (this.#seen.size === 0) this.#changes.disconnect();
  }

  disconnect(): void {
    clearTimeout(this.#timer);
    this.#seen.clear();
    this.#changes.disconnect();
  }

  takeRecords(): IntersectionObserverEntry[] {
    return [];
  }

  /** Never within `observe` itself: whoever calls it has not finished setting up. */
  #look(): void {
    clearTimeout(this.#timer);
    this.#timer = setTimeout(() => {
      const entries = [...this.#seen].flatMap(([target, before]) => {
        if (before === target.isConnected) return [];
        this.#seen.set(target, target.isConnected);
        return [
          {
            target,
            isIntersecting: target.isConnected,
            intersectionRatio: target.isConnected ? 1 : 0,
            time: performance.now(),
          },
        ];
      });
      if (entries.length > 0) this.#callback(entries as unknown as IntersectionObserverEntry[], this);
    }, SOON_MS);
  }
}
