// Disks that ignore case: a folder that is there as `operations` is the one that is meant by `Operations`, whoever names it.
import { expect, it } from 'vitest';
import { openWithPlugin } from '../built-plugin';
import type { Host } from '../host/open-host';

const PAGES = {
  'operations/Day 0 Operations.md': '# Overview\n## Responsibilities\n- Plan it ([[Cook]]) #todo\n',
  'operations/day 0 operations/Other.md': '- In the phase’s own folder #todo\n',
  'roles/Cook.md': '# Cook\n',
  'Notes/a.md': '- x #todo\n',
};

const paths = ({ app }: Host): string[] =>
  app.vault
    .getFiles()
    .map(({ path }) => path)
    .sort();
const open = (files: Record<string, string>, settings: object = {}): Promise<Host> =>
  openWithPlugin({
    files: { ...files, '.obsidian/plugins/operations-lifecycle/data.json': JSON.stringify(settings) },
    ignoresCase: true,
  });

it('the first pages are made in the folder that is there', async () => {
  const host = await open({ 'operations/Notes.md': 'x\n' });
  await host.cli('operations-lifecycle:set-up', { folder: 'Operations' });
  expect(paths(host)).toEqual(
    ['Day 0 Operations', 'Day 1 Operations', 'Day 2 Operations', 'Notes', 'Operations Overview'].map(
      (name) => `operations/${name}.md`,
    ),
  );
  expect(host.errors).toEqual([]);
});

it('a responsibility note goes into the phase’s folder, in whatever case that is', async () => {
  const host = await open(PAGES);
  await host.cli('operations-lifecycle:new-responsibility', { title: 'Cost Review', phase: 'Day 0' });
  expect(paths(host)).toContain('operations/day 0 operations/Cost Review.md');
});

it('the settings’ folders are found, also with slashes, blanks and backslashes that nobody needs', async () => {
  const host = await open(PAGES, { rolesFolder: '/Roles/', ignoredFolders: ['\\notes\\'] });
  const todos = JSON.parse(await host.cli('operations-lifecycle:todos', { format: 'json', scope: 'vault' })) as {
    path: string;
    owner: string | null;
  }[];
  expect(todos.map(({ path, owner }) => `${path} ${owner ?? '-'}`)).toEqual(
    expect.arrayContaining(['operations/Day 0 Operations.md roles/Cook.md']),
  );
  expect(todos.map(({ path }) => path)).not.toContain('Notes/a.md');
});

it.each(['/operations/Day 0 Operations.md', 'operations\\Day 0 Operations.md', 'operations//Day 0 Operations.md'])(
  'the command line takes the path %s',
  async (path) => {
    const host = await open(PAGES);
    await host.cli('operations-lifecycle:complete', { path, line: '3' });
    expect(await host.app.vault.adapter.read('operations/Day 0 Operations.md')).toBe(
      '# Overview\n## Responsibilities\n- Plan it ([[Cook]])\n',
    );
  },
);
