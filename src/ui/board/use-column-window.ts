import type { RefObject } from 'preact';
import { useLayoutEffect, useReducer, useRef } from 'preact/hooks';
import type { Card } from '../../core/board/card';
import { ColumnWindow, type Viewport } from './column-window';
import type { BoardMemory } from './board-memory';
import type { ScrollPlace } from './board-state';
import { ScrollAnchor } from './scroll-anchor';

export interface ColumnWindowRequest {
  readonly list: RefObject<HTMLElement | null>;
  readonly cards: readonly Card[];
  readonly memory: BoardMemory;
  /** Whether the board scrolls as a whole, and not each column for itself. */
  readonly scrollsAsOne: boolean;
  readonly isCollapsed: boolean;
  /** Where the column stood before a restart. */
  readonly start: ScrollPlace | null;
  readonly onScroll: (place: ScrollPlace | null) => void;
}

/** What is visible of a list, in the window's own measure: taken from a drawn card where one is in sight, since the room above it is a guess. */
function viewportOf(list: HTMLElement, scroller: HTMLElement, shown: ColumnWindow): Viewport {
  const height = scroller.clientHeight;
  const edge = scroller.getBoundingClientRect().top;
  const { from, to } = shown.span;
  const [first, last] = [from, to - 1].map((at) =>
    list.querySelector(`[aria-colindex="${at + 2}"]`)?.getBoundingClientRect(),
  );
  if (first && last && first.top < edge + height && last.bottom > edge)
    return { top: shown.top(from) + edge - first.top, height };
  // Scrolled far by an old guess, the list may end before that by a new one: the browser then goes back to its end.
  return {
    top:
      list === scroller
        ? Math.min(list.scrollTop, Math.max(0, shown.end - height))
        : edge - list.getBoundingClientRect().top,
    height,
  };
}

/** Keeps a column's window where the list is scrolled to, and tells it how high the drawn cards are. */
export function useColumnWindow({
  list,
  cards,
  memory: { keys, heights },
  scrollsAsOne,
  isCollapsed,
  start,
  onScroll,
}: ColumnWindowRequest): ColumnWindow {
  const [, redraw] = useReducer((count: number) => count + 1, 0);
  const kept = useRef<ColumnWindow>(null);
  const observer = useRef<ResizeObserver>(null);
  const observed = useRef(new Set<Element>());
  const anchor = useRef<ScrollAnchor>(null);
  const isNew = kept.current === null;
  const shown = (kept.current ??= new ColumnWindow(keys, heights));
  shown.show(cards);
  const startAt = isNew && start ? cards.findIndex(({ id }) => id === start.card) : -1;
  if (start && startAt >= 0) shown.bring(startAt, start.below);

  useLayoutEffect(() => {
    const element = list.current;
    if (!element) return undefined;
    const win = element.win as Window & typeof window;
    const scroller = scrollsAsOne ? (element.closest<HTMLElement>('.ops-grid') ?? element) : element;
    const held = new ScrollAnchor(scroller, startAt >= 0 ? start : null);
    anchor.current = held;
    const look = (): void => {
      if (shown.look(viewportOf(element, scroller, shown))) redraw(undefined);
    };
    const remember = (): void => {
      const place = held.scrolled();
      if (place !== undefined) onScroll(place);
    };
    const scrolled = (): void => {
      look();
      remember();
    };
    const watching = new win.ResizeObserver((entries) => {
      // Here the list is laid out; to ask before that would lay it out twice.
      heights.gap = Number.parseFloat(win.getComputedStyle(element).rowGap) || 0;
      for (const { target, borderBoxSize } of entries) {
        const { key } = (target as HTMLElement).dataset;
        if (key !== undefined && target.isConnected)
          heights.set(Number(key), borderBoxSize[0]?.blockSize ?? (target as HTMLElement).offsetHeight);
      }
      held.hold();
      if (held.isLost) remember();
      // Not in here: what is drawn now would be measured in the next round only, and the browser reports that as an error.
      win.requestAnimationFrame(look);
    });
    watching.observe(scroller);
    observer.current = watching;
    observed.current.clear();
    scroller.addEventListener('scroll', scrolled, { passive: true });
    return () => {
      watching.disconnect();
      held.release();
      observer.current = null;
      scroller.removeEventListener('scroll', scrolled);
    };
  }, [scrollsAsOne, isCollapsed]);

  useLayoutEffect(() => {
    const drawn = new Set<Element>(list.current?.querySelectorAll('.ops-card') ?? []);
    for (const card of observed.current) if (!drawn.has(card)) observer.current?.unobserve(card);
    for (const card of drawn) if (!observed.current.has(card)) observer.current?.observe(card);
    observed.current = drawn;
    anchor.current?.hold();
  });

  return shown;
}
