/** A browser to look at the page with: Chromium out of the registry on Linux, an installed Chrome or Edge elsewhere. */
import process from 'node:process';
import { chromium, type Browser, type BrowserServer, type LaunchOptions } from 'playwright-core';

let running: Promise<Browser> | null = null;

/** One for the whole process; started when it is first needed. */
export function browser(): Promise<Browser> {
  running ??= withFirst((options) => chromium.launch(options));
  return running;
}

/** One that several processes connect to. */
export function startBrowser(): Promise<BrowserServer> {
  return withFirst((options) => chromium.launchServer(options));
}

/** From now on `browser` is the one that `startBrowser` started, here or in another process. */
export function connectBrowser(address: string): void {
  running ??= chromium.connect(address);
}

/** Whether this machine has one that starts. */
export function hasBrowser(): Promise<boolean> {
  return browser().then(
    () => true,
    () => false,
  );
}

export async function closeBrowser(): Promise<void> {
  const open = await running?.catch(() => null);
  running = null;
  await open?.close();
}

async function withFirst<T>(launch: (options: LaunchOptions) => Promise<T>): Promise<T> {
  const problems: unknown[] = [];
  for (const options of await candidates()) {
    try {
      return await launch({ headless: true, ...options });
    } catch (error) {
      problems.push(error);
    }
  }
  throw new AggregateError(problems, 'No browser could be started.');
}

async function candidates(): Promise<LaunchOptions[]> {
  const installed: LaunchOptions[] = [{ channel: 'chrome' }, { channel: 'msedge' }];
  if (process.platform !== 'linux' || process.arch !== 'x64') return installed;
  const { default: packed } = await import('@sparticuz/chromium');
  // Without a window system and without a graphics card; the rest of its arguments is for cloud functions.
  const args = [
    '--no-sandbox',
    '--disable-gpu',
    '--hide-scrollbars=false',
    '--font-render-hinting=none',
    '--disable-dev-shm-usage',
  ];
  return [{ executablePath: await packed.executablePath(), args }, ...installed];
}
