import { BoardPage } from '../pages/board-page';
import { eventually } from '../pages/driver';
import { VaultPage } from '../pages/vault-page';
import type { Spec } from './spec';

export const slash: Spec = {
  name: 'the filter is reached by / also where that needs Shift or AltGr',
  onDesktop: true,
  async run(driver) {
    await new VaultPage(driver).write('Engineering/Operations/Day 1/Spec Keys.md', '- Find me by keys #todo\n');
    const board = new BoardPage(driver);
    await board.open();
    for (const held of [{}, { shiftKey: true }, { ctrlKey: true, altKey: true }]) {
      await board.hasCard('Find me by keys');
      await board.focus('Find me by keys');
      await board.typeKey('/', held);
      await eventually(
        () => board.isFiltering(),
        (is) => is,
        `The filter has the focus after / with ${JSON.stringify(held)}`,
      );
    }
  },
};
