import { eventually } from '../pages/driver';
import { SettingsPage } from '../pages/settings-page';
import type { Spec } from './spec';

export const renamedPhase: Spec = {
  name: 'a phase that was renamed in the settings has its new name in the list when one goes back',
  async run(driver) {
    const settings = new SettingsPage(driver);
    await settings.open();
    await settings.enter('Day 2');
    await eventually(
      () => settings.rows(),
      (rows) => rows.includes('Purpose'),
      'The phase’s page is drawn',
    );
    await settings.set('Name', 'Day Two');
    await settings.back();
    await eventually(
      () => settings.rows(),
      (rows) => rows.includes('Day Two'),
      'The list names the phase as it is called now',
    );
    await settings.enter('Day Two');
    await eventually(
      () => settings.rows(),
      (rows) => rows.includes('Purpose'),
      'The phase’s page is drawn',
    );
    await settings.set('Name', 'Day 2');
    await settings.close();
  },
};
