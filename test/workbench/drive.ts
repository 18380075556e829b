/** What tests do in the workbench again and again. */
import type { Page } from 'playwright-core';

interface OnPage {
  readonly page: Page;
}

/** Waits until nothing is being read, written, parsed or put off for a moment, and what follows has been drawn. */
export async function settled({ page }: OnPage): Promise<void> {
  await page.evaluate(async () => {
    const { host } = await window.workbench;
    await host.settled();
    await new Promise((resolve) => requestAnimationFrame(() => requestAnimationFrame(resolve)));
  });
}

/** As a user does: Mod+P, some letters of the name, Enter. */
export async function runPaletteCommand({ page }: OnPage, name: string): Promise<void> {
  await page.keyboard.press('ControlOrMeta+p');
  await page.locator('.prompt-input').fill(name);
  await page.locator('.suggestion-item.is-selected', { hasText: name }).waitFor();
  await page.keyboard.press('Enter');
  await settled({ page });
}

/** Without the palette. @throws when there is no such command, or it does not apply now. */
export async function executeCommand({ page }: OnPage, id: string): Promise<void> {
  const done = await page.evaluate(async (command) => {
    const { app } = await window.workbench;
    return app.commands.executeCommandById(command);
  }, id);
  if (!done) throw new Error(`There is no command ${id}, or it does not apply now.`);
  await settled({ page });
}

/** Opens a note as the file tree does. @throws when there is none at this path. */
export async function openNote({ page }: OnPage, path: string, where: false | 'tab' | 'split' = false): Promise<void> {
  await page.evaluate(
    async ({ path, where }) => {
      const { app } = await window.workbench;
      const file = app.vault.getFileByPath(path);
      if (!file) throw new Error(`There is no ${path} in the vault.`);
      await app.workspace.getLeaf(where).openFile(file);
    },
    { path, where },
  );
  await settled({ page });
}

/** Writes the layout and starts the page anew, as when the app is closed and opened again. */
export async function restart({ page }: OnPage): Promise<void> {
  await page.evaluate(async () => {
    const { app } = await window.workbench;
    await app.workspace.saveLayout();
  });
  await page.reload();
  await page.evaluate(() => window.workbench.then(() => undefined));
  await settled({ page });
}
