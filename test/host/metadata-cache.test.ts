// The metadata cache: when it is filled, what it tells and in which order, and the table of links.
import { rmSync } from 'node:fs';
import { join } from 'node:path';
import type { CachedMetadata, TFile } from 'obsidian';
import { expect, it } from 'vitest';
import { openReadyHost, openTestHost } from './testing/open-test-host';
import { recordEvents } from './testing/record-events';
import { temporaryFolder } from './testing/temporary-vault';

const FILES = { 'a.md': '[[b]] ![[b#H]] [[Gone]] [[#Here]]', 'Ops/b.md': '# H', 'pic.png': '' };

async function openFiles(files: Record<string, string> = FILES) {
  const host = await openReadyHost({ files });
  const { vault, metadataCache } = host.app;
  const file = (path: string): TFile => {
    const found = vault.getFileByPath(path);
    if (!found) throw new Error(`There is no ${path}.`);
    return found;
  };
  return { host, vault, metadataCache, file, events: recordEvents(host.app) };
}

it('is full when the plugin starts, and tells of no note', async () => {
  const host = await openTestHost({ files: FILES });
  const events = recordEvents(host.app);
  expect(host.app.metadataCache.getCache('Ops/b.md')?.headings).toHaveLength(1);
  host.makeLayoutReady();
  await host.settled();
  expect(events.slice(0, -1).sort()).toEqual(['create Ops', 'create Ops/b.md', 'create a.md', 'create pic.png']);
  expect(events.at(-1)).toBe('resolved');
});

it('may be empty until the layout is ready, and tells of every note then', async () => {
  const host = await openTestHost({ files: FILES, slowCache: true });
  const events = recordEvents(host.app);
  let whenReady: CachedMetadata | null | undefined;
  host.app.workspace.onLayoutReady(() => {
    whenReady = host.app.metadataCache.getCache('Ops/b.md');
  });
  host.makeLayoutReady();
  await host.settled();
  expect(whenReady).toBeNull();
  expect(events.filter((event) => !event.startsWith('create'))).toEqual([
    'changed a.md',
    'changed Ops/b.md',
    'resolved',
  ]);
});

it('takes metadata that is given without looking at the text', async () => {
  const given: CachedMetadata = { tags: [] };
  const host = await openReadyHost({ files: FILES, metadata: new Map([['a.md', given]]) });
  expect(host.app.metadataCache.getCache('a.md')).toBe(given);
  expect(host.app.metadataCache.getCache('Ops/b.md')?.headings).toHaveLength(1);
});

it('tells of a change after the vault did, with the text and the new metadata', async () => {
  const { host, vault, metadataCache, file, events } = await openFiles();
  const told: unknown[] = [];
  metadataCache.on('changed', (...args) => told.push(...args));
  await vault.process(file('Ops/b.md'), () => '# New');
  expect(events).toEqual(['modify Ops/b.md']);
  await host.settled();
  expect(events).toEqual(['modify Ops/b.md', 'changed Ops/b.md', 'resolved']);
  expect(told).toEqual([file('Ops/b.md'), '# New', metadataCache.getFileCache(file('Ops/b.md'))]);
});

it('knows a renamed note under its new path at once, and tells nothing', async () => {
  const { host, vault, metadataCache, file, events } = await openFiles();
  let found: CachedMetadata | null = null;
  vault.on('rename', (renamed) => {
    found = metadataCache.getCache(renamed.path);
  });
  const before = metadataCache.getCache('Ops/b.md');
  await vault.rename(file('Ops/b.md'), 'Ops/c.md');
  await host.settled();
  expect(found).toBe(before);
  expect(metadataCache.getCache('Ops/b.md')).toBeNull();
  expect(events).toEqual(['rename Ops/b.md > Ops/c.md', 'resolved']);
});

it('tells of a deleted note with what it knew of it', async () => {
  const { host, vault, metadataCache, file } = await openFiles();
  const before = metadataCache.getCache('Ops/b.md');
  const told: unknown[] = [];
  metadataCache.on('deleted', (note, metadata) => told.push(note.path, metadata));
  await vault.delete(file('Ops/b.md'));
  expect(metadataCache.getCache('Ops/b.md')).toBeNull();
  await host.settled();
  expect(told).toEqual(['Ops/b.md', before]);
});

it('does not index a note that went before its turn came', async () => {
  const { host, vault, metadataCache, events } = await openFiles();
  const note = await vault.create('n.md', '# N');
  await vault.delete(note);
  await host.settled();
  expect(events).not.toContain('changed n.md');
  expect(metadataCache.getCache('n.md')).toBeNull();
  expect(host.errors).toEqual([]);
});

it('counts links to files, and those to none', async () => {
  const { metadataCache } = await openFiles();
  expect(metadataCache.resolvedLinks['a.md']).toEqual({ 'Ops/b.md': 2, 'a.md': 1 });
  expect(metadataCache.unresolvedLinks['a.md']).toEqual({ Gone: 1 });
});

it('counts anew when the missing file comes, moves and goes', async () => {
  const { host, vault, metadataCache } = await openFiles();
  const links = async () => {
    await host.settled();
    return [metadataCache.resolvedLinks['a.md'], metadataCache.unresolvedLinks['a.md']];
  };
  const gone = await vault.create('Ops/gone.md', '');
  expect(await links()).toEqual([{ 'Ops/b.md': 2, 'Ops/gone.md': 1, 'a.md': 1 }, {}]);
  await vault.rename(gone, 'Gone.md');
  expect(await links()).toEqual([{ 'Ops/b.md': 2, 'Gone.md': 1, 'a.md': 1 }, {}]);
  await vault.delete(gone);
  expect(await links()).toEqual([{ 'Ops/b.md': 2, 'a.md': 1 }, { Gone: 1 }]);
  await vault.rename(vault.getFileByPath('a.md')!, 'Ops/a2.md');
  await host.settled();
  expect(metadataCache.resolvedLinks['a.md']).toBeUndefined();
  expect(metadataCache.resolvedLinks['Ops/a2.md']).toEqual({ 'Ops/b.md': 2, 'Ops/a2.md': 1 });
});

it('goes on when frontmatter is broken', async () => {
  const { host, metadataCache } = await openFiles({ 'bad.md': '---\na: [1\nb: : :\n---\n# Bad', 'good.md': '# Good' });
  expect(metadataCache.getCache('bad.md')?.headings?.[0]?.heading).toBe('Bad');
  expect(metadataCache.getCache('good.md')?.headings?.[0]?.heading).toBe('Good');
  expect(host.errors).toEqual([]);
});

it('goes on when a note cannot be read, and says which', async () => {
  const dir = temporaryFolder({ 'bad.md': '# Bad', 'good.md': '# Good' });
  const host = await openTestHost({ dir, watch: false, slowCache: true });
  rmSync(join(dir, 'bad.md'));
  host.makeLayoutReady();
  await host.settled();
  expect(host.app.metadataCache.getCache('bad.md')).toBeNull();
  expect(host.app.metadataCache.getCache('good.md')?.headings).toHaveLength(1);
  expect(host.errors.map(String)).toEqual(['Error: bad.md could not be indexed.']);
});

it('goes on when a listener throws, and records its error', async () => {
  const { host, vault, metadataCache, file } = await openFiles();
  const heard: string[] = [];
  metadataCache.on('changed', () => {
    throw new Error('first');
  });
  metadataCache.on('changed', () => Promise.reject(new Error('second')));
  metadataCache.on('changed', () => heard.push('third'));
  await vault.modify(file('a.md'), 'x');
  await host.settled();
  expect(heard).toEqual(['third']);
  expect(host.errors).toEqual([new Error('first'), new Error('second')]);
});
