/** Obsidian itself, by WebdriverIO. */
import { mkdir, writeFile } from 'node:fs/promises';
import { fileURLToPath } from 'node:url';
import { $, browser } from '@wdio/globals';
import type { Driver, Given } from './pages/driver';

const RECORDINGS = fileURLToPath(new URL('recordings/', import.meta.url));

export async function obsidianDriver(): Promise<Driver> {
  const page = browser.getObsidianPage();
  const { isPhone } = await page.getPlatform();
  return {
    isReal: true,
    isPhone,
    // The service hands a function over by its text.
    run: async (work, argument) =>
      (await browser.executeObsidian(
        work as unknown as (given: unknown, argument: unknown) => unknown,
        argument,
      )) as never,
    async press(...keys) {
      for (const key of keys) await browser.keys(key.split('+'));
    },
    async click(selector) {
      await $(selector).click();
    },
    async fill(selector, text) {
      await $(selector).setValue(text);
    },
    async drag(from, to) {
      await $(from).dragAndDrop(await $(to).getElement());
    },
    async cli(id, flags) {
      const given = Object.entries(flags).map(([name, value]) => (value === 'true' ? name : `${name}=${value}`));
      try {
        const { stdout, stderr } = await page.runObsidianCli([id, ...given]);
        return { text: `${stdout}${stderr}`, failed: false };
      } catch (error) {
        const { stdout = '', stderr = '', code } = error as { stdout?: string; stderr?: string; code?: unknown };
        return code === 'ENOENT' ? null : { text: `${stdout}${stderr}`, failed: true };
      }
    },
    async record(name, value) {
      await mkdir(RECORDINGS, { recursive: true });
      const file = `${name}-${browser.getObsidianVersion()}${isPhone ? '-phone' : ''}.json`;
      await writeFile(new URL(file, `file://${RECORDINGS}`), `${JSON.stringify(value, null, 2)}\n`);
    },
  };
}

export type { Given };
