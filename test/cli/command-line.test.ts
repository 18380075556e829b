// The handlers of Obsidian's command line: what they print, and what they say to slips.
import { describe, expect, it } from 'vitest';
import { phasesCommand } from '../../src/cli/phases-command';
import { registerCli } from '../../src/cli/register-cli';
import { openWithPlugin } from '../built-plugin';
import { TextVault } from '../core/text-vault';

const FILES = {
  'Ops/Day 0 Operations.md': '# Overview\n## Responsibilities\n- [[Note]]\n- b ([[Roles/SRE|SRE]])\n-\n- #todo\n',
  'Ops/Day 1 Operations.md': '# Overview\n## Responsibilities\n- a very long sentence that goes on and on until nobody wants to read any more of it #todo/blocked 📅 2026-12-01\n',
  'Ops/Ops Overview.md': '# [[Day 0 Operations]]\n# [[Day 1 Operations]]\n',
  'Note.md': '---\nowner: "[[SRE]]"\n---\n',
  'Roles/SRE.md': '',
  'Far.md': 'x #todo\n\ny #todo/day-7\n',
  'Day 3 Operations.md': '',
};

describe('todos', () => {
  it('prints for people: by column, aligned, with what is left out', async () => {
    const host = await openWithPlugin({ files: FILES });
    expect((await host.cli('operations-lifecycle:todos')).split('\n')).toEqual([
      'Day 0 · Planning (1)',
      '  Responsibilities  section  Ops/Day 0 Operations.md:6',
      '',
      'Day 1 · Deployment (1)',
      '  a very long sentence that goes on and on until nobody wants…  bullet  Ops/Day 1 Operations.md:3  blocked · due 2026-12-01',
      '',
      '2 more in 1 note outside the phases · scope=vault shows them',
    ]);
    expect(await host.cli('operations-lifecycle:todos', { phase: 'maintenance' })).toBe('Nothing open in Day 2.');
  });
  it('takes a column by name, title, alias or page name', async () => {
    const host = await openWithPlugin({ files: FILES });
    for (const phase of ['Day 0', 'day_0', 'PLANNING', 'Day 0 Operations'])
      expect(await host.cli('operations-lifecycle:todos', { phase })).toContain('Day 0 · Planning (1)');
    expect(JSON.parse(await host.cli('operations-lifecycle:todos', { phase: 'Elsewhere', format: 'json' }))).toHaveLength(2);
  });
  it('names what is allowed when a flag or a value is not', async () => {
    const host = await openWithPlugin({ files: FILES });
    const error = (flags: Record<string, string>): Promise<string> => host.cli('operations-lifecycle:todos', flags).then(() => 'none', (reason: unknown) => (reason as Error).message);
    expect(await error({ format: 'yaml' })).toBe('"yaml" is no value for format. Allowed: text, json.');
    expect(await error({ phase: 'Day 7' })).toBe('There is no phase "Day 7". Allowed: Day 0, Day 1, Day 2, Cross-phase, Elsewhere.');
    expect(await error({ fromat: 'json' })).toMatch(/^Unknown flag "fromat"\. Allowed: format=text\|json, scope=/);
    expect(await error({ done: 'maybe' })).toBe('The flag "done" takes no value; "maybe" was given.');
    expect(await error({ format: 'true' })).toBe('The flag "format" needs a value: format=text|json.');
    expect(await error({ vault: 'Handbook' })).toBe('none');
  });
});

describe('phases', () => {
  it('counts responsibilities: bullets that are not empty, owned by a role or by the note they link to', async () => {
    const host = await openWithPlugin({ files: FILES });
    expect(JSON.parse(await host.cli('operations-lifecycle:phases', { format: 'json' }))).toEqual([
      { name: 'Day 0', title: 'Planning', page: 'Ops/Day 0 Operations.md', open: 1, stubs: 0, responsibilities: 2, owned: 2, finished: 0 },
      { name: 'Day 1', title: 'Deployment', page: 'Ops/Day 1 Operations.md', open: 1, stubs: 0, responsibilities: 1, owned: 0, finished: 0 },
      { name: 'Day 2', title: 'Maintenance', page: null, open: 0, stubs: 0, responsibilities: 0, owned: 0, finished: 0 },
    ]);
    expect((await host.cli('operations-lifecycle:phases')).split('\n')).toEqual([
      'Day 0 · Planning     1 open  2 responsibilities                 Ops/Day 0 Operations.md',
      'Day 1 · Deployment   1 open  1 responsibility, 1 without owner  Ops/Day 1 Operations.md',
      'Day 2 · Maintenance  0 open  0 responsibilities                 no page yet',
    ]);
  });
});

describe('the summary', () => {
  it('tells where things stand, and asks what only the user can say', async () => {
    const host = await openWithPlugin({ files: FILES });
    expect(await host.cli('operations-lifecycle')).toMatch(
      new RegExp(
        [
          'Operations: 2 open in 2 notes',
          '  Day 0 · Planning .*',
          '  Day 1 · Deployment .*',
          '  Day 2 · Maintenance .*',
          '  Cross-phase +0 open',
          'Overview page: Ops/Ops Overview.md',
          '2 more in 1 note outside the phases',
          'Question: Day 3 Operations.md is named like a phase\'s page, but there is no such phase. Add the phase in the settings.',
          'Question: Far.md:3 #todo/day-7: there is no phase "day-7".',
          'Indexed 7 notes in \\d+ ms\\.',
        ].join('\n'),
      ),
    );
  });
});

describe('registering', () => {
  it('goes on when an id is taken, and says which', () => {
    const taken: string[] = [];
    const plugin = {
      manifest: { id: 'operations-lifecycle' },
      registerCliHandler(id: string): void {
        if (taken.push(id) === 1) throw new Error('taken');
      },
    };
    const vault = new TextVault();
    const command = phasesCommand(() => vault.index(), vault);
    const missing = registerCli(plugin as never, [command, command], () => Promise.resolve());
    expect(missing).toEqual(['operations-lifecycle:phases: taken']);
    expect(taken).toHaveLength(2);
  });
});
