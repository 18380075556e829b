/**
 * The app's `debounce`. Unless told to start the wait anew with every call (the mocks' default), the first call starts
 * it; either way the last call's arguments are used.
 */
export interface Debounced<Args extends unknown[], Result> {
  (...args: Args): Debounced<Args, Result>;
  cancel(): Debounced<Args, Result>;
  /** Does at once what was waiting, if anything was. */
  run(): Result | undefined;
}

export function debounce<Args extends unknown[], Result>(
  callback: (...args: Args) => Result,
  timeout = 0,
  resetTimer = false,
): Debounced<Args, Result> {
  let timer: ReturnType<typeof setTimeout> | undefined;
  let waiting: Args | undefined;
  const stop = () => {
    clearTimeout(timer);
    timer = undefined;
  };
  const run = (): Result | undefined => {
    stop();
    if (!waiting) return undefined;
    const args = waiting;
    waiting = undefined;
    return callback(...args);
  };
  const debounced = (...args: Args) => {
    waiting = args;
    if (resetTimer) stop();
    timer ??= setTimeout(run, timeout);
    return debounced;
  };
  debounced.run = run;
  debounced.cancel = () => {
    stop();
    waiting = undefined;
    return debounced;
  };
  return debounced;
}
