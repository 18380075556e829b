import { BoardPage } from '../pages/board-page';
import { eventually } from '../pages/driver';
import { VaultPage } from '../pages/vault-page';
import type { Spec } from './spec';

const NOTE = 'Engineering/Operations/Spec Flow.md';

export const dragAndUndo: Spec = {
  name: 'a card that is dragged to another phase is moved, and undo brings it back',
  onDesktop: true,
  async run(driver) {
    const [board, vault] = [new BoardPage(driver), new VaultPage(driver)];
    const before = '# Flow\n\n- Drag me along #todo/day-0\n';
    await vault.write(NOTE, before);
    await board.open();
    await board.hasCard('Drag me along', 'Day 0');
    await board.drag('Drag me along', 'Day 1');
    await board.hasCard('Drag me along', 'Day 1');
    await eventually(
      () => vault.read(NOTE),
      (text) => text?.includes('#todo/day-1') === true,
      'The note names the phase',
    );
    await driver.run(({ app }) => void app.commands.executeCommandById('operations-lifecycle:undo'), null);
    await eventually(
      () => vault.read(NOTE),
      (text) => text === before,
      'The note is as it was',
    );
  },
};

export const responsibilityForm: Spec = {
  name: 'a responsibility note is made by its form, and linked from its phase’s page',
  onDesktop: true,
  async run(driver) {
    await driver.run(
      ({ app }) => void app.commands.executeCommandById('operations-lifecycle:new-responsibility-note'),
      null,
    );
    await driver.fill('.ops-form input[type="text"]', 'Spec Watch the Queues');
    await driver.press('Enter');
    await eventually(
      () =>
        driver.run(
          ({ app }) =>
            app.vault
              .getMarkdownFiles()
              .filter(({ basename }) => basename === 'Spec Watch the Queues')
              .map(({ path }) => path),
          null,
        ),
      (paths) => paths.length === 1,
      'The note is made',
    );
    await driver.run(({ app }) => void app.commands.executeCommandById('operations-lifecycle:undo'), null);
    await eventually(
      () =>
        driver.run(
          ({ app }) =>
            app.vault.getMarkdownFiles().filter(({ basename }) => basename === 'Spec Watch the Queues').length,
          null,
        ),
      (count) => count === 0,
      'Undo takes it away',
    );
  },
};
