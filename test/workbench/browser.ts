/** A browser to look at the page with: Chromium out of the registry on Linux, an installed Chrome or Edge elsewhere. */
import process from 'node:process';
import { chromium, type Browser, type LaunchOptions } from 'playwright-core';

let running: Promise<Browser> | null = null;
let found: Promise<boolean> | null = null;

/** One for all tests of a file; started when it is first needed. */
export function browser(): Promise<Browser> {
  running ??= launch();
  return running;
}

/** Whether this machine has one that starts. @throws on a build server, where nothing may be skipped. */
export function hasBrowser(): Promise<boolean> {
  if (process.env.CI) return browser().then(() => true);
  found ??= browser().then(
    () => true,
    () => false,
  );
  return found;
}

export async function closeBrowser(): Promise<void> {
  const open = await running?.catch(() => null);
  running = null;
  found = null;
  await open?.close();
}

async function launch(): Promise<Browser> {
  const problems: unknown[] = [];
  for (const options of await candidates()) {
    try {
      return await chromium.launch({ headless: true, ...options });
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
  const args = ['--no-sandbox', '--disable-gpu', '--hide-scrollbars=false', '--font-render-hinting=none', '--disable-dev-shm-usage'];
  return [{ executablePath: await packed.executablePath(), args }, ...installed];
}
