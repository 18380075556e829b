/**
 * Runs in the page: takes the time until the browser has drawn something. A frame's callback runs right before styles, layout and
 * paint, and a message sent from it arrives right after them: so long the page was at work. What the compositor does with the
 * picture then is not in it.
 */

export interface Frame {
  /** Milliseconds that the page was at work, from the change until it was painted. */
  readonly work: number;
  /** Of that in scripts; the rest is styles, layout and paint. */
  readonly script: number;
}

const PATIENCE_MS = 60_000;
/** Each frame goes on by so much of what is visible: the pace of somebody who drags the scroll bar. */
const STEP = 0.5;
/** A list that has been at its end for so many frames grows no more. */
const QUIET_FRAMES = 60;

/** Resolves within the next frame, before it is painted. */
export const frame = (): Promise<number> =>
  new Promise((resolve) => requestAnimationFrame(() => resolve(performance.now())));

/** Called within a frame: resolves when it has been painted. */
export function painted(): Promise<number> {
  return new Promise((resolve) => {
    const { port1, port2 } = new MessageChannel();
    port1.onmessage = () => resolve(performance.now());
    port2.postMessage(null);
  });
}

/** @throws after a minute, saying what never came to be. */
export async function framesUntil(isSo: () => boolean, what: string): Promise<void> {
  const start = performance.now();
  do if ((await frame()) - start > PATIENCE_MS) throw new Error(`A minute has gone by, and still not ${what}.`);
  while (!isSo());
}

/** Makes a change at a frame's beginning, so that the time that was left of the frame before does not count. */
export async function paintedFrame(change: () => void): Promise<Frame> {
  const start = await frame();
  change();
  // The board draws in a microtask of its own, which is before this one.
  await Promise.resolve();
  const script = performance.now() - start;
  return { work: (await painted()) - start, script };
}

/** From top to bottom, as long as the list goes on growing. @returns the milliseconds between any two frames. */
export async function scrollThrough(list: HTMLElement): Promise<number[]> {
  const frames: number[] = [];
  let last = await frame();
  for (let quiet = 0; quiet < QUIET_FRAMES;) {
    const before = list.scrollTop;
    list.scrollTop += list.clientHeight * STEP;
    quiet = list.scrollTop > before ? 0 : quiet + 1;
    const now = await frame();
    frames.push(now - last);
    last = now;
  }
  return frames;
}
