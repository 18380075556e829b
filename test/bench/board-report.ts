/** The board's figures beside the floor's as a table, and one line for each target. */
import { LONGEST_FRAME_MS, type BoardFigures, type InRows, type InUse, type Scrolling } from './board-measure';
import { ROWS } from './board-vault';
import { verdict } from './report';

/** Null where there is nothing to compare. */
type Cells = readonly (number | null)[];

interface Row {
  readonly label: string;
  readonly cells: Cells;
  readonly digits: number;
}

const COLUMN = 12;
const FRAME_MS = 16;

export function reportBoard(figures: BoardFigures): string {
  const { cards, firstOpening, opening, floorOpening, opened, scrolled, floor, work, scrolling, floorScrolling } =
    figures;
  const inUse = (read: (one: InUse) => number): Cells => [read(opened), read(scrolled), read(floor)];
  const scroll = (read: (one: Scrolling) => number): Cells => [read(scrolling), null, read(floorScrolling)];
  const rows: readonly Row[] = [
    { label: 'first opening, ms', cells: [firstOpening.painted, null, null], digits: 1 },
    { label: '  with all texts in sight', cells: [firstOpening.complete, null, null], digits: 1 },
    { label: 'opening again, ms', cells: [opening.painted, null, floorOpening], digits: 1 },
    { label: '  with all texts in sight', cells: [opening.complete, null, null], digits: 1 },
    { label: 'update of a card, work in ms', cells: inUse(({ update }) => update.work), digits: 1 },
    { label: '  of that in scripts', cells: inUse(({ update }) => update.script), digits: 1 },
    { label: '  until it is painted', cells: inUse(({ updateWait }) => updateWait), digits: 1 },
    { label: 'keystroke in the filter, ms', cells: inUse(({ keystroke }) => keystroke.median), digits: 1 },
    { label: '  slowest key of the word', cells: inUse(({ keystroke }) => keystroke.slowest), digits: 1 },
    { label: 'from a drop to the board redrawn, ms', cells: [work.drop, null, work.write], digits: 1 },
    { label: '100 cards done: from the key to the plan, ms', cells: [work.planned, null, null], digits: 1 },
    { label: '  from Apply to the board redrawn', cells: [work.done, null, work.writeAll], digits: 1 },
    { label: '  writes', cells: [work.writes, null, null], digits: 0 },
    { label: '  notes', cells: [work.notes, null, null], digits: 0 },
    { label: 'longest frame while scrolling, ms', cells: scroll(({ longest }) => longest), digits: 1 },
    { label: '  95th percentile', cells: scroll(({ p95 }) => p95), digits: 1 },
    { label: `  frames over ${LONGEST_FRAME_MS} ms`, cells: scroll(({ over }) => over), digits: 0 },
    { label: '  frames', cells: scroll(({ frames }) => frames), digits: 0 },
    { label: 'memory, MB', cells: inUse(({ memory }) => memory / 1e6), digits: 1 },
  ];
  const width = Math.max(...rows.map(({ label }) => label.length));
  const line = (label: string, cells: readonly string[]): string =>
    `${label.padEnd(width)}${cells.map((cell) => cell.padStart(COLUMN)).join('')}`;
  const table = [
    line(`board, ${cards} cards`, ['opened', 'scrolled', 'floor']),
    ...rows.map(({ label, cells, digits }) =>
      line(
        label,
        cells.map((cell) => cell?.toFixed(digits) ?? ''),
      ),
    ),
  ];
  return `${[...table, '', ...verdicts(figures), '', ...rowLines(figures.rows)].join('\n')}\n`;
}

/** What rows cost, and one line for each target. */
export const reportRows = (rows: readonly InRows[]): string => `${rowLines(rows).join('\n')}\n`;

function rowLines(rows: readonly InRows[]): string[] {
  return rows.flatMap(({ group, grouped, update, keystroke, scrolling: { longest, over } }) => [
    `${ROWS} rows by ${group}: ${grouped.toFixed(1)} ms to group, ${update.work.toFixed(1)} ms an update, ${keystroke.slowest.toFixed(1)} ms the slowest key, ${longest.toFixed(1)} ms the longest frame`,
    verdict('  one update', update.work, FRAME_MS, ' ms'),
    verdict('  a keystroke', keystroke.slowest, 50, ' ms'),
    verdict(`  frames over ${LONGEST_FRAME_MS} ms while scrolling`, over, 0, ''),
  ]);
}

function verdicts({ cards, firstOpening, opened, scrolled, work, scrolling }: BoardFigures): string[] {
  return [
    verdict(`first paint within 150 ms of the command at ${cards} cards`, firstOpening.painted, 150, ' ms'),
    verdict(`one update at most ${FRAME_MS} ms of work`, opened.update.work, FRAME_MS, ' ms'),
    verdict('  after a column has been scrolled through', scrolled.update.work, FRAME_MS, ' ms'),
    verdict('from a drop to the board redrawn', work.drop, 100, ' ms'),
    verdict('a hundred cards done in one plan', work.planned + work.done, 500, ' ms'),
    verdict(`no frame over ${LONGEST_FRAME_MS} ms while scrolling`, scrolling.longest, LONGEST_FRAME_MS, ' ms'),
    verdict('a keystroke under 50 ms, the slowest key of a word', opened.keystroke.slowest, 50, ' ms'),
    verdict('  after a column has been scrolled through', scrolled.keystroke.slowest, 50, ' ms'),
  ];
}
