import { BoardPage } from '../pages/board-page';
import { expectEqual } from '../pages/driver';
import type { Spec } from './spec';

const BOARD = 'operations-lifecycle-board';
const CHECK = 'operations-lifecycle-check';

export const panes: Spec = {
  name: 'both panes keep their own padding and overflow beside the app’s rule',
  async run(driver) {
    const board = new BoardPage(driver);
    await board.open();
    const found = [await board.computed(BOARD)];
    await driver.run(({ app }) => void app.commands.executeCommandById('operations-lifecycle:handbook-check'), null);
    await driver.run(() => new Promise((resolve) => setTimeout(resolve, 1000)), null);
    found.push(await board.computed(CHECK));
    expectEqual(
      found.map(({ padding }) => padding),
      ['0px 0px 0px', '0px 0px 0px'],
      'Padding of the board and the check',
    );
    expectEqual(
      found.map(({ overflow }) => overflow),
      ['auto hidden', 'auto hidden'],
      'Overflow of the board and the check',
    );
  },
};

export const phoneBar: Spec = {
  name: 'on a phone the board ends above the app’s bar',
  onPhone: true,
  async run(driver) {
    const board = new BoardPage(driver);
    await board.open();
    const room = await board.roomAboveBar();
    if (room < 0) throw new Error(`The bar covers ${-room} pixels of the board’s end.`);
  },
};

export const icons: Spec = {
  name: 'every icon of the plugin draws something',
  async run(driver) {
    await new BoardPage(driver).open();
    const missing = await driver.run(({ app, obsidian }) => {
      const named = Object.entries(app.commands.commands)
        .filter(([id]) => id.startsWith('operations-lifecycle:'))
        .flatMap(([, { icon }]) => icon ?? []);
      const undrawn = named.filter((icon) => !obsidian.getIcon(icon));
      const empty = [...document.querySelectorAll('.ops-view .clickable-icon, .ops-view .ops-icon')]
        .filter((element) => !element.querySelector('svg'))
        .map((element) => element.outerHTML.slice(0, 100));
      return [...undrawn, ...empty];
    }, null);
    expectEqual(missing, [], 'Icons that draw nothing');
  },
};
