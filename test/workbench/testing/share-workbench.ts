/**
 * Before the tests in a browser: one browser is started and one page bundled, for all of them. After them: says so, in the last lines, when there
 * was no browser and those tests were skipped.
 */
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import process from 'node:process';
import type { TestProject } from 'vitest/node';
import { startBrowser } from '../browser';
import { bundlePage } from '../server/bundle-page';

declare module 'vitest' {
  interface ProvidedContext {
    /** The browser's address and the bundled page's path; null where no browser could be started. */
    readonly workbench: { readonly browser: string; readonly page: string } | null;
  }
}

/** @throws on a build server that has no browser: nothing may be skipped there. */
export default async function shareWorkbench(project: TestProject): Promise<() => Promise<void>> {
  const bundle = await bundlePage();
  const browser = await startBrowser().catch((error: unknown) => {
    if (process.env.CI) throw error;
    return null;
  });
  if (browser === null) {
    project.provide('workbench', null);
    return async () =>
      void process.stderr.write('\nNo browser could be started: the tests in a browser were skipped.\n');
  }
  const folder = await mkdtemp(join(tmpdir(), 'workbench-page-'));
  const page = join(folder, 'page.js');
  await writeFile(page, bundle);
  project.provide('workbench', { browser: browser.wsEndpoint(), page });
  return async () => {
    await browser.close();
    await rm(folder, { recursive: true, force: true });
  };
}
