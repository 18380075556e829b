/** Stops the clock that a plugin reads: `Date.now()`, `new Date()` and `Date()`; a date that is given stays itself. */
export function fixClock(now: Date): () => void {
  const RealDate = globalThis.Date;
  const time = now.getTime();
  const FixedDate: DateConstructor = new Proxy(RealDate, {
    construct(target, given: unknown[], newTarget): Date {
      const args = given.length === 0 ? [time] : given;
      return Reflect.construct(target, args, newTarget === FixedDate ? target : newTarget) as Date;
    },
    apply: () => new RealDate(time).toString(),
    get: (target, key) => (key === 'now' ? () => time : (Reflect.get(target, key) as unknown)),
  });
  globalThis.Date = FixedDate;
  return () => {
    globalThis.Date = RealDate;
  };
}
