import type { ScrollPlace } from './board-state';

/** Where a list is scrolled to: its first visible card, and how far below the list's top that begins; null at the very top, undefined where no card is drawn (yet). */
export function scrollPlaceOf(scroller: HTMLElement): ScrollPlace | null | undefined {
  if (scroller.scrollTop <= 0) return null;
  const { top, bottom } = scroller.getBoundingClientRect();
  for (const card of scroller.querySelectorAll<HTMLElement>('.ops-card')) {
    const box = card.getBoundingClientRect();
    if (box.bottom > top && box.top < bottom) return { card: card.dataset.card ?? '', below: box.top - top };
  }
  return undefined;
}

/** Scrolls so that a card that is drawn stands where it stood. */
export function scrollToPlace(scroller: HTMLElement, { card, below }: ScrollPlace): void {
  const element = [...scroller.querySelectorAll<HTMLElement>('.ops-card')].find(({ dataset }) => dataset.card === card);
  if (element) scroller.scrollTop += element.getBoundingClientRect().top - scroller.getBoundingClientRect().top - below;
}
