// The layout of bases is offered where it can be: where bases are off, or somebody else holds its id, all the rest works.
import { Menu } from 'obsidian';
import { expect, it } from 'vitest';
import { BUILT_PLUGIN, openWithPlugin, todoLines } from '../../built-plugin';
import { registrationsOf } from '../../host/app/registrations';
import type { Host } from '../../host/open-host';
import { openTestHost } from '../../host/testing/open-test-host';

const BOARD = 'operations-lifecycle-board';
const FILES = {
  'a.md': '- x #todo\n',
  'Base.base': `views:\n  - type: ${BOARD}\n    name: Phases\n    order: [file.name]\n`,
};

async function open(host: Host, path: string) {
  const leaf = host.app.workspace.getLeaf(true);
  const file = host.app.vault.getFileByPath(path);
  if (file) await leaf.openFile(file);
  await host.settled();
  return leaf;
}

const boardsIn = (plugin: unknown): number => (plugin as { boards: Set<unknown> }).boards.size;

it('where bases are off, there is no layout and nothing else is missing', async () => {
  const host = await openWithPlugin({ files: FILES, bases: false });
  expect(registrationsOf(host.app).others.get('registerBasesView')?.size ?? 0).toBe(0);
  expect(await todoLines(host)).toHaveLength(1);
  expect(host.errors).toEqual([]);
});

it('where the id is held already, the board’s report says so, and the rest works', async () => {
  const host = await openTestHost({ files: FILES });
  registrationsOf(host.app).others.set('registerBasesView', new Map([[BOARD, {}]]));
  await host.loadPlugin(BUILT_PLUGIN);
  expect(await todoLines(host)).toHaveLength(1);
  const leaf = host.app.workspace.getLeaf(true);
  await leaf.setViewState({ type: BOARD });
  const menu = new Menu();
  leaf.view.onPaneMenu(menu, 'more-options');
  menu.showAtPosition({ x: 0, y: 0 });
  const entries = [...document.querySelectorAll<HTMLElement>('.menu-item')];
  entries.find(({ textContent }) => textContent === '1 registration missing…')?.click();
  expect(document.querySelector('.modal')?.textContent).toContain('The layout “Phase board” of bases: A Bases view');
  document.querySelector('.modal-container')?.remove();
});

it('a base that is closed leaves no board behind, and one that is open goes with the plugin', async () => {
  const host = await openWithPlugin({ files: FILES });
  const leaf = await open(host, 'Base.base');
  expect([boardsIn(host.plugin), leaf.view.containerEl.querySelectorAll('.ops-base').length]).toEqual([1, 1]);
  const file = host.app.vault.getFileByPath('a.md');
  if (file) await leaf.openFile(file);
  expect(boardsIn(host.plugin)).toBe(0);
  await open(host, 'Base.base');
  const { plugin } = host;
  expect(boardsIn(plugin)).toBe(1);
  await host.unloadPlugin();
  expect(boardsIn(plugin)).toBe(0);
  expect(host.errors).toEqual([]);
});
