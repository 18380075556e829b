// What others do to the folder while the vault is open.
import { renameSync, rmSync, utimesSync } from 'node:fs';
import { join } from 'node:path';
import { expect, it, vi } from 'vitest';
import type { HostOptions } from './host-options';
import { openReadyHost } from './testing/open-test-host';
import { recordEvents } from './testing/record-events';
import { temporaryFolder, writeInto } from './testing/temporary-vault';

async function openFolder(files: Record<string, string>, options: Partial<HostOptions> = { watch: false }) {
  const dir = temporaryFolder(files);
  const host = await openReadyHost({ dir, ...options });
  return { dir, host, app: host.app, events: recordEvents(host.app) };
}

it('a note that appears is created, with its folders, and indexed', async () => {
  const { dir, host, app, events } = await openFolder({ 'a.md': '' });
  writeInto(dir, 'New/Deep/n.md', '# N');
  await host.rescan();
  expect(events).toEqual([
    'create New',
    'create New/Deep',
    'create New/Deep/n.md',
    'changed New/Deep/n.md',
    'resolved',
  ]);
  expect(app.metadataCache.getCache('New/Deep/n.md')?.headings?.[0]?.heading).toBe('N');
});

it('a note that is written is modified and indexed anew', async () => {
  const { dir, host, app, events } = await openFolder({ 'a.md': '# Old' });
  writeInto(dir, 'a.md', '# Newer');
  await host.rescan();
  expect(events).toEqual(['modify a.md', 'changed a.md', 'resolved']);
  expect(app.metadataCache.getCache('a.md')?.headings?.[0]?.heading).toBe('Newer');
});

it('a write of the same length at the same time is still seen', async () => {
  const { dir, host, app, events } = await openFolder({ 'a.md': '- [ ] a' });
  await app.vault.modify(app.vault.getFileByPath('a.md')!, '- [x] a');
  await host.settled();
  const { mtime } = app.vault.getFileByPath('a.md')!.stat;
  writeInto(dir, 'a.md', '- [-] a');
  utimesSync(join(dir, 'a.md'), mtime / 1000, mtime / 1000);
  events.length = 0;
  await host.rescan();
  expect(events).toContain('changed a.md');
  expect(app.metadataCache.getCache('a.md')?.listItems?.[0]?.task).toBe('-');
});

it('a note that is renamed is deleted and created', async () => {
  const { dir, host, events } = await openFolder({ 'Ops/a.md': '# A' });
  renameSync(join(dir, 'Ops/a.md'), join(dir, 'Ops/b.md'));
  await host.rescan();
  expect(events).toEqual(['delete Ops/a.md', 'create Ops/b.md', 'deleted Ops/a.md', 'changed Ops/b.md', 'resolved']);
});

it('a folder that goes takes its notes with it', async () => {
  const { dir, host, app, events } = await openFolder({ 'Ops/Deep/a.md': '', 'b.md': '' });
  rmSync(join(dir, 'Ops'), { recursive: true });
  await host.rescan();
  expect(events.slice(0, 3)).toEqual(['delete Ops/Deep/a.md', 'delete Ops/Deep', 'delete Ops']);
  expect(app.vault.getFiles().map((file) => file.path)).toEqual(['b.md']);
});

it("what the vault wrote itself, and what is hidden, is nobody's news", async () => {
  const { dir, host, app, events } = await openFolder({ 'a.md': '' });
  await app.vault.create('b.md', 'b');
  await app.vault.modify(app.vault.getFileByPath('a.md')!, 'x');
  await host.settled();
  writeInto(dir, '.obsidian/workspace.json', '{}');
  events.length = 0;
  await host.rescan();
  expect(events).toEqual([]);
});

it("the app's settings are read again", async () => {
  const { dir, host, app } = await openFolder({ 'Ops/a.md': '', 'Work/b.md': '' });
  const link = () => app.fileManager.generateMarkdownLink(app.vault.getFileByPath('Ops/a.md')!, 'Work/b.md');
  expect(link()).toBe('[[a]]');
  writeInto(dir, '.obsidian/app.json', '{"newLinkFormat":"relative"}');
  await host.rescan();
  expect(link()).toBe('[[../Ops/a]]');
});

it('a watched folder reports by itself, also when a file is replaced by another of its name', async () => {
  const { dir, app, events } = await openFolder({ 'Ops/a.md': '' }, {});
  const note = app.vault.getFileByPath('Ops/a.md')!;
  const heard = () => vi.waitUntil(() => events.includes('modify Ops/a.md'), { timeout: 10_000, interval: 20 });
  for (const text of ['by others', 'by others again']) {
    events.length = 0;
    writeInto(dir, 'Ops/a.md', text);
    await heard();
    await app.vault.modify(note, `by the app, after what was written ${text}`);
    // What the watch tells of that write is over.
    await new Promise((resolve) => setTimeout(resolve, 200));
  }
  events.length = 0;
  writeInto(dir, 'Ops/b.md', 'anew');
  renameSync(join(dir, 'Ops/b.md'), join(dir, 'Ops/a.md'));
  await heard();
});

it('a watched folder is taken in piece by piece: new notes and folders, notes that go, and the app’s settings', async () => {
  const { dir, app } = await openFolder({ 'Ops/a.md': '', 'Ops/b.md': '', 'Old/c.md': '' }, {});
  const paths = () =>
    app.vault
      .getFiles()
      .map(({ path }) => path)
      .sort();
  const taken = (expected: readonly string[]) =>
    vi.waitUntil(() => paths().join() === expected.join(), { timeout: 10_000, interval: 20 });
  writeInto(dir, 'Ops/New.md', '# New');
  await taken(['Old/c.md', 'Ops/New.md', 'Ops/a.md', 'Ops/b.md']);
  rmSync(join(dir, 'Ops/b.md'));
  await taken(['Old/c.md', 'Ops/New.md', 'Ops/a.md']);
  renameSync(join(dir, 'Old'), join(dir, 'Moved'));
  await taken(['Moved/c.md', 'Ops/New.md', 'Ops/a.md']);
  writeInto(dir, '.obsidian/app.json', '{"newLinkFormat":"absolute"}');
  await vi.waitUntil(
    () => app.fileManager.generateMarkdownLink(app.vault.getFileByPath('Ops/a.md')!, 'Moved/c.md') === '[[Ops/a]]',
    { timeout: 10_000, interval: 20 },
  );
});
