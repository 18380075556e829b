// The specs that are to run in the real app, over the workbench: they are right before somebody has the app, as far as the host is.
import { fileURLToPath } from 'node:url';
import type { Page } from 'playwright-core';
import { describe, expect, it } from 'vitest';
import { expectedOf } from '../host/expected-of';
import type { Driver } from '../real-app/pages/driver';
import { SPECS } from '../real-app/specs/specs';
import { DEMO_VAULT } from './expected-cards';
import { describeInBrowser, openForAll } from './in-browser';

const PHONE = { mobile: true };

/** The workbench in the place of Obsidian. */
function workbenchDriver(on: { readonly page: Page }, isPhone: boolean): Driver {
  const { page } = on;
  return {
    isReal: false,
    isPhone,
    run: (work, argument) =>
      page.evaluate(
        async ({ source, argument }) => {
          const { app, obsidian } = await window.workbench;
          // The text of a function of this file's neighbours.
          const made = (0, eval)(`(${source})`) as (given: unknown, argument: unknown) => unknown;
          return made({ app, obsidian }, argument);
        },
        { source: work.toString(), argument: argument as never },
      ) as never,
    async press(...keys) {
      for (const key of keys) await page.keyboard.press(key === ' ' ? 'Space' : key);
    },
    click: (selector) => page.locator(selector).first().click(),
    fill: (selector, text) => page.locator(selector).first().fill(text),
    async drag(from, to) {
      await page.locator(from).hover();
      const place = (await page.locator(to).boundingBox())!;
      await page.mouse.down();
      await page.mouse.move(place.x + place.width / 2, place.y + 90, { steps: 4 });
      await page.waitForTimeout(300);
      await page.mouse.up();
    },
    cli: (id, flags) =>
      page.evaluate(
        async ({ id, flags }) => {
          const { host } = await window.workbench;
          return host.cli(id, flags).then(
            (text) => ({ text, failed: false }),
            (error: unknown) => ({ text: (error as Error).message, failed: true }),
          );
        },
        { id, flags: { ...flags } },
      ),
    record: () => Promise.resolve(),
  };
}

const expected = await expectedOf(fileURLToPath(new URL('../fixtures/demo-vault', import.meta.url)));

describeInBrowser('the specs of the real app, on a desktop', () => {
  const on = openForAll({ vault: DEMO_VAULT });
  for (const spec of SPECS.filter(({ onPhone }) => !onPhone))
    it(spec.name, () => expect(spec.run(workbenchDriver(on, false), expected)).resolves.toBeUndefined());
});

describeInBrowser('the specs of the real app, on a phone', () => {
  const on = openForAll({ vault: DEMO_VAULT, ...PHONE });
  for (const spec of SPECS.filter(({ onDesktop }) => !onDesktop))
    it(spec.name, () => expect(spec.run(workbenchDriver(on, true), expected)).resolves.toBeUndefined());
});

describe('the specs', () => {
  it('come in the order of their worth, each once', () => {
    const names = SPECS.map(({ name }) => name);
    expect(new Set(names).size).toBe(names.length);
    expect(names[0]).toContain('metadata');
  });
});
