import { isFields } from '../text/fields';
import { isDate } from '../todo/due-date';
/** How far one phase was on one day, as it was told last. */
export interface DayFigures {
  readonly finished: number;
  readonly open: number;
  /** When it was told, in minutes of that day; at least one more than what was told before it. */
  readonly at: number;
}

/** How far each phase is, by its id. */
export type PhaseFigures = ReadonlyMap<string, Omit<DayFigures, 'at'>>;

/** By day (`2026-11-29`), then by the phase's id. */
export type ProgressHistory = ReadonlyMap<string, ReadonlyMap<string, DayFigures>>;

/** As it is kept: by month, then by the phase's id, a word for each day: `29.h2.3.6` is the 29th, told at minute h2 (base 36), 3 finished, 6 open. */
export type StoredHistory = Readonly<Record<string, Readonly<Record<string, string>>>>;

export const NO_HISTORY: ProgressHistory = new Map();

const MONTH = /^\d{4}-\d{2}$/;
const WORD = /^(\d{2})\.([0-9a-z]{1,6})\.(\d{1,9})\.(\d{1,9})$/;

/** Reads what was kept; nothing kept is an empty history. Null when any of it is not understood, be it broken or of a newer version. */
export function readHistory(stored: unknown): ProgressHistory | null {
  if (stored === undefined) return NO_HISTORY;
  if (!isFields(stored)) return null;
  const history = new Map<string, Map<string, DayFigures>>();
  for (const [month, phases] of Object.entries(stored)) {
    if (!MONTH.test(month) || !isFields(phases)) return null;
    for (const [phase, words] of Object.entries(phases)) {
      if (typeof words !== 'string') return null;
      for (const word of words.split(' ')) {
        const [, number, at, finished, open] = WORD.exec(word) ?? [];
        const day = `${month}-${number}`;
        if (at === undefined || !isDate(day)) return null;
        const figures = { finished: Number(finished), open: Number(open), at: Number.parseInt(at, 36) };
        history.set(day, (history.get(day) ?? new Map<string, DayFigures>()).set(phase, figures));
      }
    }
  }
  return history;
}

/** The same history is always written the same: devices that know the same have nothing to tell each other. */
export function writeHistory(history: ProgressHistory): StoredHistory {
  const months = new Map<string, Map<string, string[]>>();
  for (const day of [...history.keys()].sort())
    for (const [phase, { finished, open, at }] of history.get(day) ?? []) {
      const phases = months.get(day.slice(0, 7)) ?? new Map<string, string[]>();
      months.set(day.slice(0, 7), phases);
      phases.set(phase, [
        ...(phases.get(phase) ?? []),
        `${day.slice(8)}.${at.toString(36)}.${String(finished)}.${String(open)}`,
      ]);
    }
  return Object.fromEntries(
    [...months].map(([month, phases]) => [
      month,
      Object.fromEntries([...phases].sort(([a], [b]) => (a < b ? -1 : 1)).map(([id, words]) => [id, words.join(' ')])),
    ]),
  );
}

const later = (a: DayFigures, b: DayFigures): DayFigures =>
  (b.at - a.at || b.finished - a.finished || b.open - a.open) > 0 ? b : a;

/** What two devices know, in one: of a day and phase that both tell what was told later counts; at the same minute, where more is finished, then where more is open. */
export function mergeHistories(one: ProgressHistory, other: ProgressHistory): ProgressHistory {
  const merged = new Map([...one].map(([day, phases]) => [day, new Map(phases)]));
  for (const [day, phases] of other) {
    const kept = merged.get(day) ?? new Map<string, DayFigures>();
    merged.set(day, kept);
    for (const [phase, figures] of phases) kept.set(phase, later(kept.get(phase) ?? figures, figures));
  }
  return merged;
}

/** Adds how far the phases are now, at a minute of a day; what the day already tells stays. */
export function addToHistory(
  history: ProgressHistory,
  day: string,
  minute: number,
  now: PhaseFigures,
): ProgressHistory {
  const before = history.get(day);
  const told = [...now].flatMap(([phase, { finished, open }]): [string, DayFigures][] => {
    const was = before?.get(phase);
    if (was?.finished === finished && was.open === open) return [];
    return [[phase, { finished, open, at: Math.max(minute, (was?.at ?? -1) + 1) }]];
  });
  return told.length === 0 ? history : mergeHistories(history, new Map([[day, new Map(told)]]));
}
