// `operations-lifecycle:snapshot` on the built plugin, and the commands beside it: snapshots made, brought up to date, refused and taken back.
import { describe, expect, it } from 'vitest';
import { openWithPlugin } from '../built-plugin';
import type { Host } from '../host/open-host';

const published = (text: string): string => `---\ndg-publish: true\n---\n${text}`;

const FILES = {
  'Ops/Day 0 Operations.md': published('# Overview\n## Responsibilities\n- Choose #todo\n'),
  'Ops/Day 1 Operations.md': published(
    '# Overview\n## Responsibilities\n- Ship ([[Roles/SRE|SRE]]) #todo 📅 2026-12-01\n',
  ),
  'Ops/Ops Overview.md': published('# [[Day 0 Operations]]\n# [[Day 1 Operations]]\n'),
  'Roles/SRE.md': published(''),
  'Status.md': published('# Status\n'),
};

const run = (host: Host, flags: Record<string, string> = {}): Promise<string> =>
  host.cli('operations-lifecycle:snapshot', flags).catch((error: unknown) => `refused: ${(error as Error).message}`);
const textOf = (host: Host, path = 'Status.md'): Promise<string> => host.app.vault.adapter.read(path);

describe('snapshot', () => {
  it('puts one at the end of a note that has none, and brings it up to date from then on', async () => {
    const host = await openWithPlugin({ files: FILES });
    expect(await run(host)).toMatch(/^refused: There is no snapshot in this vault\./);
    expect(await run(host, { path: 'Status', query: 'phase:"Day 1"', show: 'list' })).toBe(
      'Added a snapshot to Status.\n  changed  Status.md',
    );
    const text = await textOf(host);
    expect(text.split('\n').slice(3, -2)).toEqual([
      '# Status',
      '',
      '%% phase-board snapshot: phase:"Day 1" show:list %%',
      '',
      '| Phase | Todo | Owner | Due | State |',
      '| --- | --- | --- | --- | --- |',
      '| Day 1 | [[Day 1 Operations\\|Ship]] | [[SRE\\|SRE]] | 2026-12-01 |  |',
      '',
    ]);
    expect(await run(host)).toBe('The snapshot is up to date.');
    expect(await textOf(host)).toBe(text);
    await host.cli('operations-lifecycle:set', { path: 'Ops/Day 1 Operations.md', line: '6', state: 'blocked' });
    expect(await run(host, { 'dry-run': 'true' })).toMatch(/\+\| Day 1 \|.*\| blocked \|/);
    expect(await textOf(host)).toBe(text);
    expect(await run(host, { path: 'Status.md' })).toBe('Updated 1 snapshot in 1 note.\n  changed  Status.md');
    expect(await textOf(host)).toContain('| blocked |');
    host.app.commands.executeCommandById('operations-lifecycle:undo');
    await host.settled();
    expect(await textOf(host)).toBe(text);
  });
  it('shows what a saved view lets through, narrowed by a query that is given too', async () => {
    const data = { savedViews: [{ name: 'Later', formerNames: [], view: { query: 'phase:"Day 1"' } }] };
    const host = await openWithPlugin({
      files: { ...FILES, '.obsidian/plugins/operations-lifecycle/data.json': JSON.stringify(data) },
    });
    expect(await run(host, { path: 'Status', view: 'Latr' })).toMatch(
      /^refused: There is no saved view "Latr"; did you mean "Later"\?/,
    );
    expect(await run(host, { path: 'Status', view: 'Later', query: 'due:any' })).toMatch(/^Added a snapshot to Status/);
    expect(await textOf(host)).toContain('%% phase-board snapshot: phase:"Day 1" due:any');
  });
  it('writes over nothing that somebody has written in one, and shows it go on request', async () => {
    const host = await openWithPlugin({ files: FILES });
    await run(host, { path: 'Status', show: 'progress' });
    const mine = (await textOf(host)).replace('· Planning', '· Planning (ask Ann)');
    await host.app.vault.adapter.write('Status.md', mine);
    await host.settled();
    expect(await run(host)).toMatch(/^refused: Status, line 6: somebody has written in this snapshot/);
    expect(await run(host, { 'dry-run': 'true' })).toMatch(/-.*ask Ann[^]*# Status, line 6: what somebody has written/);
    expect(await textOf(host)).toBe(mine);
  });
  it('says what is missing, and what is there already', async () => {
    const host = await openWithPlugin({ files: FILES });
    expect(await run(host, { query: 'x' })).toBe(
      'refused: path= is missing: query, view and show make a snapshot in a note.',
    );
    expect(await run(host, { path: 'Statsu' })).toBe(
      'refused: There is no note Statsu in the vault; did you mean Status?',
    );
    expect(await run(host, { path: 'Status', show: 'bars' })).toBe(
      'refused: "bars" is no value for show. Allowed: board, list, progress.',
    );
    await run(host, { path: 'Status', show: 'list' });
    expect(await run(host, { path: 'Status', show: 'list' })).toMatch(/^refused: Status\.md has a snapshot already/);
  });
});
