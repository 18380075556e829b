/** The workbench as tests use it: a vault's copy, a server over it, and a page in a browser. */
import { basename, join } from 'node:path';
import type { CachedMetadata } from 'obsidian';
import type { Page } from 'playwright-core';
import { builtPlugin, pluginFile } from '../host/command/build-plugin';
import { browser } from './browser';
import { copyVault } from './copy-vault';
import type { WorkbenchPage } from './page/workbench-page';
import { startServer } from './server';
import type { ServedPlugin } from './server/page-files';

export { closeBrowser, hasBrowser } from './browser';
export { executeCommand, openNote, restart, runPaletteCommand, settled } from './drive';

declare global {
  interface Window {
    /** The page's own, once it has started. */
    workbench: Promise<WorkbenchPage>;
  }
}

export interface WorkbenchOptions {
  /** A folder, of which a copy is used, or texts by path. */
  readonly vault: string | Readonly<Record<string, string>>;
  readonly theme?: 'light' | 'dark';
  readonly mobile?: boolean;
  readonly viewport?: { readonly width: number; readonly height: number };
  /** Another plugin than the project's own. */
  readonly plugin?: ServedPlugin;
  /** Metadata that the page need not parse, by path; for measurements. */
  readonly metadata?: ReadonlyMap<string, CachedMetadata>;
  /** How long an editor waits before it saves, in milliseconds. */
  readonly saveDelay?: number;
}

export interface Workbench {
  readonly page: Page;
  /** The vault's copy on disk. */
  readonly dir: string;
  readonly url: string;
  /** What the page logged as an error or threw; a test expects none. */
  readonly consoleErrors: string[];
  close(): Promise<void>;
}

const DESKTOP = { width: 1280, height: 800 };
const PHONE = { width: 390, height: 844 };

export async function openWorkbench(options: WorkbenchOptions): Promise<Workbench> {
  const copy = await copyVault(options.vault);
  const server = await startServer({
    vault: copy.dir,
    plugin: options.plugin ?? (await projectPlugin()),
    settings: {
      vaultName: basename(copy.dir),
      ...(options.saveDelay === undefined ? {} : { saveDelay: options.saveDelay }),
      ...(options.metadata ? { metadata: Object.fromEntries(options.metadata) } : {}),
    },
  });
  const url = new URL(server.url);
  url.searchParams.set('theme', options.theme ?? 'light');
  if (options.mobile) url.searchParams.set('mobile', '1');
  const context = await (
    await browser()
  ).newContext({
    viewport: options.viewport ?? (options.mobile ? PHONE : DESKTOP),
    ...(options.mobile ? { hasTouch: true } : {}),
  });
  const consoleErrors: string[] = [];
  // Pop-out windows log here as well.
  context.on('page', (opened) => watchErrors(opened, consoleErrors));
  const page = await context.newPage();
  await page.goto(url.href);
  await page.evaluate(() => window.workbench.then(() => undefined));
  return {
    page,
    dir: copy.dir,
    url: url.href,
    consoleErrors,
    async close() {
      await context.close();
      await server.close();
      await copy.remove();
    },
  };
}

function watchErrors(page: Page, errors: string[]): void {
  page.on('pageerror', (error) => errors.push(error.stack ?? error.message));
  page.on('console', (message) => message.type() === 'error' && errors.push(message.text()));
}

async function projectPlugin(): Promise<ServedPlugin> {
  const { mainJs, manifest } = await builtPlugin();
  return { mainJs, manifest, stylesCss: pluginFile('styles.css') };
}

/** A file of the vault's copy. */
export function inVault({ dir }: Workbench, path: string): string {
  return join(dir, path);
}
