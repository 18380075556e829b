/** The board with 10,000 cards in Chromium, and beside it as many plain ones. */
import { closeBrowser, hasBrowser } from '../workbench/open-workbench';
import type { Frame } from './board-frames';
import { BoardPage } from './board-page';
import type { Opening } from './board-probe';
import { CARDS_A_COLUMN, generateBoardVault, IN_ROWS, ROWS, type BoardVault } from './board-vault';
import { checkMetadata } from './check-metadata';
import { median, quantile } from './figures';

/** Medians of several runs, in milliseconds and bytes. */
export interface BoardFigures {
  readonly cards: number;
  /** In a page that has drawn no board yet, and in one that has. */
  readonly firstOpening: Opening;
  readonly opening: Opening;
  readonly floorOpening: number;
  readonly opened: InUse;
  /** After one of its columns has been scrolled through. */
  readonly scrolled: InUse;
  readonly floor: InUse;
  readonly work: Work;
  readonly scrolling: Scrolling;
  readonly floorScrolling: Scrolling;
  readonly rows: readonly InRows[];
}

/** The board with its cards in rows. */
export interface InRows {
  readonly group: 'owners' | 'notes';
  readonly grouped: number;
  readonly update: Frame;
  readonly keystroke: Keystroke;
  readonly scrolling: Scrolling;
}

/** What a board that is open costs. */
export interface InUse {
  /** One card's. */
  readonly update: Frame;
  /** From the index's word, or the floor's change, to the painted frame. */
  readonly updateWait: number;
  readonly keystroke: Keystroke;
  readonly memory: number;
}

/** Milliseconds that somebody waits for what they did to the board. */
export interface Work {
  /** From a drop to the board redrawn, the note written. */
  readonly drop: number;
  /** A note written without board and plan: what the workbench itself takes of that. */
  readonly write: number;
  /** As many notes written one after the other without a board or a plan, until all that follows is done. */
  readonly writeAll: number;
  /** A hundred cards marked as done: from the key to the plan, from Apply to the board redrawn. */
  readonly planned: number;
  readonly done: number;
  readonly writes: number;
  readonly notes: number;
}

export interface Keystroke {
  readonly median: number;
  /** Of the keys that are pressed, the slowest. */
  readonly slowest: number;
}

/** The milliseconds between two frames. */
export interface Scrolling {
  readonly frames: number;
  readonly longest: number;
  readonly p95: number;
  readonly over: number;
}

export const LONGEST_FRAME_MS = 50;
const FRESH_PAGES = 5;
const OPENINGS = 5;
const SCROLLS = 3;
const DROPS = 12;
const DONE_AT_ONCE = 100;
const UPDATES = 20;
/** Typed and taken back, letter by letter. Its beginning fits all cards, the whole of it some hundred. */
const LETTERS = ['r', 'o', 'l', 'l', 'b', 'a', 'c', 'k'];
const WORDS = 5;

/** @param say tells how far it has come. @returns null when no browser can be had. */
export async function measureBoard(say: (text: string) => void): Promise<BoardFigures | null> {
  if (!(await hasBrowser())) return null;
  try {
    const vault = generateBoardVault();
    checkMetadata(vault);
    const fresh: FirstOpening[] = [];
    for (let round = 1; round <= FRESH_PAGES; round++) {
      say(`board: opening, page ${round} of ${FRESH_PAGES}`);
      fresh.push(await inPage(vault, measureFirstOpening));
    }
    say('board: update, keystroke, scrolling');
    const board = await inPage(vault, (page) => measureBoardInUse(page, vault));
    say('board: drops, and a hundred cards done');
    const work = await inPage(vault, (page) => measureWork(page, vault));
    say('board: in rows');
    const rows = await measureInRows();
    say('board: as many plain cards');
    const plain = await inPage(vault, measurePlain);
    return {
      cards: vault.columns.length * CARDS_A_COLUMN,
      firstOpening: medianOpening(fresh.map(({ opening }) => opening)),
      ...board,
      work,
      rows,
      opened: { ...board.opened, memory: median(fresh.map(({ memory }) => memory)) },
      ...plain,
    };
  } finally {
    await closeBrowser();
  }
}

async function inPage<T>(vault: BoardVault, measure: (page: BoardPage) => Promise<T>): Promise<T> {
  const page = await BoardPage.open(vault);
  try {
    return await measure(page);
  } finally {
    await page.close();
  }
}

interface FirstOpening {
  readonly opening: Opening;
  readonly memory: number;
}

async function measureFirstOpening(page: BoardPage): Promise<FirstOpening> {
  const before = await page.heap();
  const opening = await page.probe.evaluate((probe) => probe.open());
  const totals = await page.probe.evaluate((probe) => probe.totals());
  if (!totals.startsWith('10000 open'))
    throw new Error(`10,000 todos are in the vault, and the board says "${totals}".`);
  return { opening, memory: (await page.heap()) - before };
}

async function measureBoardInUse(
  page: BoardPage,
  { withTodos, columns }: BoardVault,
): Promise<Pick<BoardFigures, 'opening' | 'opened' | 'scrolled' | 'scrolling'>> {
  const { probe } = page;
  const [column = ''] = columns;
  const end = withTodos[withTodos.length / columns.length - 1] ?? '';
  const before = await page.heap();
  const openings: Opening[] = [];
  const open = async (): Promise<void> => {
    await probe.evaluate((one) => one.close());
    openings.push(await probe.evaluate((one) => one.open()));
  };
  const scroll = (): Promise<number[]> => probe.evaluate((one, to) => one.scroll(to.column, to.end), { column, end });
  const inUse = async (): Promise<InUse> => {
    const memory = (await page.heap()) - before;
    // Those that stand at the top of each column.
    const notes = columns.flatMap((_, at) =>
      withTodos.slice((at * withTodos.length) / columns.length).slice(0, UPDATES / columns.length),
    );
    const update = medianFrame(await probe.evaluate((one, paths) => one.update(paths), notes));
    const updateWait = median(await probe.evaluate((one, paths) => one.updateAtOnce(paths), notes));
    await probe.evaluate((one) => one.focusFilter());
    return { update, updateWait, keystroke: await type(page), memory };
  };
  // Opened once before: that one was the first.
  await probe.evaluate((one) => one.open());
  for (let round = 0; round < OPENINGS; round++) await open();
  const opening = medianOpening(openings);
  const opened = await inUse();
  const runs: number[][] = [];
  for (let round = 0; round < SCROLLS; round++) {
    await open();
    runs.push(await scroll());
  }
  await probe.evaluate((one, name) => one.scrollToTop(name), column);
  return { opening, opened, scrolled: await inUse(), scrolling: medianScrolling(runs) };
}

/** The same number of cards in exactly so many rows, by owners and by notes. */
async function measureInRows(): Promise<InRows[]> {
  const vault = generateBoardVault(IN_ROWS);
  checkMetadata(vault);
  return [
    await inPage(vault, (page) => measureRows(page, vault, 'owners')),
    await inPage(vault, (page) => measureRows(page, vault, 'notes')),
  ];
}

/** Rows alone, for whoever works on them. @returns null when no browser can be had. */
export async function measureRowsAlone(): Promise<readonly InRows[] | null> {
  if (!(await hasBrowser())) return null;
  try {
    return await measureInRows();
  } finally {
    await closeBrowser();
  }
}

async function measureRows(page: BoardPage, { withTodos }: BoardVault, group: InRows['group']): Promise<InRows> {
  const { probe } = page;
  await probe.evaluate((one) => one.open());
  const { grouped, rows } = await probe.evaluate((one, by) => one.groupBy(by), group);
  if (rows !== ROWS) throw new Error(`By ${group} there are ${rows} rows, and not ${ROWS}.`);
  const update = medianFrame(
    await probe.evaluate((one, paths) => one.update(paths, false), withTodos.slice(0, UPDATES)),
  );
  await probe.evaluate((one) => one.focusFilter());
  const keystroke = await type(page);
  const scrolling = medianScrolling([await probe.evaluate((one) => one.scrollRows())]);
  return { group, grouped, update, keystroke, scrolling };
}

async function measureWork({ probe }: BoardPage, { columns, withTodos }: BoardVault): Promise<Work> {
  const [from = '', , to = ''] = columns;
  await probe.evaluate((one) => one.open());
  const drops: number[] = [];
  for (let round = 0; round < DROPS; round++) {
    drops.push(
      await probe.evaluate(
        (one, way) => one.drop(way.from, way.to),
        round % 2 === 0 ? { from, to } : { from: to, to: from },
      ),
    );
    await probe.evaluate((one) => one.rest());
  }
  const many = await probe.evaluate((one, { column, count }) => one.markDone(column, '"Practice Day 1 12"', count), {
    column: columns[1] ?? '',
    count: DONE_AT_ONCE,
  });
  await probe.evaluate((one) => one.close());
  const write = median(await probe.evaluate((one, paths) => one.write(paths), withTodos.slice(0, DROPS)));
  const writeAll = await probe.evaluate((one, paths) => one.writeAll(paths), withTodos.slice(0, many.notes));
  return { drop: median(drops), write, writeAll, ...many };
}

async function measurePlain(page: BoardPage): Promise<Pick<BoardFigures, 'floorOpening' | 'floor' | 'floorScrolling'>> {
  const { probe } = page;
  const before = await page.heap();
  const openings: number[] = [];
  for (let round = 0; round < OPENINGS; round++) {
    await probe.evaluate((one) => one.plain.close());
    await probe.evaluate((one) => one.rest());
    openings.push(await probe.evaluate((one) => one.plain.open()));
  }
  const memory = (await page.heap()) - before;
  const update = medianFrame(await probe.evaluate((one, count) => one.plain.update(count), UPDATES));
  const updateWait = median(await probe.evaluate((one, count) => one.plain.updateAtOnce(count), UPDATES));
  await probe.evaluate((one) => one.plain.focusFilter());
  const keystroke = await type(page);
  const runs: number[][] = [];
  for (let round = 0; round < SCROLLS; round++) runs.push(await probe.evaluate((one) => one.plain.scroll()));
  return {
    floorOpening: median(openings),
    floor: { update, updateWait, keystroke, memory },
    floorScrolling: medianScrolling(runs),
  };
}

/** Types the word into the field that has the focus, and takes it back. */
async function type({ page, probe }: BoardPage): Promise<Keystroke> {
  const keys = [...LETTERS, ...LETTERS.map(() => 'Backspace')];
  const words: number[][] = [];
  for (let word = 0; word < WORDS; word++) {
    const times: number[] = [];
    for (const key of keys) {
      await page.keyboard.press(key);
      times.push(...(await probe.evaluate((one) => one.takeKeystrokes())));
    }
    if (times.length !== keys.length) throw new Error(`${keys.length} keys were pressed, and ${times.length} arrived.`);
    words.push(times);
  }
  const medians = keys.map((_, at) => median(words.map((times) => times[at] ?? 0)));
  return { median: median(medians), slowest: Math.max(...medians) };
}

const medianOpening = (openings: readonly Opening[]): Opening => ({
  painted: median(openings.map(({ painted }) => painted)),
  complete: median(openings.map(({ complete }) => complete)),
});

const medianFrame = (frames: readonly Frame[]): Frame => ({
  work: median(frames.map(({ work }) => work)),
  script: median(frames.map(({ script }) => script)),
});

const medianScrolling = (runs: readonly (readonly number[])[]): Scrolling => ({
  frames: median(runs.map((frames) => frames.length)),
  longest: median(runs.map((frames) => Math.max(...frames))),
  p95: median(runs.map((frames) => quantile(frames, 0.95))),
  over: median(runs.map((frames) => frames.filter((frame) => frame > LONGEST_FRAME_MS).length)),
});
