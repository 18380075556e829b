/** Runs tests of the board in a real browser: one workbench for all tests of a block, and no error on the page's console in any. */
import { mkdir } from 'node:fs/promises';
import { join } from 'node:path';
import process from 'node:process';
import type { Page } from 'playwright-core';
import { afterAll, afterEach, beforeAll, describe, expect } from 'vitest';
import { openWorkbench, type Workbench, type WorkbenchOptions } from '../workbench/open-workbench';
import { hasSharedWorkbench } from '../workbench/testing/use-shared-workbench';
import { BoardPage } from './board-page';

/** Where pictures of the page at each test's end go, when somebody wants to look at them. */
const PICTURES = process.env.E2E_PICTURES;

/** How many times slower the page's processor shall be: what a test does too soon, or does not wait for, shows. */
const SLOWDOWN = Number(process.env.E2E_SLOWDOWN ?? 1);

/** The name on a machine that has no browser says why nothing was tested; CI fails instead. */
export function describeInBrowser(name: string, tests: () => void): void {
  if (hasSharedWorkbench) describe(name, tests);
  else describe.skip(`${name} (skipped: no browser could be started)`, tests);
}

/** What is there while the tests of a block run. */
export interface Opened {
  readonly bench: Workbench;
  readonly page: Page;
  readonly board: BoardPage;
}

/** Opens a workbench for all tests of the block that it is called in. */
export function openForAll(options: WorkbenchOptions): Opened {
  let opened: Opened | null = null;
  const given = (): Opened => {
    if (!opened) throw new Error('The workbench is open in tests only.');
    return opened;
  };
  beforeAll(async () => {
    const bench = await openWorkbench(options);
    bench.page.setDefaultTimeout(10_000 * SLOWDOWN);
    if (SLOWDOWN > 1) {
      const device = await bench.page.context().newCDPSession(bench.page);
      await device.send('Emulation.setCPUThrottlingRate', { rate: SLOWDOWN });
    }
    opened = { bench, page: bench.page, board: new BoardPage(bench.page) };
  });
  afterEach(async ({ task }) => {
    const { page, bench } = given();
    if (PICTURES !== undefined) await photograph(page, join(PICTURES, `${fileName(task.name)}.png`));
    expect(bench.consoleErrors.splice(0), 'errors on the page’s console').toEqual([]);
  });
  afterAll(() => opened?.bench.close());
  return {
    get bench() {
      return given().bench;
    },
    get page() {
      return given().page;
    },
    get board() {
      return given().board;
    },
  };
}

async function photograph(page: Page, path: string): Promise<void> {
  await mkdir(join(path, '..'), { recursive: true });
  await page.screenshot({ path });
}

function fileName(title: string): string {
  return title
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, '-')
    .slice(0, 80);
}

/** What is to be seen soon is; longer than the second that a user is promised, for machines that run several browsers at once. */
export const SOON = { timeout: 10_000 * SLOWDOWN, interval: 25 };
