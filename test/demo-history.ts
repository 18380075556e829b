// What a vault's plugin data holds after some weeks of work, for the workbench: a record that grows to what stands there now, with days on which nobody was there.
import {
  addToHistory,
  NO_HISTORY,
  writeHistory,
  type PhaseFigures,
  type StoredHistory,
} from '../src/core/progress/progress-history';

/** Weekends, and a week off. */
const isOff = (day: Date, before: number): boolean => [0, 6].includes(day.getUTCDay()) || (before > 24 && before < 32);

/** The same for the same end: no chance in it. @param end the last day (`2026-11-29`) @param now how far the phases are then @param days how many days it goes back */
export function demoHistory(end: string, now: PhaseFigures, days = 60): StoredHistory {
  let history = NO_HISTORY;
  for (let before = days - 1; before >= 0; before--) {
    const day = new Date(Date.parse(end) - before * 86_400_000);
    if (before > 0 && isOff(day, before)) continue;
    const share = 1 - before / days;
    const figures = [...now].map(([id, { finished, open }], at) => {
      const all = finished + open - Math.floor((1 - share) * 4);
      // Later phases begin later; now and then something finished is opened again.
      const done = Math.ceil(finished * (1 - (1 - share) * (1 + at / 3))) - (before % 9 === 4 ? 1 : 0);
      const shown = before === 0 ? finished : Math.min(Math.max(0, all), Math.max(0, done));
      return [id, { finished: shown, open: Math.max(0, all - shown) }] as const;
    });
    history = addToHistory(history, day.toISOString().slice(0, 10), 0, new Map(figures));
  }
  return writeHistory(history);
}
