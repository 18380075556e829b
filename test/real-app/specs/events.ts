import { expectEqual } from '../pages/driver';
import { VaultPage } from '../pages/vault-page';
import type { Spec } from './spec';

/** The order that the host tells; whatever the app tells is recorded, to be fed back into it. */
const RENAME = [
  'rename Spec Old > Spec New',
  'rename Spec Old/a.md > Spec New/a.md',
  'rename Spec Old/b.md > Spec New/b.md',
];
const DELETE = [
  'delete Spec New/a.md',
  'delete Spec New/b.md',
  'delete Spec New',
  'deleted Spec New/a.md',
  'deleted Spec New/b.md',
];

export const folderEvents: Spec = {
  name: 'a folder that is renamed or deleted tells of itself and of what is in it, in the host’s order',
  async run(driver) {
    const vault = new VaultPage(driver);
    await vault.write('Spec Old/a.md', 'a\n');
    await vault.write('Spec Old/b.md', 'b\n');
    const renamed = await vault.eventsOf({ rename: 'Spec Old', to: 'Spec New' });
    const deleted = await vault.eventsOf({ trash: 'Spec New' });
    await driver.record('folder-events', { renamed, deleted });
    expectEqual({ renamed, deleted }, { renamed: RENAME, deleted: DELETE }, 'Events of a folder');
  },
};
