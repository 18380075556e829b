// The handlers of Obsidian's command line: what they print, and what they say to slips.
import { describe, expect, it } from 'vitest';
import { phasesCommand } from '../../src/cli/phases-command';
import { registerCli } from '../../src/cli/register-cli';
import { openWithPlugin } from '../built-plugin';

const LONG = 'a very long sentence that goes on and on until nobody wants to read any more of it';

const FILES = {
  'Ops/Day 0 Operations.md': '# Overview\n## Responsibilities\n- [[Note]]\n- b ([[Roles/SRE|SRE]])\n-\n- #todo\n',
  'Ops/Day 1 Operations.md':
    '# Overview\n## Responsibilities\n- a very long sentence that goes on and on until nobody wants to read any more of it #todo/blocked 📅 2026-12-01\n',
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
    expect(
      JSON.parse(await host.cli('operations-lifecycle:todos', { phase: 'Elsewhere', format: 'json' })),
    ).toHaveLength(2);
  });
  it('names what is allowed when a flag or a value is not', async () => {
    const host = await openWithPlugin({ files: FILES });
    const error = (flags: Record<string, string>): Promise<string> =>
      host.cli('operations-lifecycle:todos', flags).then(
        () => 'none',
        (reason: unknown) => (reason as Error).message,
      );
    expect(await error({ format: 'yaml' })).toBe('"yaml" is no value for format. Allowed: text, json, markdown.');
    expect(await error({ phase: 'Day 7' })).toBe(
      'There is no phase "Day 7". Allowed: Day 0, Day 1, Day 2, Cross-phase, Elsewhere.',
    );
    expect(await error({ fromat: 'json' })).toMatch(
      /^Unknown flag "fromat"\. Allowed: format=text\|json\|markdown, query=/,
    );
    expect(await error({ done: 'maybe' })).toBe('The flag "done" takes no value; "maybe" was given.');
    expect(await error({ format: 'true' })).toBe('The flag "format" needs a value: format=text|json|markdown.');
    expect(await error({ vault: 'Handbook' })).toBe('none');
  });
});

describe('todos, asked', () => {
  const todos = async (flags: Record<string, string>, files: Record<string, string> = FILES): Promise<string> =>
    (await openWithPlugin({ files })).cli('operations-lifecycle:todos', flags);
  const VIEWS = {
    '.obsidian/plugins/operations-lifecycle/data.json': JSON.stringify({
      savedViews: [{ name: 'Stuck', formerNames: ['Blocked ones'], view: { query: 'state:blocked' } }],
    }),
  };

  it('print what a query lets through, and how much of it lies outside', async () => {
    expect((await todos({ query: 'state:blocked' })).split('\n')[0]).toBe('Day 1 · Deployment (1)');
    expect(await todos({ query: '"x"' })).toBe(
      'Nothing found on the board.\n\n1 more in 1 note outside the phases · scope=vault shows them',
    );
    expect(JSON.parse(await todos({ query: 'kind:paragraph', format: 'json', scope: 'vault' }))).toHaveLength(2);
  });
  it('are sorted on request', async () => {
    const files = {
      ...FILES,
      'Ops/Day 2 Operations.md': '# Overview\n## Responsibilities\n- b #todo\n- a #todo\n- c #todo 📅 2026-12-01\n',
    };
    const order = async (flags: Record<string, string>): Promise<string[]> =>
      (JSON.parse(await todos({ phase: 'Day 2', format: 'json', ...flags }, files)) as { title: string }[]).map(
        ({ title }) => title.slice(0, 1),
      );
    expect(await order({})).toEqual(['b', 'a', 'c']);
    expect(await order({ sort: 'title' })).toEqual(['a', 'b', 'c']);
    expect(await order({ sort: 'due' })).toEqual(['c', 'b', 'a']);
  });
  it('refuse a query that cannot be answered, and say where it is wrong', async () => {
    await expect(todos({ query: 'x due:tomorow' })).rejects.toThrow(
      'query, character 7: “tomorow” is no date. Allowed: overdue, today',
    );
    expect(await todos({ query: 'color:red' })).toContain('Note: “color:” is no key, so it is searched as text.');
    expect(await todos({ query: 'phase:"day 7"' })).toContain(
      'Note: There is no phase “day 7”. There are: Day 0, Day 1, Day 2, Cross-phase, Elsewhere.',
    );
  });
  it('are those of a saved view, by its name or one that it had', async () => {
    const files = { ...FILES, ...VIEWS };
    for (const view of ['stuck', 'Blocked ones'])
      expect(await todos({ view }, files)).toContain('Day 1 · Deployment (1)');
    expect(await todos({ view: 'Stuck', query: 'kind:note' }, files)).toContain('Nothing found on the board.');
    await expect(todos({ view: 'Stuk' }, files)).rejects.toThrow(
      'There is no saved view "Stuk"; did you mean "Stuck"? Allowed: Stuck.',
    );
    await expect(todos({ view: 'Stuck' })).rejects.toThrow('There is no saved view "Stuck". There are none.');
  });
  it('are asked, sorted and drawn as tables all at once', async () => {
    const files = {
      'Ops/Day 0 Operations.md': '# Overview\n## Responsibilities\n- b #todo\n- done #todo/x\n- a #todo\n',
      'Ops/Day 1 Operations.md': '# Overview\n## Responsibilities\n- c|d #todo\n',
      'Ops/Ops Overview.md': '[[Day 0 Operations]] [[Day 1 Operations]]',
      'Far.md': '- e #todo\n',
    };
    const asked = { query: 'state:none', sort: 'title', format: 'markdown' };
    const table = ['| Todo | Owner | Due | State |', '| --- | --- | --- | --- |'];
    const day0 = [
      '## Day 0 · Planning',
      '',
      ...table,
      '| [[Day 0 Operations\\|a]] |  |  |  |',
      '| [[Day 0 Operations\\|b]] |  |  |  |',
    ];
    expect((await todos(asked, files)).split('\n')).toEqual([
      ...day0,
      '',
      '## Day 1 · Deployment',
      '',
      ...table,
      '| c\\|d ([[Day 1 Operations\\|Day 1 Operations]]) |  |  |  |',
    ]);
    expect((await todos({ ...asked, phase: 'Day 0' }, files)).split('\n')).toEqual(day0);
    expect(await todos({ ...asked, scope: 'vault' }, files)).toContain('| [[Far\\|e]] |  |  |  |');
    expect(await todos({ ...asked, query: 'xyzzy' }, files)).toBe('Nothing found on the board.');
    await expect(todos({ ...asked, query: 'is:late' }, files)).rejects.toThrow('Allowed: empty, frozen');
    await expect(todos({ ...asked, sort: 'size' }, files)).rejects.toThrow(
      'Allowed: due, place, owner, title, changed.',
    );
  });
  it('are tables in Markdown, with links as the vault has them', async () => {
    const files = {
      'Ops/Day 0 Operations.md':
        '# Overview\n## Responsibilities\n#todo 📅 2026-12-01 [[SRE]]\n- a | b #todo/blocked\n',
      'Ops/Day 1 Operations.md': '',
      'Ops/Ops Overview.md': '[[Day 0 Operations]] [[Day 1 Operations]]',
      'Roles/SRE.md': '',
    };
    expect((await todos({ format: 'markdown' }, files)).split('\n')).toEqual([
      '## Day 0 · Planning',
      '',
      '| Todo | Owner | Due | State |',
      '| --- | --- | --- | --- |',
      '| [[Day 0 Operations#Responsibilities\\|Day 0 responsibilities]] | [[SRE\\|SRE]] | 2026-12-01 |  |',
      '| a \\| b ([[Day 0 Operations\\|Day 0 Operations]]) |  |  | blocked |',
    ]);
    const relative = {
      ...files,
      '.obsidian/app.json': JSON.stringify({ useMarkdownLinks: true, newLinkFormat: 'absolute' }),
    };
    expect(await todos({ format: 'markdown' }, relative)).toContain(
      '| [Day 0 responsibilities](Ops/Day%200%20Operations.md#Responsibilities) | [SRE](Roles/SRE.md) | 2026-12-01 |  |',
    );
  });
});

describe('phases', () => {
  it('counts responsibilities: bullets that are not empty, owned by a role or by the note they link to', async () => {
    const host = await openWithPlugin({ files: FILES });
    expect(JSON.parse(await host.cli('operations-lifecycle:phases', { format: 'json' }))).toEqual([
      {
        ...{
          name: 'Day 0',
          title: 'Planning',
          page: 'Ops/Day 0 Operations.md',
          open: 1,
          stubs: 0,
          responsibilities: 2,
          owned: 2,
          finished: 0,
          overdue: 0,
          ready: false,
        },
        missing: [{ what: 'open', path: 'Ops/Day 0 Operations.md', line: 6, text: 'Responsibilities' }],
      },
      {
        ...{
          name: 'Day 1',
          title: 'Deployment',
          page: 'Ops/Day 1 Operations.md',
          open: 1,
          stubs: 0,
          responsibilities: 1,
          owned: 0,
          finished: 0,
          overdue: 0,
          ready: false,
        },
        missing: [
          { what: 'open', path: 'Ops/Day 1 Operations.md', line: 3, text: LONG },
          { what: 'owner', path: 'Ops/Day 1 Operations.md', line: 3, text: LONG },
        ],
      },
      {
        ...{
          name: 'Day 2',
          title: 'Maintenance',
          page: null,
          open: 0,
          stubs: 0,
          responsibilities: 0,
          owned: 0,
          finished: 0,
          overdue: 0,
          ready: false,
        },
        missing: [{ what: 'page', path: null, line: null, text: 'Day 2 has no page yet' }],
      },
    ]);
    expect((await host.cli('operations-lifecycle:phases')).split('\n')).toEqual([
      'Day 0 · Planning     1 open  1 missing  0 of 2 responsibilities done              Ops/Day 0 Operations.md',
      'Day 1 · Deployment   1 open  2 missing  0 of 1 responsibility done, 0 of 1 owned  Ops/Day 1 Operations.md',
      'Day 2 · Maintenance  0 open  1 missing  no responsibilities                       no page yet',
    ]);
  });
});

describe('ready', () => {
  const READY = {
    'Ops/Day 0 Operations.md': '# Overview\n## Responsibilities\n- a ([[SRE]])\n',
    'Ops/Day 1 Operations.md': '# Overview\n![[Gone]]\n## Responsibilities\n- b\n- c #todo 📅 2000-01-01 ([[SRE]])\n',
    'Ops/Ops Overview.md': '![[Day 0 Operations]] ![[Day 1 Operations]]',
    'Roles/SRE.md': '',
  };
  const ready = async (flags: Record<string, string>, settings?: object): Promise<string> => {
    const host = await openWithPlugin({
      files: {
        ...READY,
        ...(settings && { '.obsidian/plugins/operations-lifecycle/data.json': JSON.stringify(settings) }),
      },
    });
    return host.cli('operations-lifecycle:ready', flags);
  };
  it('says of a phase whether it is, or what it lacks, and where', async () => {
    expect(await ready({ phase: 'planning' })).toBe('Day 0 · Planning: ready');
    expect((await ready({ phase: 'day-1' })).split('\n')).toEqual([
      'Day 1 · Deployment: not ready, 3 missing',
      expect.stringMatching(/^ {2}error +.*Gone.* {2}Ops\/Day 1 Operations\.md:2$/),
      expect.stringMatching(/^ {2}overdue {3}c +Ops\/Day 1 Operations\.md:5$/),
      expect.stringMatching(/^ {2}no owner {2}b +Ops\/Day 1 Operations\.md:4$/),
    ]);
    expect((await ready({})).match(/^Day \d.*/gm)).toEqual([
      'Day 0 · Planning: ready',
      'Day 1 · Deployment: not ready, 3 missing',
      'Day 2 · Maintenance: not ready, 1 missing',
    ]);
  });
  it('says the same as JSON', async () => {
    const page = 'Ops/Day 1 Operations.md';
    expect(JSON.parse(await ready({ phase: 'Day 1', format: 'json' }))).toEqual([
      {
        name: 'Day 1',
        ready: false,
        missing: [
          { what: 'error', path: page, line: 2, text: expect.stringContaining('Gone') as string },
          { what: 'overdue', path: page, line: 5, text: 'c' },
          { what: 'owner', path: page, line: 4, text: 'b' },
        ],
      },
    ]);
  });
  it('fails on request, with the list, when something is missing', async () => {
    await expect(ready({ phase: 'Day 1', fail: 'true' })).rejects.toThrow('Day 1 · Deployment: not ready, 3 missing');
    expect(await ready({ phase: 'Day 0', fail: 'true' })).toBe('Day 0 · Planning: ready');
    await expect(ready({ phase: 'Day 9' })).rejects.toThrow('There is no phase "Day 9". Allowed: Day 0, Day 1, Day 2.');
  });
  it('asks for what the settings say counts', async () => {
    expect(await ready({ phase: 'Day 1' }, { readyCriteria: ['owner'] })).toContain('not ready, 1 missing');
    expect(await ready({ phase: 'Day 1' }, { readyCriteria: [] })).toBe('Day 1 · Deployment: ready');
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
          "Question: Day 3 Operations.md looks like a phase's page, but there is no such phase. Add it as a column on the board, or in the settings.",
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
    const missing = registerCli(plugin as never, [phasesCommand, phasesCommand], {} as never, () => Promise.resolve());
    expect(missing).toEqual(['Missing on the command line: operations-lifecycle:phases: taken']);
    expect(taken).toHaveLength(2);
  });
});
