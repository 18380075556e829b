/**
 * `npm run bench`: what the built plugin costs, in generated vaults of three sizes, against a floor measured in the same run.
 * Figures, no tests: the machines that this runs on are noisy. `npm run bench -- 1000` measures that size alone, `npm run bench -- scale` what
 * grows with what, `npm run bench -- board` the board in a browser, `npm run bench -- rows` rows alone, `npm run bench -- model` its model without one, `npm run bench -- key` a key in a long note.
 * `npm run bench -- against REV` compares index and edits of an older commit with the present, in one run (compare-builds.ts).
 */
import { stat } from 'node:fs/promises';
import process from 'node:process';
import { pluginFile } from '../host/command/build-plugin';
import { BenchVault } from './bench-vault';
import { measureBoard, measureRowsAlone } from './board-measure';
import { reportBoard, reportRows } from './board-report';
import { checkMetadata } from './check-metadata';
import { compareWith } from './compare-builds';
import { measureCheck } from './measure-check';
import { measureFirstIndex } from './measure-first-index';
import { reportGiant } from './measure-giant';
import { measureHeap } from './measure-heap';
import { measureKeystroke } from './measure-keystroke';
import { measureModel } from './measure-model';
import { measureOnload } from './measure-onload';
import { measureRename } from './measure-rename';
import { measureUpdates } from './measure-update';
import { reportScale } from './measure-scale';
import { report, type SizeFigures } from './report';

const SIZES = [1_000, 10_000, 40_000];
/** So that every size is measured with code that has run: what is asked is how costs grow, not how fast the engine warms up. */
const WARM_UP_SIZE = 800;

const say = (text: string): void => void process.stderr.write(`${text}\n`);

async function measure(size: number): Promise<SizeFigures> {
  say(`${size} notes: generating`);
  const vault = await BenchVault.open(size);
  try {
    checkMetadata(vault.generated);
    const onload = await measureOnload(vault);
    await vault.makeReady();
    say(`${size} notes: first index`);
    const firstIndex = await measureFirstIndex(vault, size > 20_000 ? 7 : 15);
    say(`${size} notes: heap, update, rename`);
    const heap = await measureHeap(vault);
    const updates = await measureUpdates(vault);
    const rename = await measureRename(vault);
    say(`${size} notes: check`);
    const check = await measureCheck(vault, size > 20_000 ? 5 : 9);
    for (const error of vault.host.errors) throw error;
    return { size, onload, firstIndex, heap, updates, rename, check };
  } finally {
    await vault.close();
  }
}

async function measureSizes(sizes: readonly number[]): Promise<string> {
  await measure(WARM_UP_SIZE);
  const figures: SizeFigures[] = [];
  for (const size of sizes) figures.push(await measure(size));
  return report(figures, (await stat(pluginFile('main.js'))).size);
}

const NO_BROWSER = 'The board was not measured: no browser could be started.\n';

async function measureInBrowser(): Promise<string> {
  const figures = await measureBoard(say);
  return figures ? reportBoard(figures) : NO_BROWSER;
}

const given = process.argv.slice(2);
if (given[0] === 'against' && given[1] !== undefined) {
  await compareWith(given[1], Number(given[2] ?? SIZES[0]), (line) => process.stdout.write(`${line}\n`));
  process.exit();
}
const sizes = given.filter((word) => !['board', 'rows', 'scale', 'model', 'key'].includes(word)).map(Number);
if (sizes.some((size) => !Number.isInteger(size) || size < 1)) {
  say(
    'Usage: npm run bench -- [number of notes …] [scale] [board] [rows] [model] [key]\n       npm run bench -- against REV [number of notes]',
  );
  process.exit(2);
}
if (sizes.length > 0 || given.length === 0) process.stdout.write(await measureSizes(sizes.length > 0 ? sizes : SIZES));
if (given.includes('scale') || given.length === 0)
  process.stdout.write(`${await reportScale(say)}\n${await reportGiant()}`);
if (given.includes('board') || given.length === 0)
  process.stdout.write(`${given.length === 1 ? '' : '\n'}${await measureInBrowser()}`);
if (given.includes('rows')) {
  const rows = await measureRowsAlone();
  process.stdout.write(rows ? reportRows(rows) : NO_BROWSER);
}
if (given.includes('model') || given.length === 0)
  process.stdout.write(`${given.length === 1 ? '' : '\n'}${measureModel()}`);
if (given.includes('key') || given.length === 0)
  process.stdout.write(`${given.length === 1 ? '' : '\n'}${measureKeystroke()}`);
