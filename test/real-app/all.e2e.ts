/** Every spec as a test of Mocha’s, in Obsidian. */
import { readFile } from 'node:fs/promises';
import { obsidianDriver } from './obsidian-driver';
import type { Driver } from './pages/driver';
import type { Expected } from './specs/spec';
import { SPECS } from './specs/specs';

describe('in Obsidian', () => {
  let driver: Driver;
  let expected: Expected;

  before(async () => {
    driver = await obsidianDriver();
    // Written by start.mjs, out of the host.
    expected = JSON.parse(
      await readFile(new URL('.obsidian-cache/expected.json', import.meta.url), 'utf8'),
    ) as Expected;
  });

  for (const spec of SPECS) {
    it(spec.name, async function () {
      if ((spec.onPhone && !driver.isPhone) || (spec.onDesktop && driver.isPhone)) this.skip();
      await spec.run(driver, expected);
    });
  }
});
