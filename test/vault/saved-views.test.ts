// Saved views in the built plugin: their `in:` goes with a note or folder that somebody renames.
import { expect, it } from 'vitest';
import { openWithPlugin } from '../built-plugin';

const DATA = '.obsidian/plugins/operations-lifecycle/data.json';

it('a saved view goes on asking for a folder and for a note that have other names now', async () => {
  const query = 'in:Ops/Drills,Notes/Plan owner:any';
  const host = await openWithPlugin({
    files: {
      'Ops/Drills/Failover.md': '# Failover\n#todo\n',
      'Notes/Plan.md': '# Plan\n#todo\n',
      [DATA]: JSON.stringify({ savedViews: [{ name: 'Mine', formerNames: [], view: { query } }] }),
    },
  });
  const asked = async (): Promise<string | undefined> => {
    await host.settled();
    const data = JSON.parse(await host.app.vault.adapter.read(DATA)) as { savedViews: { view: { query: string } }[] };
    return data.savedViews[0]?.view.query;
  };
  const rename = async (from: string, to: string): Promise<void> => {
    const file = host.app.vault.getAbstractFileByPath(from);
    if (!file) throw new Error(`There is no ${from}.`);
    await host.app.fileManager.renameFile(file, to);
  };
  await rename('Ops', 'Engineering Operations');
  expect(await asked()).toBe('in:"Engineering Operations/Drills",Notes/Plan owner:any');
  await rename('Notes/Plan.md', 'Notes/Roadmap.md');
  expect(await asked()).toBe('in:"Engineering Operations/Drills",Notes/Roadmap owner:any');
  await rename('Engineering Operations', 'Ops');
  expect(await asked()).toBe('in:Ops/Drills,Notes/Roadmap owner:any');
  expect(host.errors).toEqual([]);
});
