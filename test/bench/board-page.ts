/** A workbench over the board's vault whose index is complete, with the probe in its page. */
import { fileURLToPath } from 'node:url';
import { build } from 'esbuild';
import type { CDPSession, JSHandle, Page } from 'playwright-core';
import { openWorkbench, type Workbench } from '../workbench/open-workbench';
import type { BoardProbe } from './board-probe';
import type { BoardVault } from './board-vault';

const PROBE = fileURLToPath(new URL('board-probe.ts', import.meta.url));

export class BoardPage {
  private constructor(
    private readonly workbench: Workbench,
    readonly probe: JSHandle<BoardProbe>,
    private readonly devtools: CDPSession,
  ) {}

  static async open({ files, metadata }: BoardVault): Promise<BoardPage> {
    const workbench = await openWorkbench({ vault: Object.fromEntries(files), metadata });
    const { page } = workbench;
    await page.evaluate(await bundleProbe());
    const probe = await page.evaluateHandle(() => window.boardProbe);
    return new BoardPage(workbench, probe, await page.context().newCDPSession(page));
  }

  get page(): Page {
    return this.workbench.page;
  }

  /** Bytes that scripts and the document hold, without what is garbage. */
  async heap(): Promise<number> {
    await this.probe.evaluate((probe) => probe.rest());
    // The second pass takes what only the first one's finalizers held.
    for (let pass = 0; pass < 2; pass++) await this.devtools.send('HeapProfiler.collectGarbage');
    const usage: { usedSize: number; embedderHeapUsedSize?: number } = await this.devtools.send('Runtime.getHeapUsage');
    return usage.usedSize + (usage.embedderHeapUsedSize ?? 0);
  }

  /** @throws what the page logged as an error. */
  async close(): Promise<void> {
    await this.workbench.close();
    const [error] = this.workbench.consoleErrors;
    if (error !== undefined) throw new Error(`The page had an error. ${error}`);
  }
}

let bundled: Promise<string> | null = null;

function bundleProbe(): Promise<string> {
  bundled ??= build({ entryPoints: [PROBE], bundle: true, write: false, format: 'iife', target: 'es2022' }).then(
    ({ outputFiles }) => outputFiles[0]?.text ?? '',
  );
  return bundled;
}
