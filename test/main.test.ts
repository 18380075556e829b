// The built main.js in the host, over real files: from a folder to the todos on the command line.
import { readFileSync } from 'node:fs';
import { describe, expect, it, vi } from 'vitest';
import { BUILT_PLUGIN, FIXTURES, openWithPlugin, todoLines, todosOf } from './built-plugin';
import { registrationsOf } from './host/app/registrations';
import { openTestHost } from './host/testing/open-test-host';

const SEED = `${FIXTURES}/owners-page/Operations Overview.md`;

const expected = (vault: string): unknown => JSON.parse(readFileSync(`${FIXTURES}/${vault}.expected.json`, 'utf8'));

describe('the demo vaults', () => {
  it.each(['demo-vault', 'published-vault'])(
    '%s: each todo is found once, with all that it knows, as decided by hand',
    async (vault) => {
      const host = await openWithPlugin({ dir: `${FIXTURES}/${vault}`, watch: false });
      expect(await todosOf(host, { scope: 'vault', done: 'true' })).toEqual(expected(vault));
      expect(host.errors).toEqual([]);
    },
  );
  it('counts only what is open, and on the board, unless asked for more', async () => {
    const host = await openWithPlugin({ dir: `${FIXTURES}/demo-vault`, watch: false });
    const all = expected('demo-vault') as { column: string; status: string | null }[];
    const board = all.filter(({ column, status }) => column !== 'Elsewhere' && !/^[xX-]$/.test(status ?? ''));
    expect(await todosOf(host)).toEqual(board);
    expect(await todosOf(host, { phase: 'Deployment' })).toEqual(board.filter(({ column }) => column === 'Day 1'));
    // As many as the board has cards.
    const phases = JSON.parse(await host.cli('operations-lifecycle:phases', { format: 'json' })) as {
      readonly name: string;
      readonly open: number;
    }[];
    for (const { name, open } of phases)
      expect([name, open]).toEqual([name, board.filter(({ column }) => column === name).length]);
    expect(phases.length).toBeGreaterThan(2);
  });
});

describe('the page that it all began with', () => {
  for (const folder of ['Engineering/Operations/', ''])
    it(`gives four todos ${folder === '' ? 'at the vault’s root' : `in ${folder}`}`, async () => {
      const path = `${folder}Operations Overview.md`;
      const host = await openWithPlugin({ files: { [path]: readFileSync(SEED, 'utf8') } });
      expect(await todoLines(host)).toEqual([
        `${path}:28 Responsibilities -> Day 0 flattened`,
        `${path}:47 Responsibilities -> Day 1 flattened`,
        `${path}:66 Responsibilities -> Day 2 flattened`,
        `${path}:75 Metrics Tracking -> Cross-phase overview`,
      ]);
    });
});

it('takes nothing up where it was switched off before the layout is ready', async () => {
  const host = await openTestHost({ files: { 'Day 0.md': '#todo' } });
  const { workspace, vault, metadataCache } = host.app;
  const waiting: (() => unknown)[] = [];
  workspace.onLayoutReady = (callback) => void waiting.push(callback);
  await host.loadPlugin(BUILT_PLUGIN);
  await host.unloadPlugin();
  const heard = [workspace, vault, metadataCache].map((events) => vi.spyOn(events, 'on'));
  for (const callback of waiting) callback();
  await host.settled();
  expect(waiting.length).toBeGreaterThan(1);
  for (const on of heard) expect(on).not.toHaveBeenCalled();
  expect([...(registrationsOf(host.app).others.get('registerEditorSuggest')?.keys() ?? [])]).toEqual([]);
});
