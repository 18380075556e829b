// A command line id that another plugin holds: the plugin lives, and the board's own menu tells what is missing.
import { Menu } from 'obsidian';
import { expect, it } from 'vitest';
import { BUILT_PLUGIN } from '../built-plugin';
import { registrationsOf } from '../host/app/registrations';
import { openTestHost } from '../host/testing/open-test-host';

const BOARD = 'operations-lifecycle-board';

it('handlers that could not be registered are told in the board’s report, each with its reason', async () => {
  const host = await openTestHost({ files: { 'a.md': '- x #todo\n' } });
  const taken = { id: 'operations-lifecycle:todos', description: '', flags: null, handler: () => '' };
  registrationsOf(host.app).cliHandlers.set(taken.id, taken);
  await host.loadPlugin(BUILT_PLUGIN);
  expect(await host.cli('operations-lifecycle')).toContain('1');
  const leaf = host.app.workspace.getLeaf(true);
  await leaf.setViewState({ type: BOARD });
  const menu = new Menu();
  leaf.view.onPaneMenu(menu, 'more-options');
  menu.showAtPosition({ x: 0, y: 0 });
  const entry = [...document.querySelectorAll<HTMLElement>('.menu-item')].find(
    ({ textContent }) => textContent === '1 registration missing…',
  );
  entry?.click();
  expect(document.querySelector('.modal')?.textContent).toContain(
    'operations-lifecycle:todos: CLI command "operations-lifecycle:todos" is already registered.',
  );
  document.querySelector('.modal-container')?.remove();
});
