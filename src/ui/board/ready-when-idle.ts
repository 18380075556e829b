import { readyForQuery, type Searched } from '../../core/board/query/card-test';

/** Milliseconds that a step may overrun by. */
const SPARE = 2;
/** Between two steps, where a window does not say when it is idle. */
const PAUSE = 30;

/**
 * Readies cards for the filter in the time that nobody needs, so that its first key is as fast as all others.
 * @param notes the cards of each note: together, as a note is opened for all of them.
 * @returns what ends it.
 */
export function readyWhenIdle(win: Window, notes: Iterable<readonly Searched[]>): () => void {
  const left = notes[Symbol.iterator]();
  let end = (): void => undefined;
  const step = (deadline?: IdleDeadline): void => {
    do {
      const next = left.next();
      if (next.done === true) return;
      readyForQuery(next.value);
    } while (deadline && deadline.timeRemaining() > SPARE);
    goOn();
  };
  const goOn = (): void => {
    if ('requestIdleCallback' in win) {
      const asked = win.requestIdleCallback(step);
      end = () => win.cancelIdleCallback(asked);
    } else {
      const timer = (win as Window).setTimeout(step, PAUSE);
      end = () => (win as Window).clearTimeout(timer);
    }
  };
  goOn();
  return () => end();
}
