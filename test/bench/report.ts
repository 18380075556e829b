/** The figures as a table, and one line for each target. */
import type { FirstIndex } from './measure-first-index';
import type { Heap } from './measure-heap';
import type { CheckFigures } from './measure-check';
import type { Onload } from './measure-onload';
import type { Rename } from './measure-rename';
import { LONGEST_SLICE_MS } from './measure-slices';
import type { Update, UpdateKind } from './measure-update';

export interface SizeFigures {
  readonly size: number;
  readonly onload: Onload;
  readonly firstIndex: FirstIndex;
  readonly heap: Heap;
  readonly updates: Readonly<Record<UpdateKind, Update>>;
  readonly rename: Rename;
  readonly check: CheckFigures;
}

interface Row {
  readonly label: string;
  readonly read: (figures: SizeFigures) => number;
  readonly digits: number;
}

const UPDATE_KINDS = ['plain note', 'note with todos', 'lifecycle page'] as const satisfies readonly UpdateKind[];

const ROWS: readonly Row[] = [
  { label: 'todos', read: ({ heap }) => heap.todos, digits: 0 },
  { label: 'floor, ms', read: ({ firstIndex }) => firstIndex.floor, digits: 1 },
  { label: 'first index, ms', read: ({ firstIndex }) => firstIndex.index, digits: 1 },
  { label: '  ratio to the floor', read: ({ firstIndex }) => firstIndex.ratio, digits: 2 },
  { label: '  ratio of processor time', read: ({ firstIndex }) => firstIndex.workRatio, digits: 2 },
  { label: '  longest slice by the processor, ms', read: ({ firstIndex }) => firstIndex.slices.longestWork, digits: 1 },
  { label: '    slices over 8 ms', read: ({ firstIndex }) => firstIndex.slices.overWork, digits: 0 },
  { label: '  longest slice by the clock, ms', read: ({ firstIndex }) => firstIndex.slices.longest, digits: 1 },
  { label: '    slices over 8 ms', read: ({ firstIndex }) => firstIndex.slices.over, digits: 0 },
  {
    label: '  longest with garbage collection, ms',
    read: ({ firstIndex }) => firstIndex.slices.longestWithPauses,
    digits: 1,
  },
  { label: '    turns over 8 ms', read: ({ firstIndex }) => firstIndex.slices.overWithPauses, digits: 0 },
  { label: '    of that collecting, ms', read: ({ firstIndex }) => firstIndex.slices.collecting, digits: 1 },
  ...UPDATE_KINDS.flatMap((kind): Row[] => [
    { label: `update of a ${kind}, ms`, read: ({ updates }) => updates[kind].median, digits: 3 },
    { label: '  95th percentile', read: ({ updates }) => updates[kind].p95, digits: 3 },
    { label: '  longest', read: ({ updates }) => updates[kind].max, digits: 3 },
  ]),
  { label: 'rename of 500 notes, ms', read: ({ rename }) => rename.listening + rename.settling, digits: 1 },
  { label: '  of that in listeners', read: ({ rename }) => rename.listening, digits: 1 },
  { label: '  longest slice, ms', read: ({ rename }) => rename.longestSlice, digits: 1 },
  { label: 'check: links', read: ({ check }) => check.links, digits: 0 },
  { label: '  floor, ms', read: ({ check }) => check.floor, digits: 1 },
  { label: '  of the whole vault, ms', read: ({ check }) => check.check, digits: 1 },
  { label: '  ratio to the floor', read: ({ check }) => check.ratio, digits: 2 },
  { label: '  after one note, ms', read: ({ check }) => check.update.median, digits: 3 },
  { label: '    95th percentile', read: ({ check }) => check.update.p95, digits: 3 },
  { label: '    longest', read: ({ check }) => check.update.max, digits: 3 },
  { label: 'heap, kB', read: ({ heap }) => heap.total / 1000, digits: 0 },
  { label: '  a todo beyond its text, bytes', read: ({ heap }) => heap.perTodo, digits: 0 },
  { label: '  text of a todo, bytes', read: ({ heap }) => heap.textPerTodo, digits: 0 },
  { label: 'onload the first time, ms', read: ({ onload }) => onload.first, digits: 2 },
  { label: '  again', read: ({ onload }) => onload.again, digits: 2 },
];

const LABEL_WIDTH = Math.max(...ROWS.map(({ label }) => label.length));
const COLUMN = 10;

/** @param bytes the size of main.js. */
export function report(figures: readonly SizeFigures[], bytes: number): string {
  const line = (label: string, cells: readonly string[]): string =>
    `${label.padEnd(LABEL_WIDTH)}${cells.map((cell) => cell.padStart(COLUMN)).join('')}`;
  const table = [
    line('notes', [...figures.map(({ size }) => String(size)), 'growth']),
    ...ROWS.map(({ label, read, digits }) =>
      line(label, [...figures.map((one) => read(one).toFixed(digits)), growth(figures.map(read))]),
    ),
    line('main.js, kB', [(bytes / 1000).toFixed(1)]),
  ];
  return `${[...table, '', ...verdicts(figures, bytes)].join('\n')}\n`;
}

/** The largest vault's figure over the smallest's. */
function growth(values: readonly number[]): string {
  const [first = 0, last = 0] = [values[0], values.at(-1)];
  return values.length < 2 || first === 0 ? '' : `×${(last / first).toFixed(1)}`;
}

function verdicts(figures: readonly SizeFigures[], bytes: number): string[] {
  const largest = figures.at(-1);
  const smallest = figures[0];
  if (!largest || !smallest) return [];
  const worst = (read: (one: SizeFigures) => number): number => Math.max(...figures.map(read));
  const slowest = ({ updates }: SizeFigures): number => Math.max(...UPDATE_KINDS.map((kind) => updates[kind].median));
  return [
    verdict(
      'first index at most 3.5 times the floor',
      worst(({ firstIndex }) => firstIndex.ratio),
      3.5,
      '',
    ),
    verdict(
      'no slice of the first index over 8 ms of work',
      worst(({ firstIndex }) => firstIndex.slices.longestWork),
      LONGEST_SLICE_MS,
      ' ms',
    ),
    verdict(`one update at most 2 ms at ${largest.size} notes`, slowest(largest), 2, ' ms'),
    // Flat: forty times the notes, and hardly more time; half again is what these machines add by themselves.
    verdict(
      "one update flat in the vault's size",
      slowest(largest) / slowest(smallest),
      1.5,
      " times the smallest vault's",
    ),
    verdict(
      'no slice of a rename of 500 notes over 8 ms',
      worst(({ rename }) => rename.longestSlice),
      LONGEST_SLICE_MS,
      ' ms',
    ),
    verdict('heap at most 1.5 kB a todo beyond its text', largest.heap.perTodo / 1000, 1.5, ' kB'),
    verdict(
      'onload under 5 ms',
      worst(({ onload }) => onload.first),
      5,
      ' ms',
    ),
    verdict('main.js at most 180 kB', bytes / 1000, 180, ' kB'),
  ];
}

/** @param unit with the space before it. */
export function verdict(target: string, value: number, limit: number, unit: string): string {
  const found = `${value.toFixed(2)}${unit}`;
  return value <= limit
    ? `reached      ${target}: ${found}`
    : `falls short  ${target}: ${found}, ${(value / limit).toFixed(1)} times the target`;
}
