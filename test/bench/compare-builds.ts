/**
 * `npm run bench -- against REV`: an older commit beside the present one, in one run and turn by turn, so that what disturbs the machine disturbs both.
 * The index is measured in the built plugins, edits in the core of each commit, by the rows of `measure-scale.ts` that both have. What is printed last in each line is new over old.
 */
import { execFile } from 'node:child_process';
import { mkdtemp, rm, stat, symlink } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import process from 'node:process';
import { pathToFileURL } from 'node:url';
import { promisify } from 'node:util';
import { builtPlugin, pluginFile } from '../host/command/build-plugin';
import { BenchVault } from './bench-vault';
import { collectGarbage, median, timed } from './figures';
import { measureFirstIndex } from './measure-first-index';
import { measureHeap } from './measure-heap';
import { measureOnload } from './measure-onload';
import { measureRename } from './measure-rename';
import { measureRow, SCALE_ROWS, type ScaleRow } from './measure-scale';
import { measureUpdates } from './measure-update';

const ROUNDS = 3;

type Figures = Readonly<Record<string, number>>;

interface Commit {
  readonly mainJs: string;
  readonly rows: readonly ScaleRow[];
  readonly Vault: Parameters<typeof measureRow>[2];
}

const run = promisify(execFile);

/** The commit's files in a folder of their own, with the packages of this one, and built. */
async function checkOut(rev: string, dir: string): Promise<Commit> {
  const root = join(pluginFile('main.js'), '..');
  await run('git', ['archive', '--output', join(dir, 'tree.tar'), rev], { cwd: root });
  await run('tar', ['-xf', 'tree.tar'], { cwd: dir });
  await symlink(join(root, 'node_modules'), join(dir, 'node_modules'));
  const mainJs = join(dir, 'main.js');
  // A build over its budget is one all the same.
  await run(process.execPath, ['esbuild.config.mjs', 'production'], { cwd: dir }).catch((error: unknown) =>
    stat(mainJs).catch(() => {
      throw error;
    }),
  );
  const load = (path: string): Promise<unknown> => import(pathToFileURL(join(dir, path)).href);
  const vaults = (await load('test/core/edit/planning-text-vault.ts')) as { PlanningTextVault: Commit['Vault'] };
  return { mainJs, rows: await scaleRows(load), Vault: vaults.PlanningTextVault };
}

/** None of a commit that measured no edits. */
async function scaleRows(load: (path: string) => Promise<unknown>): Promise<readonly ScaleRow[]> {
  const rows = await load('test/bench/measure-scale.ts').catch(() => ({ SCALE_ROWS: [] }));
  return (rows as { readonly SCALE_ROWS: readonly ScaleRow[] }).SCALE_ROWS;
}

/** In an app whose layout is not ready. */
async function measureStart(vault: BenchVault, mainJs: string): Promise<Figures> {
  await vault.renewCode(mainJs);
  return { 'onload the first time, ms': (await measureOnload(vault, 4)).first };
}

async function measureBuild(vault: BenchVault, mainJs: string): Promise<Figures> {
  await vault.renewCode(mainJs);
  const first = await measureFirstIndex(vault, 3);
  const { perTodo } = await measureHeap(vault, 1);
  const updates = await measureUpdates(vault, 100);
  const { listening, settling } = await measureRename(vault, 2);
  return {
    'first index, ms': first.index,
    '  ratio to the floor': first.ratio,
    'heap a todo beyond its text, bytes': perTodo,
    ...Object.fromEntries(Object.entries(updates).map(([kind, one]) => [`update of a ${kind}, ms`, one.median])),
    'rename of 500 notes, ms': listening + settling,
    'first check of the whole vault, ms': await timeFirstCheck(vault, 3),
  };
}

/** By the command line, once everything is indexed. */
async function timeFirstCheck(vault: BenchVault, rounds: number): Promise<number> {
  const times: number[] = [];
  for (let round = 0; round < rounds; round++) {
    const plugin = await vault.load();
    await vault.summary();
    collectGarbage();
    times.push(await timed(() => vault.host.cli('operations-lifecycle:check')));
    plugin.unload();
  }
  return median(times);
}

/** @returns a line for each figure: its median in the old and the new, and the median of their ratios. */
function table(pairs: readonly (readonly [old: Figures, now: Figures])[]): string[] {
  return Object.keys(pairs[0]?.[0] ?? {}).map((label) => {
    const [old, now] = [0, 1].map((at) => pairs.map((pair) => pair[at]?.[label] ?? NaN));
    const ratios = (now ?? []).map((figure, at) => figure / (old?.[at] ?? NaN));
    const cells = [median(old ?? []), median(now ?? []), median(ratios)];
    return `${label.padEnd(56)}${cells.map((cell) => cell.toFixed(2).padStart(11)).join('')}`;
  });
}

/** Odd rounds begin with the new one: whoever comes second finds warmer code. */
async function inTurn(round: number, of: (isOld: boolean) => Promise<Figures>): Promise<readonly [Figures, Figures]> {
  if (round % 2 === 0) return [await of(true), await of(false)];
  const now = await of(false);
  return [await of(true), now];
}

/** A row that is indented belongs to the one above it. */
function byLabel(rows: readonly ScaleRow[]): Map<string, ScaleRow> {
  let above = '';
  return new Map(
    rows.map((row) => {
      if (!row.label.startsWith(' ')) above = row.label.replace(/: .*/, '');
      return [row.label.startsWith(' ') ? `${above}: ${row.label.trim()}` : row.label, row];
    }),
  );
}

/** Prints each figure when it is known. @throws when the commit is not known, or too old to be built or measured so. */
export async function compareWith(rev: string, size: number, print: (line: string) => void): Promise<void> {
  const dir = await mkdtemp(join(tmpdir(), 'operations-against-'));
  const vault = await BenchVault.open(size);
  try {
    const old = await checkOut(rev, dir);
    const { mainJs } = await builtPlugin();
    print(`${''.padEnd(56)}${[rev.slice(0, 10), 'now', 'ratio'].map((cell) => cell.padStart(11)).join('')}`);
    for (const measure of [measureStart, measureBuild]) {
      if (measure === measureBuild) await vault.makeReady();
      const pairs: (readonly [Figures, Figures])[] = [];
      for (let round = 0; round <= ROUNDS; round++) {
        const pair = await inTurn(round, (isOld) => measure(vault, isOld ? old.mainJs : mainJs));
        // The first warms up.
        if (round > 0) pairs.push(pair);
      }
      table(pairs).forEach(print);
    }
    const before = byLabel(old.rows);
    let isOldFirst = false;
    for (const [label, row] of byLabel(SCALE_ROWS)) {
      const then = before.get(label);
      if (!then) continue;
      isOldFirst = !isOldFirst;
      const measure = (isOld: boolean): Promise<number> =>
        measureRow(isOld ? then : row, row.n, isOld ? old.Vault : undefined);
      const pair = await inTurn(isOldFirst ? 0 : 1, async (isOld) => ({ [label]: await measure(isOld) }));
      table([pair]).forEach(print);
    }
  } finally {
    await vault.close();
    await rm(dir, { recursive: true });
  }
}
