/**
 * Before all tests: one browser is started and closed. The packed Chromium unpacks itself on its first start, which several test files
 * must not do at the same time. After all tests: says so, in the last lines, when there was none and those tests were skipped.
 */
import process from 'node:process';
import { closeBrowser, hasBrowser } from './browser';

let isThere = true;

export async function setup(): Promise<void> {
  isThere = await hasBrowser();
  await closeBrowser();
}

export function teardown(): void {
  if (!isThere) process.stderr.write('\nNo browser could be started: the tests in a browser were skipped.\n');
}
