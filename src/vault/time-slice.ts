/** A slice leaves half of a frame of 16 ms to the app, and ends before 8 ms with some room for the work that overruns. */
const SLICE_MS = 4;

/** One for all, since making one costs more than what it carries. */
let channel: MessageChannel | null = null;
const waiting: (() => void)[] = [];

/** Resolves in the next task, so that input and painting come first. A timer would wait 4 ms and more each time. */
export function nextTask(): Promise<void> {
  return new Promise((resolve) => {
    const { port1, port2 } = (channel ??= new MessageChannel());
    waiting.push(resolve);
    port1.onmessage = (): void => {
      waiting.shift()?.();
      // Whoever runs this outside of a window may end.
      if (waiting.length === 0) port1.onmessage = null;
    };
    port2.postMessage(null);
  });
}

/** Cuts long work into slices. Several workers share one: when its time is up, all of them wait for the same next task. */
export class TimeSlice {
  private start = performance.now();
  private pause: Promise<void> | null = null;

  readonly isUp = (): boolean => performance.now() - this.start > SLICE_MS;

  /** For who asks between two pieces of work whether there is to be waited. */
  readonly breatheIfDue = (): Promise<void> | null => (this.isUp() ? this.breathe() : null);

  /** Call between two pieces of work; it waits only when the slice's time is up. */
  async breathe(): Promise<void> {
    if (!this.pause && !this.isUp()) return;
    this.pause ??= nextTask().then(() => {
      this.start = performance.now();
      this.pause = null;
    });
    await this.pause;
  }
}
