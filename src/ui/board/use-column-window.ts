import type { RefObject } from 'preact';
import { useLayoutEffect, useReducer, useRef } from 'preact/hooks';
import { ColumnWindow, type ItemHeights, type ItemKeys, type Viewport } from './column-window';
import type { ScrollPlace } from './board-state';
import type { FrameAllowance } from './frame-allowance';
import { ScrollAnchor } from './scroll-anchor';

interface ColumnWindowRequest<Item> {
  readonly list: RefObject<HTMLElement | null>;
  readonly items: readonly Item[];
  readonly keys: ItemKeys<Item>;
  readonly heights: ItemHeights;
  readonly frame: FrameAllowance;
  /** The elements of drawn items: each bears its `data-key`, and its index as `data-at`. */
  readonly drawn: '.ops-card' | '.ops-lane';
  /** So many are drawn whole. */
  readonly whole?: number;
  /** What is taken to be visible until somebody has looked. */
  readonly firstSight?: () => Viewport;
  /** Whether the board scrolls as a whole, and not each column for itself. */
  readonly scrollsAsOne: boolean;
  /** Where the list stood before a restart, and the item that holds that card. */
  readonly start: ScrollPlace | null;
  readonly startAt: (card: string) => number;
  /** Null where somebody else keeps what is in sight in its place. */
  readonly onScroll: ((place: ScrollPlace | null) => void) | null;
}

/** What is visible of a list, in the window's own measure: taken from a drawn card where one is in sight, since the room above it is a guess. */
function viewportOf<Item>(list: HTMLElement, scroller: HTMLElement, shown: ColumnWindow<Item>): Viewport {
  const height = scroller.clientHeight;
  const edge = scroller.getBoundingClientRect().top;
  const { from, to } = shown.span;
  const [first, last] = [from, to - 1].map((at) =>
    list.querySelector(`:scope > [data-at="${at}"]`)?.getBoundingClientRect(),
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

type Look = () => void;

/** The lists that an element scrolls, and what each does when it has: all at once, since whoever draws between two looks makes the browser lay out twice. */
type Scroller = Map<Look, () => void>;

const scrollers = new WeakMap<HTMLElement, Scroller>();

function scrollerOf(element: HTMLElement): Scroller {
  const known = scrollers.get(element);
  if (known) return known;
  const lists: Scroller = new Map();
  element.addEventListener(
    'scroll',
    () => {
      for (const look of lists.keys()) {
        look();
        waiting.get(element.win)?.delete(look);
      }
      for (const scrolled of lists.values()) scrolled();
    },
    { passive: true },
  );
  scrollers.set(element, lists);
  return lists;
}

/** Who looks in a window's next frame: lists of all scrollers together, for the same reason. */
const waiting = new WeakMap<Window, Set<Look>>();

function inNextFrame(win: Window, look: Look): void {
  const looks = waiting.get(win);
  if (looks) {
    looks.add(look);
    return;
  }
  waiting.set(win, new Set([look]));
  win.requestAnimationFrame(() => {
    const due = waiting.get(win) ?? [];
    waiting.delete(win);
    for (const one of due) one();
  });
}

/** Keeps a list's window where the list is scrolled to, and tells it how high the drawn items are. */
export function useColumnWindow<Item>({
  list,
  items,
  keys,
  heights,
  frame,
  drawn: selector,
  whole,
  firstSight,
  scrollsAsOne,
  start,
  startAt,
  onScroll,
}: ColumnWindowRequest<Item>): ColumnWindow<Item> {
  const [, redraw] = useReducer((count: number) => count + 1, 0);
  const kept = useRef<ColumnWindow<Item>>(null);
  const observer = useRef<ResizeObserver>(null);
  const observed = useRef(new Set<Element>());
  const anchor = useRef<ScrollAnchor>(null);
  const soon = useRef<() => void>(null);
  const isNew = kept.current === null;
  const shown = (kept.current ??= new ColumnWindow(keys, heights, whole, firstSight?.()));
  shown.show(items, frame);
  const at = isNew && start ? startAt(start.card) : -1;
  if (start && at >= 0) shown.bring(at, start.below, frame);

  useLayoutEffect(() => {
    const element = list.current;
    if (!element) return undefined;
    const win = element.win as Window & typeof window;
    const scroller = scrollsAsOne ? (element.closest<HTMLElement>('.ops-grid') ?? element) : element;
    const held = onScroll && new ScrollAnchor(scroller, at >= 0 ? start : null);
    anchor.current = held;
    const lists = scrollerOf(scroller);
    const look: Look = () => {
      frame.begin(element.doc);
      if (shown.isWhole) return;
      const most = frame.wanting.has(shown) ? frame.part() : undefined;
      if (shown.look(viewportOf(element, scroller, shown), frame, most)) redraw(undefined);
    };
    // When the frame is painted that draws this. Its observer may hear of nothing: others had all of the frame.
    soon.current = () =>
      inNextFrame(element.win, () => {
        frame.begin(element.doc);
        inNextFrame(element.win, look);
      });
    const remember = (): void => {
      const place = held?.scrolled();
      if (place !== undefined) onScroll?.(place);
    };
    const watching = new win.ResizeObserver((entries) => {
      // Here the list is laid out; to ask before that would lay it out twice.
      heights.gap = Number.parseFloat(win.getComputedStyle(element).rowGap) || 0;
      for (const { target, borderBoxSize } of entries) {
        const { key } = (target as HTMLElement).dataset;
        if (key !== undefined && target.isConnected)
          heights.set(Number(key), borderBoxSize[0]?.blockSize ?? (target as HTMLElement).offsetHeight);
      }
      held?.hold();
      if (held?.isLost === true) remember();
      // Not in here: what is drawn now would be measured in the next round only, and the browser reports that as an error.
      inNextFrame(element.win, look);
    });
    watching.observe(scroller);
    observer.current = watching;
    observed.current.clear();
    lists.set(look, remember);
    return () => {
      watching.disconnect();
      held?.release();
      observer.current = null;
      lists.delete(look);
      waiting.get(element.win)?.delete(look);
      frame.wanting.delete(shown);
    };
  }, [scrollsAsOne]);

  useLayoutEffect(() => {
    const drawn = new Set<Element>(list.current?.querySelectorAll(selector) ?? []);
    for (const card of observed.current) if (!drawn.has(card)) observer.current?.unobserve(card);
    for (const card of drawn) if (!observed.current.has(card)) observer.current?.observe(card);
    observed.current = drawn;
    anchor.current?.hold();
    // One below the other they fill in turn: what comes above pushes down what is there.
    frame.wanting[shown.isMissing && !scrollsAsOne ? 'add' : 'delete'](shown);
    if (shown.isShort) soon.current?.();
  });

  return shown;
}
