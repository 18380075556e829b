// Links that follow, in the host: notes that link by a reference definition alone, and canvases, are found, written by the one writer, and taken back.
import type { App } from 'obsidian';
import { expect, it } from 'vitest';
import { planHeadingUpdate } from '../../src/core/edit/plan-heading-update';
import { offerUpdate } from '../../src/ui/heading-notices';
import type { PlanningContext } from '../../src/ui/plan/run-plan';
import { vaultToPlan } from './vault-to-plan';
import { UndoableWriter } from '../../src/vault/undoable-writer';
import { openReadyHost } from '../host/testing/open-test-host';

const FILES = {
  'Ops/N.md': '# New\ntext\n',
  'See.md': '[it][n]\n\n[n]: <Ops/N.md#Old> "t"\n',
  'Else.md': '[it][n]\n\n[n]: <Ops/Other.md#Old>\n',
  'Board.canvas': '{"nodes":[{"id":"1","type":"file","file":"Ops/N.md","subpath":"#Old"}],\n"edges":[]}',
};

it('a heading that no link can lead to any more says so', async () => {
  const host = await openReadyHost({ files: { 'N.md': '# Old\n\n# New\n', 'See.md': '[[N#Old]]\n' } });
  const app = host.app as unknown as App;
  const vault = await vaultToPlan(app);
  await app.vault.adapter.write('N.md', '# New\n\n# New\n');
  await host.rescan();
  const context = { app, planning: () => Promise.resolve({ vault }) };
  await offerUpdate(context as unknown as PlanningContext, 'N.md', [{ index: 1, was: 'Old' }]);
  expect(host.notices).toEqual(['The link to “Old” in See, line 1, will not find its heading any more.']);
});

it('a heading that changed takes along a definition and a card, and gives them back', async () => {
  const host = await openReadyHost({ files: FILES });
  try {
    const app = host.app as unknown as App;
    const vault = await vaultToPlan(app);
    expect(vault.linkingTo('Ops/N.md')).toEqual(['See.md']);
    const note = await vault.read('Ops/N.md');
    const plan = note && (await planHeadingUpdate(note, [{ index: 0, was: 'Old' }], vault));
    if (!plan) throw new Error('There is no plan.');
    const writer = new UndoableWriter(app, { problem: () => null, change: () => Promise.resolve() });
    const texts = (): Promise<string[]> =>
      Promise.all(['See.md', 'Else.md', 'Board.canvas'].map((path) => app.vault.adapter.read(path)));
    await writer.apply(plan);
    expect(await texts()).toEqual([
      '[it][n]\n\n[n]: <Ops/N.md#New> "t"\n',
      FILES['Else.md'],
      FILES['Board.canvas'].replace('#Old', '#New'),
    ]);
    await writer.undo();
    expect(await texts()).toEqual([FILES['See.md'], FILES['Else.md'], FILES['Board.canvas']]);
  } finally {
    await host.close();
  }
});
