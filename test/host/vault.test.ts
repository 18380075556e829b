// The vault over a folder on disk: reading, writing, moving, deleting, and what is told about it.
import { mkdirSync, readFileSync, symlinkSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { TFile, TFolder, type TAbstractFile, type Vault } from 'obsidian';
import { describe, expect, it } from 'vitest';
import { openReadyHost, openTestHost } from './testing/open-test-host';
import { recordEvents } from './testing/record-events';
import { temporaryFolder } from './testing/temporary-vault';

const FILES = {
  'a.md': '# A\n',
  'Ops/b.md': 'b\n',
  'Ops/Deep/c.md': 'c\n',
  'pic.png': 'x',
  '.obsidian/app.json': '{}',
};

async function openFolder(files: Record<string, string> = FILES) {
  const dir = temporaryFolder(files);
  const host = await openReadyHost({ dir, watch: false });
  const { vault } = host.app;
  const onDisk = (path: string) => readFileSync(join(dir, path), 'utf8');
  return { dir, host, vault, onDisk, events: recordEvents(host.app), file: (path: string) => fileAt(vault, path) };
}

function fileAt(vault: Vault, path: string): TFile {
  const file = vault.getFileByPath(path);
  if (!file) throw new Error(`There is no ${path}; there are ${paths(vault.getFiles()).join(', ')}.`);
  return file;
}

const paths = (files: readonly TAbstractFile[]) => files.map((file) => file.path).sort();

describe('the file list', () => {
  it('holds files and folders, but nothing hidden', async () => {
    const { vault } = await openFolder();
    expect(paths(vault.getFiles())).toEqual(['Ops/Deep/c.md', 'Ops/b.md', 'a.md', 'pic.png']);
    expect(paths(vault.getMarkdownFiles())).toEqual(['Ops/Deep/c.md', 'Ops/b.md', 'a.md']);
    expect(paths(vault.getAllFolders())).toEqual(['Ops', 'Ops/Deep']);
    expect(paths(vault.getAllFolders(true))).toEqual(['/', 'Ops', 'Ops/Deep']);
  });

  it('has a root without a name whose children are the top files', async () => {
    const { vault } = await openFolder();
    expect(vault.getRoot()).toMatchObject({ path: '/', name: '', parent: null });
    expect(vault.getRoot().isRoot()).toBe(true);
    expect(paths(vault.getRoot().children)).toEqual(['Ops', 'a.md', 'pic.png']);
    expect(vault.getAbstractFileByPath('Ops')).toBeInstanceOf(TFolder);
    expect(vault.getFileByPath('Ops')).toBeNull();
    expect(vault.getFolderByPath('a.md')).toBeNull();
  });

  it('leaves hidden files to the adapter', async () => {
    const { vault } = await openFolder();
    expect(vault.getAbstractFileByPath('.obsidian/app.json')).toBeNull();
    expect(await vault.adapter.read('.obsidian/app.json')).toBe('{}');
    expect(await vault.adapter.list('')).toEqual({ files: ['a.md', 'pic.png'], folders: ['.obsidian', 'Ops'] });
  });

  it('spells paths in NFC whatever the disk does, and still reads and writes them', async () => {
    const nfd = 'U\u0308ber/Cafe\u0301.md';
    const { vault, onDisk, file } = await openFolder({ [nfd]: 'x' });
    const note = file('Über/Café.md');
    expect(await vault.read(note)).toBe('x');
    await vault.modify(note, 'y');
    expect(onDisk(nfd)).toBe('y');
  });

  it('does not follow a link that leads back into the vault', async () => {
    const dir = temporaryFolder(FILES);
    symlinkSync(dir, join(dir, 'Ops', 'loop'));
    const { app } = await openTestHost({ dir, watch: false });
    expect(app.vault.getAbstractFileByPath('Ops/loop')).toBeNull();
  });

  it('gives times and sizes', async () => {
    const { file, vault } = await openFolder({ 'ü.md': 'ü' });
    const note = file('ü.md');
    expect(note.stat.size).toBe(2);
    expect(note.stat.mtime).toBe((await vault.adapter.stat('ü.md'))?.mtime);
    await vault.modify(note, 'longer');
    expect(note.stat.size).toBe(6);
  });
});

describe('reading', () => {
  it('drops the byte order mark and keeps every other byte', async () => {
    const { vault, file } = await openFolder({ 'n.md': '\uFEFFa\r\n\tb  ' });
    expect(await vault.read(file('n.md'))).toBe('a\r\n\tb  ');
    expect(await vault.cachedRead(file('n.md'))).toBe('a\r\n\tb  ');
  });

  it('refuses a path that leaves the vault', async () => {
    const { vault } = await openFolder();
    await expect(vault.adapter.read('../secret.md')).rejects.toThrow('outside the vault');
    await expect(vault.create('../secret.md', '')).rejects.toThrow();
    await expect(vault.adapter.write('Ops/../../secret.md', '')).rejects.toThrow('outside the vault');
  });
});

describe('writing', () => {
  it('creates a note and says so before its metadata', async () => {
    const { host, vault, events, onDisk } = await openFolder();
    const note = await vault.create('Ops/new.md', '# New');
    await host.settled();
    expect(onDisk('Ops/new.md')).toBe('# New');
    expect(note.parent?.path).toBe('Ops');
    expect(events).toEqual(['create Ops/new.md', 'changed Ops/new.md', 'resolved']);
  });

  it('never creates over a file that exists, in the vault or only on disk', async () => {
    const { dir, vault, onDisk } = await openFolder();
    await expect(vault.create('a.md', 'lost')).rejects.toThrow('File already exists.');
    writeFileSync(join(dir, 'unseen.md'), 'mine');
    await expect(vault.create('unseen.md', 'lost')).rejects.toThrow('File already exists.');
    expect(onDisk('unseen.md')).toBe('mine');
  });

  it('creates no folder for a note', async () => {
    const { vault } = await openFolder();
    await expect(vault.create('No/such/n.md', '')).rejects.toThrow('ENOENT');
    await expect(vault.createFolder('Ops')).rejects.toThrow('Folder already exists.');
    expect(paths([await vault.createFolder('No/such')])).toEqual(['No/such']);
    await vault.create('No/such/n.md', '');
  });

  it('loses no edit when several run at once', async () => {
    const { vault, file, onDisk } = await openFolder();
    const edits = ['1', '2', '3', '4'].map((digit) => vault.process(file('a.md'), (text) => text + digit));
    expect(await Promise.all(edits)).toHaveLength(4);
    await vault.append(file('a.md'), '!');
    expect(onDisk('a.md')).toBe('# A\n1234!');
  });

  it('keeps the old text when the edit throws', async () => {
    const { vault, file, onDisk, events } = await openFolder();
    const failing = vault.process(file('a.md'), () => {
      throw new Error('no');
    });
    await expect(failing).rejects.toThrow('no');
    expect(onDisk('a.md')).toBe('# A\n');
    expect(events).toEqual([]);
    await vault.modify(file('a.md'), 'still works');
  });

  it('leaves no temporary file and keeps a file that is a link', async () => {
    const dir = temporaryFolder({ 'real.txt': 'x' });
    mkdirSync(join(dir, 'vault'));
    symlinkSync('../real.txt', join(dir, 'vault', 'link.md'));
    const { app } = await openReadyHost({ dir: join(dir, 'vault'), watch: false });
    await app.vault.modify(fileAt(app.vault, 'link.md'), 'y');
    expect(readFileSync(join(dir, 'real.txt'), 'utf8')).toBe('y');
    expect(await app.vault.adapter.list('')).toEqual({ files: ['link.md'], folders: [] });
  });

  it('refuses a file that has gone', async () => {
    const { vault, file } = await openFolder();
    const note = file('a.md');
    await vault.delete(note);
    await expect(vault.modify(note, 'x')).rejects.toThrow('ENOENT');
    await expect(vault.process(note, (text) => text)).rejects.toThrow('ENOENT');
    expect(await vault.adapter.exists('a.md')).toBe(false);
  });
});

describe('moving and deleting', () => {
  it('tells of a moved folder and of everything in it, under the old paths', async () => {
    const { host, vault, events, file } = await openFolder();
    const note = file('Ops/Deep/c.md');
    await vault.rename(note.vault.getAbstractFileByPath('Ops')!, 'Work');
    await host.settled();
    expect(events.filter((event) => event !== 'resolved')).toEqual([
      'rename Ops > Work',
      'rename Ops/Deep > Work/Deep',
      'rename Ops/Deep/c.md > Work/Deep/c.md',
      'rename Ops/b.md > Work/b.md',
    ]);
    expect(note).toMatchObject({ path: 'Work/Deep/c.md', name: 'c.md', parent: { path: 'Work/Deep' } });
    expect(vault.getAbstractFileByPath('Ops')).toBeNull();
  });

  it('gives a renamed file its new name and ending', async () => {
    const { vault, file } = await openFolder();
    const note = file('a.md');
    await vault.rename(note, 'Ops/A.v2.txt');
    expect(note).toMatchObject({ name: 'A.v2.txt', basename: 'A.v2', extension: 'txt', parent: { path: 'Ops' } });
  });

  it('never moves onto another file', async () => {
    const { vault, file, onDisk } = await openFolder();
    await expect(vault.rename(file('a.md'), 'Ops/b.md')).rejects.toThrow('Destination file already exists!');
    expect(onDisk('Ops/b.md')).toBe('b\n');
  });

  it('tells of everything in a deleted folder, the folder last', async () => {
    const { host, vault, events } = await openFolder();
    await vault.delete(vault.getFolderByPath('Ops')!, true);
    await host.settled();
    expect(events.filter((event) => event.startsWith('delete '))).toEqual([
      'delete Ops/Deep/c.md',
      'delete Ops/Deep',
      'delete Ops/b.md',
      'delete Ops',
    ]);
    expect(events).toContain('deleted Ops/Deep/c.md');
  });

  it('keeps in the trash what was trashed, beside namesakes', async () => {
    const { vault, file, onDisk } = await openFolder();
    await vault.trash(file('a.md'), true);
    await vault.create('a.md', 'second');
    await vault.trash(file('a.md'), false);
    expect([onDisk('.trash/a.md'), onDisk('.trash/a 2.md')]).toEqual(['# A\n', 'second']);
    expect(vault.getAbstractFileByPath('.trash')).toBeNull();
  });

  it('walks a folder with everything below it', async () => {
    const { vault } = await openFolder();
    const { Vault: VaultClass } = await import('obsidian');
    const seen: string[] = [];
    VaultClass.recurseChildren(vault.getRoot(), (file) => seen.push(file.path));
    expect(seen.sort()).toEqual(['/', 'Ops', 'Ops/Deep', 'Ops/Deep/c.md', 'Ops/b.md', 'a.md', 'pic.png']);
  });
});

describe('in memory', () => {
  it('a vault does the same as on disk', async () => {
    const host = await openReadyHost({ files: FILES });
    const { vault } = host.app;
    const events = recordEvents(host.app);
    expect(paths(vault.getFiles())).toEqual(['Ops/Deep/c.md', 'Ops/b.md', 'a.md', 'pic.png']);
    await expect(vault.create('a.md', '')).rejects.toThrow('File already exists.');
    await expect(vault.create('No/n.md', '')).rejects.toThrow('ENOENT');
    await Promise.all(['1', '2'].map((digit) => vault.process(fileAt(vault, 'a.md'), (text) => text + digit)));
    expect(await vault.read(fileAt(vault, 'a.md'))).toBe('# A\n12');
    await vault.rename(vault.getFolderByPath('Ops')!, 'Work');
    expect(await vault.read(fileAt(vault, 'Work/Deep/c.md'))).toBe('c\n');
    await vault.delete(vault.getFolderByPath('Work')!, true);
    await vault.trash(fileAt(vault, 'a.md'), true);
    expect(await vault.adapter.read('.trash/a.md')).toBe('# A\n12');
    expect(events).toContain('rename Ops/Deep/c.md > Work/Deep/c.md');
    expect(paths(vault.getFiles())).toEqual(['pic.png']);
  });
});

describe('what was read before', () => {
  it('is read from memory until the vault hears of a change', async () => {
    const { dir, host, vault, file } = await openFolder();
    const note = file('a.md');
    expect(await vault.cachedRead(note)).toBe('# A\n');
    writeFileSync(join(dir, 'a.md'), '# From outside\n');
    expect([await vault.cachedRead(note), await vault.read(note)]).toEqual(['# A\n', '# From outside\n']);
    await host.rescan();
    expect(await vault.cachedRead(note)).toBe('# From outside\n');
    await vault.process(note, (text) => text.replace('outside', 'withins'));
    expect(await vault.cachedRead(note)).toBe('# From withins\n');
  });
});

describe('a disk that ignores case', () => {
  const open = async () =>
    (await openReadyHost({ files: { 'operations/Day 0.md': 'x' }, ignoresCase: true })).app.vault;

  it('has what is asked for in another case, where the vault’s own lists do not', async () => {
    const vault = await open();
    const { adapter } = vault;
    expect([
      await adapter.exists('Operations'),
      await adapter.exists('Operations', true),
      vault.getFolderByPath('Operations'),
    ]).toEqual([true, false, null]);
    expect(await adapter.read('OPERATIONS/day 0.md')).toBe('x');
  });

  it('refuses a second folder or file of the same letters, and keeps the first one’s spelling', async () => {
    const vault = await open();
    await expect(vault.createFolder('Operations')).rejects.toThrow('Folder already exists.');
    await expect(vault.create('operations/day 0.md', '')).rejects.toThrow('File already exists.');
    await vault.adapter.write('OPERATIONS/Day 1.md', 'y');
    expect((await vault.adapter.list('operations')).files).toEqual(['operations/Day 0.md', 'operations/Day 1.md']);
  });

  it('lets a name change its case', async () => {
    const vault = await open();
    await vault.rename(fileAt(vault, 'operations/Day 0.md'), 'operations/day 0.md');
    expect(paths(vault.getFiles())).toEqual(['operations/day 0.md']);
    expect(await vault.adapter.read('operations/day 0.md')).toBe('x');
  });
});
