import { BLOCK, BoardPage } from '../pages/board-page';
import { eventually } from '../pages/driver';
import { VaultPage } from '../pages/vault-page';
import type { Spec } from './spec';

const NOTE = 'Engineering/Operations/Day 1/Spec Editing.md';

export const dirtyNote: Spec = {
  name: 'done from the board while the note is open and not saved: both the board’s change and what was typed are there',
  onDesktop: true,
  async run(driver) {
    const [board, vault] = [new BoardPage(driver), new VaultPage(driver)];
    await vault.write(NOTE, '# Editing\n\n- Done from the board #todo\n- Left alone #todo\n');
    await board.open();
    await board.hasCard('Done from the board');
    await vault.open(NOTE);
    await vault.type('typed just now');
    await board.open();
    await board.focus('Done from the board');
    await driver.press(' ');
    await board.hasNoCard('Done from the board');
    await eventually(
      () => vault.read(NOTE),
      (text) => text === '# Editing\n\n- Done from the board\n- Left alone #todo\ntyped just now',
      'The note holds both changes',
    );
  },
};

export const tableCell: Spec = {
  name: 'done at the cursor in a table: the row’s mark goes, or the reason is told; no other line changes',
  async run(driver) {
    const vault = new VaultPage(driver);
    const before =
      '# Table\n\n- Not this one #todo\n\n| tool | state |\n| --- | --- |\n| first | fine |\n| second | open #todo |\n';
    const after = before.replace('open #todo', 'open');
    await vault.write(NOTE, before);
    await vault.open(NOTE, 7, 12);
    await driver.run(({ app }) => void app.commands.executeCommandById('operations-lifecycle:mark-done'), null);
    await driver.run(() => new Promise((resolve) => setTimeout(resolve, 2500)), null);
    const text = await vault.read(NOTE);
    if (text !== after && text !== before) throw new Error(`Another place was changed: ${JSON.stringify(text)}.`);
    await driver.record('table-cell', text === after ? 'the row was marked as done' : 'it was refused');
    // Where there is no cell with an editor of its own there is nothing to refuse.
    if (!driver.isReal && text !== after) throw new Error('The row’s mark is still there.');
  },
};

export const blockInNote: Spec = {
  name: 'a board in a note, in Live Preview: a key finishes its card, the block stays as it is, and nothing else of the note changes',
  async run(driver) {
    const [block, vault] = [new BoardPage(driver, BLOCK), new VaultPage(driver)];
    const before = `# Block\n\n- Done from the block #todo\n\nText between.\n\n\`\`\`phase-board\nquery: in:"${NOTE}"\n\`\`\`\n`;
    await vault.write(NOTE, before);
    await vault.open(NOTE);
    // The workbench's editor draws no blocks: there it is read.
    await driver.run(
      async ({ app: { workspace } }, { path, mode }) => {
        const state = { file: path, mode, source: false };
        await workspace.getLeaf(false).setViewState({ type: 'markdown', active: true, state });
      },
      { path: NOTE, mode: driver.isReal ? 'source' : 'preview' },
    );
    await block.hasCard('Done from the block');
    await block.focus('Done from the block');
    await driver.press(' ');
    await block.hasNoCard('Done from the block');
    await eventually(
      () => vault.read(NOTE),
      (text) => text === before.replace(' #todo', ''),
      'The note holds the change, and no other',
    );
  },
};
