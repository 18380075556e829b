import type { RefObject } from 'preact';
import { useEffect, useState } from 'preact/hooks';

/** How far outside of the visible part an element counts as in sight, so that it is ready when it comes. */
const MARGIN = '400px';

/** Calls back each time the element comes in sight, until the result is called. `margin` is a CSS length around what is visible. */
export function watchSight(element: HTMLElement, margin: string, seen: () => void): () => void {
  // The element's own window's observer: the board may be in a pop-out.
  const { IntersectionObserver } = element.win as Window & typeof window;
  const observer = new IntersectionObserver(
    (entries) => {
      if (entries.some(({ isIntersecting }) => isIntersecting)) seen();
    },
    { rootMargin: margin },
  );
  observer.observe(element);
  return () => observer.disconnect();
}

/** Whether an element is, or has been, in sight. */
export function useInSight(ref: RefObject<HTMLElement | null>): boolean {
  const [inSight, setInSight] = useState(false);
  useEffect(() => {
    const element = ref.current;
    if (!element || inSight) return undefined;
    return watchSight(element, MARGIN, () => setInSight(true));
  }, [inSight, ref]);
  return inSight;
}
