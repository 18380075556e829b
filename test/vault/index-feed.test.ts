// The index follows the vault: every kind of event, bursts, failures, settings. The built plugin in the host.
import { describe, expect, it } from 'vitest';
import { openWithPlugin, todoLines, todosOf } from '../built-plugin';
import type { Host } from '../host/open-host';
import { openTestHost } from '../host/testing/open-test-host';
import { temporaryFolder, writeInto } from '../host/testing/temporary-vault';
import { BUILT_PLUGIN } from '../built-plugin';

const PAGES = {
  'Ops/Day 0 Operations.md': '# Overview\n## Responsibilities\n- a\n#todo\n',
  'Ops/Day 1 Operations.md': '# Overview\n## Responsibilities\n- [[Runbook]]\n',
  'Ops/Operations Overview.md': '# [[Day 0 Operations]]\n![[Day 0 Operations#Overview]]\n# [[Day 1 Operations]]\n',
};

function fileOf(host: Host, path: string): ReturnType<Host['app']['vault']['getFileByPath']> & object {
  const file = host.app.vault.getFileByPath(path);
  if (!file) throw new Error(`no ${path} in the vault`);
  return file;
}

/** Paths of the notes whose text was asked for. */
function recordReads(host: Host): string[] {
  const reads: string[] = [];
  const { vault } = host.app;
  const cachedRead = vault.cachedRead.bind(vault);
  vault.cachedRead = (file) => {
    reads.push(file.path);
    return cachedRead(file);
  };
  return reads;
}

describe('what happens to a note', () => {
  it('an edit changes its todos', async () => {
    const host = await openWithPlugin({ files: PAGES });
    await host.app.vault.process(
      fileOf(host, 'Ops/Day 0 Operations.md'),
      (text) => text.replace('#todo', '') + '\n## More\n#todo\n',
    );
    await host.settled();
    expect(await todoLines(host)).toEqual(['Ops/Day 0 Operations.md:7 More -> Day 0 phase-page']);
  });
  it('creating one adds its todos, deleting it takes them away', async () => {
    const host = await openWithPlugin({ files: PAGES });
    const file = await host.app.vault.create('Runbook.md', '# Steps\n#todo\n');
    await host.settled();
    expect(await todoLines(host)).toContain('Runbook.md:2 Steps -> Day 1 linked');
    await host.app.fileManager.trashFile(file);
    await host.settled();
    expect(await todoLines(host)).toHaveLength(1);
  });
  it('a change of a phase page’s links moves the todos of the notes it linked', async () => {
    const host = await openWithPlugin({ files: { ...PAGES, 'Runbook.md': '# Steps\n#todo\n' } });
    await host.app.vault.process(fileOf(host, 'Ops/Day 1 Operations.md'), (text) =>
      text.replace('- [[Runbook]]', '- none'),
    );
    await host.settled();
    expect(await todoLines(host)).toContain('Runbook.md:2 Steps -> Elsewhere none');
  });
  it('a renamed page is a page no more, and one again', async () => {
    const host = await openWithPlugin({ files: PAGES });
    const file = fileOf(host, 'Ops/Day 0 Operations.md');
    await host.app.vault.rename(file, 'Ops/Former.md');
    await host.settled();
    expect(await todoLines(host)).toEqual(['Ops/Former.md:4 Responsibilities -> Cross-phase overview']);
    await host.app.vault.rename(file, 'Ops/Day 0 Ops.md');
    await host.settled();
    expect(await todoLines(host)).toEqual(['Ops/Day 0 Ops.md:4 Responsibilities -> Day 0 phase-page']);
  });
  it('a renamed folder takes its notes along', async () => {
    const host = await openWithPlugin({ files: { ...PAGES, 'Ops/Day 1/Plan.md': '# A\n#todo\n' } });
    const folder = host.app.vault.getFolderByPath('Ops');
    if (!folder) throw new Error('no folder');
    await host.app.fileManager.renameFile(folder, 'Handbook');
    await host.settled();
    expect(await todoLines(host)).toEqual([
      'Handbook/Day 0 Operations.md:4 Responsibilities -> Day 0 phase-page',
      'Handbook/Day 1/Plan.md:2 A -> Day 1 folder',
    ]);
    expect((await todosOf(host))[0]?.shownIn).toEqual(['Handbook/Operations Overview.md']);
  });
  it('a change from outside counts as well', async () => {
    const dir = temporaryFolder(PAGES);
    const host = await openWithPlugin({ dir, watch: false });
    writeInto(dir, 'Ops/Day 1 Operations.md', '# Overview\n#todo\n');
    await host.rescan();
    expect(await todoLines(host)).toContain('Ops/Day 1 Operations.md:2 Overview -> Day 1 phase-page');
  });
  it('a hundred changes at once are worked off together', async () => {
    const host = await openWithPlugin({ files: PAGES });
    const file = fileOf(host, 'Ops/Day 0 Operations.md');
    for (let round = 0; round < 100; round++)
      await host.app.vault.process(file, (text) => `${text}- b${round} #todo\n`);
    await host.settled();
    expect(await todosOf(host)).toHaveLength(101);
  });
});

describe('what is read', () => {
  it('is the text of notes with a todo tag, and of pages with linked bullets', async () => {
    const host = await openTestHost({ files: { ...PAGES, 'Plain.md': '# A\n[[Runbook]]\n', 'Tagged.md': '#todo' } });
    const reads = recordReads(host);
    await host.loadPlugin(BUILT_PLUGIN);
    await host.settled();
    expect(reads.sort()).toEqual(['Ops/Day 0 Operations.md', 'Ops/Day 1 Operations.md', 'Tagged.md']);
  });
  it('is nothing before the layout is ready', async () => {
    const host = await openTestHost({ files: PAGES });
    const reads = recordReads(host);
    const ready = host.app.workspace.onLayoutReady.bind(host.app.workspace);
    const before: number[] = [];
    host.app.workspace.onLayoutReady = (callback) =>
      ready(() => {
        before.push(reads.length);
        callback();
      });
    await host.loadPlugin(BUILT_PLUGIN);
    expect(new Set(before)).toEqual(new Set([0]));
  });
  it('is at most eight notes at a time', async () => {
    const files = Object.fromEntries(Array.from({ length: 60 }, (_one, at) => [`N${at}.md`, '#todo']));
    const host = await openTestHost({ files });
    const { vault } = host.app;
    const cachedRead = vault.cachedRead.bind(vault);
    let [inFlight, most] = [0, 0];
    vault.cachedRead = async (file) => {
      most = Math.max(most, ++inFlight);
      try {
        return await cachedRead(file);
      } finally {
        inFlight--;
      }
    };
    await host.loadPlugin(BUILT_PLUGIN);
    expect(await todosOf(host, { scope: 'vault' })).toHaveLength(60);
    expect(most).toBe(8);
  });
  it('waits for metadata that Obsidian has not made yet', async () => {
    const host = await openWithPlugin({ files: PAGES, slowCache: true });
    expect(await todosOf(host)).toHaveLength(1);
  });
});

describe('what is not indexed', () => {
  const tagged = { 'Templates/T.md': '#todo', 'Templates (old)/T.md': '#todo', 'A.md': '#todo' };
  const paths = async (files: Record<string, string>): Promise<string[]> => {
    const dir = temporaryFolder({ ...tagged, ...files });
    const host = await openWithPlugin({ dir, watch: false });
    return (await todosOf(host, { scope: 'vault' })).map(({ path }) => path);
  };
  it('are the folders of the core Templates and of Templater', async () => {
    expect(await paths({ '.obsidian/templates.json': '{"folder":"Templates"}' })).toEqual([
      'A.md',
      'Templates (old)/T.md',
    ]);
    const templater = { '.obsidian/plugins/templater-obsidian/data.json': '{"templates_folder":"/Templates/"}' };
    expect(await paths(templater)).toEqual(['A.md', 'Templates (old)/T.md']);
  });
  it('are the user’s excluded files, by beginning or pattern', async () => {
    expect(await paths({ '.obsidian/app.json': '{"userIgnoreFilters":["templates/"]}' })).toEqual([
      'A.md',
      'Templates (old)/T.md',
    ]);
    expect(await paths({ '.obsidian/app.json': '{"userIgnoreFilters":["/^temp.*T\\\\.md$/","/(/"]}' })).toEqual([
      'A.md',
    ]);
  });
  it('are the folders of the settings', async () => {
    const settings = {
      '.obsidian/plugins/operations-lifecycle/data.json':
        '{"ignoredFolders":["Templates (old)"],"templatesFolder":"Templates"}',
    };
    expect(await paths(settings)).toEqual(['A.md']);
  });
  it('and settings of others that cannot be read exclude nothing', async () => {
    expect(await paths({ '.obsidian/app.json': '{', '.obsidian/templates.json': '[]' })).toHaveLength(3);
  });
});

describe('settings', () => {
  const SETTINGS = '.obsidian/plugins/operations-lifecycle/data.json';
  it('that name a page follow its rename', async () => {
    const phases = [{ id: 'go', name: 'Go live', title: 'Start', page: 'Ops/Launch.md' }];
    const dir = temporaryFolder({ 'Ops/Launch.md': '# A\n#todo\n', [SETTINGS]: JSON.stringify({ phases }) });
    const host = await openWithPlugin({ dir, watch: false });
    expect(await todoLines(host)).toEqual(['Ops/Launch.md:2 A -> Go live phase-page']);
    await host.app.fileManager.renameFile(fileOf(host, 'Ops/Launch.md'), 'Ops/Liftoff.md');
    await host.settled();
    expect(await todoLines(host)).toEqual(['Ops/Liftoff.md:2 A -> Go live phase-page']);
    expect(await host.app.vault.adapter.read(SETTINGS)).toContain('Ops/Liftoff.md');
  });
  it('in a file that cannot be read are left as they are, and said', async () => {
    const dir = temporaryFolder({ ...PAGES, [SETTINGS]: '{ "tags": ' });
    const host = await openWithPlugin({ dir, watch: false });
    expect(await todosOf(host)).toHaveLength(1);
    expect(await host.cli('operations-lifecycle')).toMatch(/Settings: The settings file \(data\.json\) cannot be read/);
    expect(await host.app.vault.adapter.read(SETTINGS)).toBe('{ "tags": ');
  });
  it('changed on another device are taken over', async () => {
    const dir = temporaryFolder({ 'A.md': 'x #fix', [SETTINGS]: '{"tags":["#todo"]}' });
    const host = await openWithPlugin({ dir, watch: false });
    expect(await todosOf(host, { scope: 'vault' })).toEqual([]);
    writeInto(dir, SETTINGS, '{"tags":["#fix"]}');
    await host.rescan();
    expect(await todosOf(host, { scope: 'vault' })).toHaveLength(1);
  });
});

describe('a note that cannot be read', () => {
  it('keeps its last good entry, is listed with its reason, and comes back', async () => {
    const host = await openWithPlugin({ files: PAGES });
    await host.settled();
    const { vault } = host.app;
    const cachedRead = vault.cachedRead.bind(vault);
    vault.cachedRead = () => Promise.reject(new Error('The disk is away'));
    await vault.rename(fileOf(host, 'Ops/Day 0 Operations.md'), 'Ops/Day 0 Ops.md');
    await host.settled();
    expect(await todosOf(host)).toHaveLength(1);
    expect(await host.cli('operations-lifecycle')).toContain('Not read: Ops/Day 0 Ops.md: The disk is away');
    vault.cachedRead = cachedRead;
    await vault.process(fileOf(host, 'Ops/Day 0 Ops.md'), (text) => `${text}\n- b #todo\n`);
    await host.settled();
    expect(await todosOf(host)).toHaveLength(2);
    expect(await host.cli('operations-lifecycle')).not.toContain('Not read');
  });
  it.each([
    ['source: wiki: cabling', 2, 'source: wiki: cabling'],
    ['title: "a', 2, 'title: "a'],
    ['a:\n\t- b', 3, '- b'],
    ['tags: [x]', 3, 'tags: [todo]'],
    ['title: @home', 2, 'title: @home'],
  ])('for its properties (%s) is named with line and reason, and its body’s todos count', async (line, at, told) => {
    const text = `---\n${line}\ntags: [todo]\n---\n# A\n- body #todo\n`;
    const host = await openWithPlugin({ files: { ...PAGES, 'Ops/N.md': text } });
    expect((await todosOf(host, { scope: 'vault' })).map(({ title }) => title)).toEqual(['Responsibilities', 'body']);
    expect(await host.cli('operations-lifecycle')).toContain(`Not read: Ops/N.md: Line ${at}: \`${told}\``);
    expect(await host.cli('operations-lifecycle:check', { rule: 'unreadable-properties' })).toContain(
      `Ops/N.md:${at}:1 unreadable-properties \`${told}\``,
    );
  });
  it('is no note when it was deleted between its event and the reading', async () => {
    const host = await openWithPlugin({ files: PAGES });
    const file = await host.app.vault.create('Gone.md', '#todo');
    await host.app.vault.delete(file);
    await host.settled();
    expect(await todosOf(host, { scope: 'vault' })).toHaveLength(1);
    expect(await host.cli('operations-lifecycle')).not.toContain('Not read');
  });
});

describe('a note that moves into a template folder', () => {
  it('is gone for good, also when its tag line asked about itself', async () => {
    const dir = temporaryFolder({
      '.obsidian/templates.json': '{"folder":"Tpl"}',
      'Far/Dev.md': '# A\n#todo [[Dev]]\n',
    });
    const host = await openWithPlugin({ dir, watch: false });
    expect(await todoLines(host)).toHaveLength(1);
    await host.app.vault.createFolder('Tpl');
    await host.app.vault.rename(fileOf(host, 'Far/Dev.md'), 'Tpl/Dev.md');
    await host.settled();
    expect(await todoLines(host)).toEqual([]);
  });
});

describe('the plugin', () => {
  it('refuses an answer when it is switched off before the vault was read', async () => {
    const host = await openWithPlugin({
      files: Object.fromEntries(Array.from({ length: 500 }, (_one, at) => [`N${at}.md`, '#todo'])),
    });
    const answer = host.cli('operations-lifecycle:todos').then(
      () => 'answered',
      (error: unknown) => (error as Error).message,
    );
    await host.unloadPlugin();
    expect(await answer).toBe('The plugin was switched off before the vault was read.');
  });
  it('answers with what was done when it is switched off while it writes', async () => {
    const host = await openWithPlugin({ files: PAGES });
    const { vault } = host.app;
    const process = vault.process.bind(vault);
    let isBegun: () => void = () => undefined;
    let goOn: () => void = () => undefined;
    const begun = new Promise<void>((resolve) => (isBegun = resolve));
    const held = new Promise<void>((resolve) => (goOn = resolve));
    vault.process = async (file, change) => {
      isBegun();
      await held;
      return process(file, change);
    };
    const answer = host.cli('operations-lifecycle:complete', { path: 'Ops/Day 0 Operations.md', line: '4' });
    await begun;
    const unloaded = host.unloadPlugin();
    goOn();
    await unloaded;
    expect(await answer).toMatch(/^Marked .* as done\.\n {2}changed {2}Ops\/Day 0 Operations\.md/);
    expect(await vault.read(fileOf(host, 'Ops/Day 0 Operations.md'))).not.toContain('#todo');
  });
  it('leaves nothing behind when it is unloaded', async () => {
    const host = await openWithPlugin({ files: PAGES });
    await host.unloadPlugin();
    expect(host.commands()).toEqual({ cli: [], palette: [] });
    await host.app.vault.process(fileOf(host, 'Ops/Day 0 Operations.md'), () => '#todo');
    await host.settled();
    expect(host.errors).toEqual([]);
    await host.loadPlugin(BUILT_PLUGIN);
    expect(await todosOf(host)).toHaveLength(1);
  });
});
