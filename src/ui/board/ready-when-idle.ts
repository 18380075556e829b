import { readyForQuery, type Searched } from '../../core/board/query/card-test';

/** Milliseconds that the next card may take: its note is opened for it. */
const SPARE = 4;
/** Cards of a step, and milliseconds between two, where a window does not say when it is idle. */
const AT_ONCE = 20;
const PAUSE = 30;

/**
 * Readies cards for the filter in the time that nobody needs, so that its first key is as fast as all others.
 * @param cards those of one note follow each other, as a note is opened for all of them at once.
 * @returns what ends it.
 */
export function readyWhenIdle(win: Window, cards: Iterable<Searched>): () => void {
  const left = cards[Symbol.iterator]();
  let end = (): void => undefined;
  const step = (deadline?: IdleDeadline): void => {
    for (let count = 0; deadline ? deadline.timeRemaining() > SPARE : count < AT_ONCE; count++) {
      const next = left.next();
      if (next.done === true) return;
      readyForQuery([next.value]);
    }
    goOn();
  };
  const goOn = (): void => {
    if ('requestIdleCallback' in win) {
      const asked = win.requestIdleCallback(step);
      end = () => win.cancelIdleCallback(asked);
    } else {
      const timer = (win as Window).setTimeout(() => step(), PAUSE);
      end = () => (win as Window).clearTimeout(timer);
    }
  };
  goOn();
  return () => end();
}
