/**
 * How long the event loop is held up while some work goes on. A beat is queued again and again; the time between two beats is
 * all that ran in one turn of the loop, which is one task in the app, or several: an upper bound of how long a key press waits. A message that is posted
 * ends a turn too: in the app each is a task of its own, while Node hands over in one turn what is posted meanwhile.
 */
import { PerformanceObserver } from 'node:perf_hooks';
import { ofThread } from './figures';

export interface Slices {
  /** The longest time between two beats less the garbage collection in it: the work itself, in milliseconds. */
  readonly longest: number;
  /** Turns with more than 8 ms of work. */
  readonly over: number;
  /** The same two by what the processor did: what is longer by the clock waited for another program, a thread of the engine's or the machine. */
  readonly longestWork: number;
  readonly overWork: number;
  /** Milliseconds of garbage collection in the turns that took more than 8 ms with it, and how many those are. */
  readonly collecting: number;
  readonly overWithPauses: number;
  /** The longest time between two beats, all in. A collection takes the longer, the more memory the app and this host hold. */
  readonly longestWithPauses: number;
}

interface Span {
  readonly start: number;
  readonly end: number;
}

interface Turn extends Span {
  /** By the processor. */
  readonly work: number;
}

export const LONGEST_SLICE_MS = 8;

export async function measureSlices(work: () => Promise<unknown>): Promise<Slices> {
  const turns: Turn[] = [];
  const pauses: Span[] = [];
  const observer = new PerformanceObserver((list) => {
    for (const { startTime, duration } of list.getEntries())
      pauses.push({ start: startTime, end: startTime + duration });
  });
  observer.observe({ entryTypes: ['gc'] });
  let worked = ofThread();
  let last = performance.now();
  let beating = true;
  const endTurn = (): void => {
    const end = performance.now();
    const until = ofThread();
    turns.push({ start: last, end, work: until - worked });
    worked = until;
    last = performance.now();
  };
  const beat = (): void => {
    endTurn();
    if (beating) setImmediate(beat);
  };
  setImmediate(beat);
  const post = Reflect.get(MessagePort.prototype, 'postMessage') as (this: MessagePort, message: unknown) => void;
  MessagePort.prototype.postMessage = function (message: unknown): void {
    endTurn();
    post.call(this, message);
  };
  await work();
  MessagePort.prototype.postMessage = post;
  beating = false;
  endTurn();
  // The observer is told a turn later.
  await new Promise((resolve) => setImmediate(resolve));
  observer.disconnect();
  const collected = turns.map((turn) => pauses.reduce((sum, pause) => sum + overlap(turn, pause), 0));
  const slices = turns.map((turn, at) => length(turn) - (collected[at] ?? 0));
  const works = turns.map(({ work }, at) => Math.min(slices[at] ?? 0, work - (collected[at] ?? 0)));
  const isLong = (time: number): boolean => time > LONGEST_SLICE_MS;
  return {
    longest: Math.max(...slices),
    over: slices.filter(isLong).length,
    longestWork: Math.max(...works),
    overWork: works.filter(isLong).length,
    longestWithPauses: Math.max(...turns.map(length)),
    overWithPauses: turns.filter((turn) => isLong(length(turn))).length,
    collecting: turns.reduce((sum, turn, at) => sum + (isLong(length(turn)) ? (collected[at] ?? 0) : 0), 0),
  };
}

const length = ({ start, end }: Span): number => end - start;
const overlap = (a: Span, b: Span): number => Math.max(0, Math.min(a.end, b.end) - Math.max(a.start, b.start));
