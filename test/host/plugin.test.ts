// A built plugin in the host: loading it, what it registers, its data, and that nothing is left of it.
import { clearTimeout as clearClock, setTimeout as setClock } from 'node:timers';
import * as obsidian from 'obsidian';
import { TFile } from 'obsidian';
import { describe, expect, it } from 'vitest';
import { registrationsOf } from './app/registrations';
import { openTestHost } from './testing/open-test-host';
import { temporaryFolder, writeInto } from './testing/temporary-vault';
import { writePlugin, writeScript } from './testing/write-plugin';

const DATA = '.obsidian/plugins/sample/data.json';

async function hostWith(onload: string, members = '', files: Record<string, string> = { 'a.md': '# A' }) {
  const dir = temporaryFolder(files);
  const host = await openTestHost({ dir, watch: false });
  const seen: unknown[] = [];
  Object.assign(globalThis, { seen });
  const plugin = await host.loadPlugin(writePlugin(onload, members));
  return { dir, host, plugin, seen };
}

describe('loading', () => {
  it('runs onload, then tells of every file, then the layout is ready', async () => {
    const { host, seen } = await hostWith(`
      seen.push('onload ' + this.app.vault.getFiles().length + ' ' + this.app.workspace.layoutReady);
      this.registerEvent(this.app.vault.on('create', (file) => seen.push('create ' + file.path)));
      this.app.workspace.onLayoutReady(() => seen.push('ready'));
      await Promise.resolve();
      seen.push('onload is over');`);
    expect(seen).toEqual(['onload 1 false', 'onload is over', 'create a.md', 'ready']);
    expect(host.plugin?.manifest.dir).toBe('.obsidian/plugins/sample');
  });

  it('gives the plugin the classes that a test imports', async () => {
    const { seen } = await hostWith(`seen.push(obsidian.TFile, obsidian.Vault, obsidian);`);
    expect(seen[0]).toBe(TFile);
    expect(seen[1]).toBe(obsidian.Vault);
  });

  it('takes a default export as well', async () => {
    const host = await openTestHost({ files: {} });
    const plugin = await host.loadPlugin(
      writeScript(`exports.default = class Sample extends require('obsidian').Plugin {}; exports.__esModule = true;`),
    );
    expect(plugin.constructor.name).toBe('Sample');
  });

  it('gives the plugin the packages that the app gives, each in one copy', async () => {
    const { seen } = await hostWith(`
      for (const name of ['autocomplete', 'collab', 'commands', 'language', 'lint', 'search', 'state', 'view']) seen.push(Object.keys(require('@codemirror/' + name)).length > 0);
      for (const name of ['common', 'highlight', 'lr']) seen.push(Object.keys(require('@lezer/' + name)).length > 0);
      const { EditorState } = require('@codemirror/state');
      const { search } = require('@codemirror/search');
      const { lintGutter } = require('@codemirror/lint');
      // A second copy of the state would refuse the extensions of the first one.
      seen.push(EditorState.create({ doc: 'x', extensions: [search(), lintGutter(), require('@codemirror/commands').history()] }).doc.toString());`);
    expect(seen).toEqual([...Array<boolean>(11).fill(true), 'x']);
  });

  it('lets older plugins find the app as a global, while it is open', async () => {
    const { host, seen } = await hostWith('seen.push(window.app === this.app);');
    await host.close();
    expect([seen, 'app' in globalThis]).toEqual([[true], false]);
  });

  it('refuses what it does not provide, by name', async () => {
    const host = await openTestHost({ files: {} });
    await expect(host.loadPlugin(writeScript(`require('electron')`))).rejects.toThrow(
      /requires 'electron', which the test host does not provide. It provides obsidian, @codemirror\/autocomplete, /,
    );
    await expect(host.loadPlugin(writeScript(`exports.nothing = 1`))).rejects.toThrow('exports no plugin class');
  });

  it('rejects with the error of onload and leaves nothing registered', async () => {
    const host = await openTestHost({ files: {} });
    const source = writePlugin(`this.addCommand({ id: 'x', name: 'X' }); throw new Error('broken');`);
    await expect(host.loadPlugin(source)).rejects.toThrow('broken');
    expect(host.plugin).toBeNull();
    expect(host.commands().palette).toEqual([]);
  });

  it('records what fails when the layout is ready, and goes on', async () => {
    const { host, seen } = await hostWith(`
      this.app.workspace.onLayoutReady(() => { throw new Error('late'); });
      this.app.workspace.onLayoutReady(() => seen.push('second'));`);
    expect(seen).toEqual(['second']);
    expect(host.errors).toEqual([new Error('late')]);
  });

  it('lets a child wait for an onload that takes its time', async () => {
    const { seen } = await hostWith(`
      const child = new obsidian.Component();
      child.onload = () => seen.push('child');
      const parent = new obsidian.Component();
      parent.onload = async () => { await Promise.resolve(); seen.push('parent'); };
      parent.addChild(child);
      await parent.load();`);
    expect(seen).toEqual(['parent', 'child']);
  });
});

describe('unloading', () => {
  it('takes back all that was registered, and it can be loaded again', async () => {
    const source = writePlugin(`
      this.addCommand({ id: 'x', name: 'X', callback() {} });
      this.registerCliHandler('sample', 'Says', null, () => 'hello');
      this.registerView('board', () => null);
      this.registerEvent(this.app.vault.on('modify', () => seen.push('modify')));
      this.registerInterval(window.setInterval(() => {}, 1000));
      this.addRibbonIcon('star', 'Star', () => {});
      this.addStatusBarItem().setText('ready');
      this.registerMarkdownCodeBlockProcessor('board', () => {});
      this.register(() => seen.push('cleaned'));`);
    const host = await openTestHost({ files: { 'a.md': '' } });
    const seen: string[] = [];
    Object.assign(globalThis, { seen });
    for (let time = 0; time < 2; time++) {
      await host.loadPlugin(source);
      await host.unloadPlugin();
    }
    const { cliHandlers, views, ribbonIcons, statusBarItems, others } = registrationsOf(host.app);
    expect(host.commands()).toEqual({ cli: [], palette: [] });
    expect([cliHandlers.size, views.size, ribbonIcons.length, statusBarItems.length]).toEqual([0, 0, 0, 0]);
    expect([...others.values()].map((kept) => kept.size)).toEqual([0]);
    await host.app.vault.modify(host.app.vault.getFileByPath('a.md')!, 'x');
    expect(seen).toEqual(['cleaned', 'cleaned']);
  });
});

describe('commands', () => {
  it("carry the plugin's id and name", async () => {
    const { host, seen } = await hostWith(`
      this.addCommand({ id: 'open', name: 'Open board', callback: () => seen.push('opened') });`);
    expect(host.commands().palette).toEqual([{ id: 'sample:open', name: 'Sample: Open board' }]);
    expect(host.app.commands.executeCommandById('sample:open')).toBe(true);
    expect(host.app.commands.executeCommandById('open')).toBe(false);
    expect(seen).toEqual(['opened']);
  });

  it('that check first run only when they may', async () => {
    const { host, seen } = await hostWith(`
      this.may = false;
      this.addCommand({ id: 'x', name: 'X', checkCallback: (checking) => {
        if (!this.may) return false;
        if (!checking) seen.push('ran');
        return true;
      } });`);
    expect(host.app.commands.executeCommandById('sample:x')).toBe(false);
    Object.assign(host.plugin!, { may: true });
    expect(host.app.commands.listCommands().map(({ id }) => id)).toEqual(['sample:x']);
    expect(host.app.commands.executeCommandById('sample:x')).toBe(true);
    expect(seen).toEqual(['ran']);
  });

  it('for an editor do not apply without one', async () => {
    const { host, seen } = await hostWith(`
      this.addCommand({ id: 'e', name: 'E', editorCallback: (editor, info) => seen.push(editor, info) });
      this.addCommand({ id: 'c', name: 'C', editorCheckCallback: (checking) => { seen.push(checking); } });`);
    expect(host.app.commands.executeCommandById('sample:e')).toBe(false);
    expect(host.app.commands.executeCommandById('sample:c')).toBe(false);
    const info = { editor: {}, file: null };
    Object.assign(host.app.workspace, { activeEditor: info });
    expect(host.app.commands.executeCommandById('sample:e')).toBe(true);
    expect(host.app.commands.executeCommandById('sample:c')).toBe(true);
    expect(seen).toEqual([info.editor, info, true, false]);
  });
});

describe('the terminal', () => {
  it('gets the text of a handler, and is told its flags', async () => {
    const { host } = await hostWith(`
      this.registerCliHandler('sample:say', 'Says', { what: { value: '<text>', description: 'What' } },
        async (flags) => JSON.stringify(flags));`);
    expect(await host.cli('sample:say', { what: 'hi', loud: 'true' })).toBe('{"what":"hi","loud":"true"}');
    expect(host.commands().cli).toEqual([
      { id: 'sample:say', description: 'Says', flags: { what: { value: '<text>', description: 'What' } } },
    ]);
  });

  it('gets the error of a handler, at once or later', async () => {
    const { host } = await hostWith(`
      this.registerCliHandler('sample:now', '', null, () => { throw new Error('now'); });
      this.registerCliHandler('sample:later', '', null, async () => { throw new Error('later'); });`);
    await expect(host.cli('sample:now')).rejects.toThrow('now');
    await expect(host.cli('sample:later')).rejects.toThrow('later');
    await expect(host.cli('sample')).rejects.toThrow('Known commands: sample:later, sample:now.');
  });

  it('takes a name once', async () => {
    const { seen } = await hostWith(`
      this.registerCliHandler('sample', '', null, () => '');
      try { this.registerCliHandler('sample', '', null, () => ''); } catch (error) { seen.push(error.message); }`);
    expect(seen).toEqual(['CLI command "sample" is already registered.']);
  });
});

describe('Bases views', () => {
  const register = `
    const bases = { name: 'Board', icon: 'kanban', factory: () => null };
    const attempt = () => { try { return this.registerBasesView('board', bases); } catch (error) { return error.message; } };
    seen.push(attempt(), attempt());`;

  it('are taken once', async () => {
    expect((await hostWith(register)).seen).toEqual([true, 'A Bases view "board" already exists.']);
  });

  it('are not taken where Bases are off', async () => {
    const host = await openTestHost({ files: {}, bases: false });
    const seen: unknown[] = [];
    Object.assign(globalThis, { seen });
    await host.loadPlugin(writePlugin(register));
    expect(seen).toEqual([false, false]);
  });
});

describe('secrets', () => {
  it('are kept by id, and nowhere on the disk', async () => {
    const { host } = await hostWith(`this.app.secretStorage.setSecret('api-key', 'x');`);
    const { secretStorage } = host.app;
    expect([secretStorage.getSecret('api-key'), secretStorage.getSecret('other'), secretStorage.listSecrets()]).toEqual(
      ['x', null, ['api-key']],
    );
    expect(() => secretStorage.setSecret('API key', 'x')).toThrow('Invalid secret id "API key"');
    expect((await host.app.vault.adapter.list('.obsidian').catch(() => ({ files: [] }))).files).toEqual([]);
  });
});

describe('data', () => {
  it('is null while there is none, and comes back as it was saved', async () => {
    const { host, plugin } = await hostWith('');
    expect(await plugin.loadData()).toBeNull();
    await plugin.saveData({ tag: 'todo', list: [1] });
    expect(await plugin.loadData()).toEqual({ tag: 'todo', list: [1] });
    expect(await host.app.vault.adapter.read(DATA)).toContain('"tag": "todo"');
  });

  it('that is broken throws and is left as it is', async () => {
    const { host, plugin } = await hostWith('', '', { [DATA]: '{ broken' });
    await expect(plugin.loadData()).rejects.toThrow(SyntaxError);
    expect(await host.app.vault.adapter.read(DATA)).toBe('{ broken');
  });

  it('that somebody else writes is told of, once', async () => {
    const { dir, host, plugin, seen } = await hostWith(
      'await this.loadData();',
      `async onExternalSettingsChange() { seen.push(await this.loadData()); }`,
    );
    await plugin.saveData({ mine: 1 });
    await host.rescan();
    expect(seen).toEqual([]);
    writeInto(dir, DATA, '{"theirs":2}');
    await host.rescan();
    await host.rescan();
    expect(seen).toEqual([{ theirs: 2 }]);
  });
});

describe('what is shown', () => {
  it('as a notice is kept', async () => {
    const { host } = await hostWith(`new obsidian.Notice('Saved'); new obsidian.Notice('Wait').setMessage('Done');`);
    expect(host.notices).toEqual(['Saved', 'Wait', 'Done']);
  });

  it('as a notice is kept as it stands, also where a plugin writes into it later', async () => {
    const { host } = await hostWith(`
      const late = new obsidian.Notice('');
      late.messageEl.createSpan({ text: 'Moved 3 notes' });
      const changed = new obsidian.Notice('Working');
      changed.messageEl.append('…');
      changed.setMessage('Done');`);
    expect(host.notices).toEqual(['Moved 3 notes', 'Working…', 'Done']);
  });

  it('when it is in sight is drawn', async () => {
    const { host, seen } = await hostWith(`
      const box = createDiv();
      new IntersectionObserver((entries) => seen.push(...entries.map((entry) => entry.isIntersecting))).observe(box);
      seen.push('observed');
      window.setTimeout(() => document.body.append(box), 5);
      this.register(() => box.remove());`);
    await host.settled();
    expect(seen).toEqual(['observed', false, true]);
  });

  it('as a ribbon icon can be clicked', async () => {
    const { host, seen } = await hostWith(`this.addRibbonIcon('star', 'Open board', () => seen.push('clicked'));`);
    const [icon] = registrationsOf(host.app).ribbonIcons;
    icon?.click();
    expect(icon?.getAttribute('aria-label')).toBe('Open board');
    expect(seen).toEqual(['clicked']);
  });
});

describe('waiting', () => {
  it('covers what a plugin has put off for a moment', async () => {
    const { host, seen } = await hostWith(`
      window.setTimeout(() => {
        this.app.vault.adapter.write('late.txt', 'x').then(() => setTimeout(() => seen.push('late'), 20));
      }, 30);
      const often = obsidian.debounce((text) => seen.push(text), 10, true);
      often('first');
      often('last');
      this.register(() => {});
      this.registerInterval(window.setInterval(() => {}, 5));`);
    await host.settled();
    expect(seen).toEqual(['last', 'late']);
  });
  it('is for no clock: each comes in its turn when nothing else is under way, but what was called off, or put off for long', async () => {
    const { host, seen } = await hostWith(`
      setTimeout(() => seen.push('second'), 600);
      setTimeout(() => seen.push('first'), 300);
      clearTimeout(setTimeout(() => seen.push('called off'), 400));
      const long = setTimeout(() => seen.push('long'), 60_000);
      this.register(() => clearTimeout(long));
      const again = (left) => setTimeout(() => (left > 0 ? again(left - 1) : seen.push('last')), 900);
      again(30);`);
    let isOver = false;
    const clock = setClock(() => (isOver = true), 15_000);
    await host.settled();
    clearClock(clock);
    expect([seen, isOver]).toEqual([['first', 'second', 'last'], false]);
  });
});

describe('the clock', () => {
  it('stands still for the plugin, its libraries too, until the host is closed', async () => {
    const host = await openTestHost({ files: {}, now: '2025-03-01T09:00:00Z' });
    const seen: unknown[] = [];
    Object.assign(globalThis, { seen });
    await host.loadPlugin(
      writePlugin(`
        seen.push(new Date().toISOString(), Date.now(), obsidian.moment().toISOString(), typeof Date());
        seen.push(new Date(0).getTime(), new Date() instanceof Date, new Date(2020, 1).getFullYear());`),
    );
    const now = '2025-03-01T09:00:00.000Z';
    expect(seen).toEqual([now, Date.parse(now), now, 'string', 0, true, 2020]);
    await host.close();
    expect(new Date().getTime()).toBeGreaterThan(Date.parse(now));
  });

  it('takes only a date', async () => {
    await expect(openTestHost({ files: {}, now: 'soon' })).rejects.toThrow('soon is no date');
  });
});
