import type { ScrollPlace } from './board-state';

/** Whether the browser itself keeps what is visible in its place when something above it grows. WebKit does not. */
function keepsPlace(scroller: HTMLElement): boolean {
  const win = scroller.win as Window & typeof window;
  return win.CSS.supports('overflow-anchor', 'auto') && win.getComputedStyle(scroller).overflowAnchor !== 'none';
}

/** Where a list is scrolled to: its first visible card, and how far below the list's top that begins; null at the very top, undefined where no card is drawn (yet). */
function scrollPlaceOf(scroller: HTMLElement): ScrollPlace | null | undefined {
  if (scroller.scrollTop <= 0) return null;
  const { top, bottom } = scroller.getBoundingClientRect();
  for (const card of scroller.querySelectorAll<HTMLElement>('.ops-card')) {
    const box = card.getBoundingClientRect();
    if (box.bottom > top && box.top < bottom) return { card: card.dataset.card ?? '', below: box.top - top };
  }
  return undefined;
}

/** Scrolls so that a card that is drawn stands where it stood. */
function scrollToPlace(scroller: HTMLElement, { card, below }: ScrollPlace): void {
  const element = [...scroller.querySelectorAll<HTMLElement>('.ops-card')].find(({ dataset }) => dataset.card === card);
  if (element) scroller.scrollTop += element.getBoundingClientRect().top - scroller.getBoundingClientRect().top - below;
}

/** What must not move while cards around it are drawn, or get their text and grow. */
export class ScrollAnchor {
  /** Asked when it matters, since the answer costs a computation of styles. */
  private isBrowsers: boolean | null = null;
  /** What was at the top when somebody scrolled last. */
  private place: ScrollPlace | null = null;
  /** Somebody has jumped to where nothing is drawn yet: the place is known when that is. */
  isLost = false;
  /** The focus moves by key, and the list follows it. */
  private followsFocus = false;

  /** @param start where the list stood before a restart: held until somebody does something. */
  constructor(
    private readonly scroller: HTMLElement,
    private start: ScrollPlace | null,
  ) {
    for (const type of ['wheel', 'pointerdown', 'touchstart', 'keydown'])
      scroller.addEventListener(type, this.taken, { passive: true });
  }

  /** Somebody, or the browser, has scrolled. @returns the place to remember; undefined when there is none yet. */
  scrolled(): ScrollPlace | null | undefined {
    const place = scrollPlaceOf(this.scroller);
    this.isLost = place === undefined;
    this.place = place ?? null;
    return this.start ?? place;
  }

  /** Brings back what has been pushed away. */
  hold(): void {
    const { scroller } = this;
    if (!this.start && !this.place && !this.followsFocus) return;
    this.isBrowsers ??= keepsPlace(scroller);
    const place = this.start ?? (this.isBrowsers ? null : this.place);
    if (place) scrollToPlace(scroller, place);
    const focused = scroller.doc.activeElement;
    if (this.followsFocus && focused?.matches('.ops-card') && scroller.contains(focused))
      focused.scrollIntoView({ block: 'nearest' });
  }

  release(): void {
    for (const type of ['wheel', 'pointerdown', 'touchstart', 'keydown'])
      this.scroller.removeEventListener(type, this.taken);
  }

  private readonly taken = ({ type }: Event): void => {
    this.start = null;
    this.followsFocus = type === 'keydown';
  };
}
