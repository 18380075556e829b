/** The plugin's page in the settings. */
import { eventually, type Driver } from './driver';

export class SettingsPage {
  constructor(private readonly driver: Driver) {}

  async open(): Promise<void> {
    await this.driver.run(({ app: { setting } }) => {
      setting.open();
      setting.openTabById('operations-lifecycle');
    }, null);
    await eventually(
      () => this.rows(),
      (rows) => rows.length > 3,
      'The settings are drawn',
    );
  }

  close(): Promise<void> {
    return this.driver.run(({ app: { setting } }) => setting.close(), null);
  }

  rows(): Promise<string[]> {
    return this.driver.run(
      () =>
        [...document.querySelectorAll('.modal.mod-settings .setting-item-name')].map(({ textContent }) => textContent),
      null,
    );
  }

  /** Follows the row of this name to the page behind it. */
  enter(name: string): Promise<void> {
    return this.driver.run((_, name) => {
      const row = [...document.querySelectorAll<HTMLElement>('.modal.mod-settings .setting-item')].find(
        (one) => one.querySelector('.setting-item-name')?.textContent === name,
      );
      if (!row) throw new Error(`There is no row ${name}.`);
      row.click();
    }, name);
  }

  /** Types into a row's field, letter by letter as its listeners see it. */
  set(name: string, value: string): Promise<void> {
    return this.driver.run(
      (_, { name, value }) => {
        const row = [...document.querySelectorAll<HTMLElement>('.modal.mod-settings .setting-item')].find(
          (one) => one.querySelector('.setting-item-name')?.textContent === name,
        );
        const field = row?.querySelector('input');
        if (!field) throw new Error(`There is no field ${name}.`);
        field.focus();
        field.value = value;
        field.dispatchEvent(new Event('input', { bubbles: true }));
      },
      { name, value },
    );
  }

  back(): Promise<void> {
    return this.driver.run(() => {
      const button = document.querySelector<HTMLElement>('.modal.mod-settings [aria-label="Back"]');
      if (!button) throw new Error('There is no way back.');
      button.click();
    }, null);
  }
}
