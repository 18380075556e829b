import type { DayFigures, ProgressHistory } from './progress-history';

/** One phase's history as a picture: a unit for each day and each responsibility, 0 at the top, as SVG paths. */
interface PhasePicture {
  readonly width: number;
  readonly height: number;
  /** From the ground to what was finished. */
  readonly finished: string;
  /** From the ground to all that there was. */
  readonly all: string;
  /** Days without a record, from the ground to the top. */
  readonly gaps: string;
  /** The picture in a sentence. */
  readonly description: string;
}

/** Days that tell the same kind of thing, for a table: one day with its figures by phase, or a gap. */
interface HistoryRow {
  readonly from: string;
  readonly to: string;
  /** In the order of the phases asked for, null where a phase has no record; null for a gap. */
  readonly figures: readonly (DayFigures | null)[] | null;
}

const DAY_MS = 86_400_000;

/** Every day from the first that has a record to the last. */
export function historyDays(history: ProgressHistory): string[] {
  const told = [...history.keys()].sort();
  const [first, last] = [told[0], told.at(-1)];
  if (first === undefined || last === undefined) return [];
  const days = Math.round((Date.parse(last) - Date.parse(first)) / DAY_MS) + 1;
  return Array.from({ length: days }, (_, at) => new Date(Date.parse(first) + at * DAY_MS).toISOString().slice(0, 10));
}

/** Steps over the days that have a height; a day without one ends what was begun. */
function steps(heights: readonly (number | null)[], ground: number): string {
  return heights
    .map((height, at) => {
      if (height === null) return '';
      const begins = (heights[at - 1] ?? null) === null ? `M${at} ${ground}` : '';
      const ends = (heights[at + 1] ?? null) === null ? `V${ground}Z` : '';
      return `${begins}V${ground - height}H${at + 1}${ends}`;
    })
    .join('');
}

/** @param days of `historyDays`: all phases are drawn over the same. Null where nothing is recorded of the phase. */
export function drawPhase(history: ProgressHistory, days: readonly string[], phase: string): PhasePicture | null {
  const figures = days.map((day) => history.get(day)?.get(phase) ?? null);
  const told = figures.filter((one) => one !== null);
  const [first, last] = [told[0], told.at(-1)];
  if (!first || !last) return null;
  const height = Math.max(1, ...told.map(({ finished, open }) => finished + open));
  const draw = (measure: (one: DayFigures | null) => number | null): string => steps(figures.map(measure), height);
  const missing = figures.length - told.length;
  return {
    width: days.length,
    height,
    finished: draw((one) => one?.finished ?? null),
    all: draw((one) => one && one.finished + one.open),
    gaps: draw((one) => (one ? null : height)),
    description: [
      `${days[0] ?? ''} to ${days.at(-1) ?? ''}:`,
      `at first ${first.finished} of ${first.finished + first.open} finished,`,
      `at last ${last.finished} of ${last.finished + last.open}.`,
      missing === 0 ? 'Every day is recorded.' : `Days not recorded: ${missing}.`,
    ].join(' '),
  };
}

/** The same for a table, the last day first; days without any record in one row. */
export function historyRows(
  history: ProgressHistory,
  days: readonly string[],
  phases: readonly string[],
): HistoryRow[] {
  const rows: HistoryRow[] = [];
  for (const day of days) {
    const told = history.get(day);
    const gap = rows.at(-1);
    if (told) rows.push({ from: day, to: day, figures: phases.map((phase) => told.get(phase) ?? null) });
    else if (gap?.figures === null) rows[rows.length - 1] = { ...gap, to: day };
    else rows.push({ from: day, to: day, figures: null });
  }
  return rows.reverse();
}
