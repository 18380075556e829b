// Templater beside us: it is asked to run a new note's commands once, right after the note was made, and is not needed.
import type { App } from 'obsidian';
import { describe, expect, it } from 'vitest';
import { findCursor } from '../../src/core/draft/find-cursor';
import { makePlan } from '../../src/core/edit/edit-plan';
import { findTemplater, runTemplater } from '../../src/vault/templater';
import { UndoableWriter } from '../../src/vault/undoable-writer';
import { openReadyHost } from '../host/testing/open-test-host';

const NOTES = [
  { path: 'Plain.md', text: 'x' },
  { path: 'Commands.md', text: '<% 1 + 1 %>' },
];

async function openApp(plugins: unknown): Promise<App> {
  const host = await openReadyHost({ files: Object.fromEntries(NOTES.map(({ path, text }) => [path, text])) });
  Object.defineProperty(host.app, 'plugins', { value: { plugins }, configurable: true });
  return host.app;
}

describe('what Templater writes', () => {
  const open = async (overwrite: () => Promise<void>): Promise<{ readonly app: App; readonly writer: UndoableWriter }> => {
    const host = await openReadyHost({ files: { 'A.md': 'a' } });
    const app = host.app as unknown as App;
    const templater = { overwrite_file_commands: overwrite };
    Object.defineProperty(app, 'plugins', { value: { plugins: { 'templater-obsidian': { templater } } }, configurable: true });
    return { app, writer: new UndoableWriter(app, { problem: () => null, change: () => Promise.resolve() }) };
  };
  const creates = [{ path: 'New/B.md', text: '<% 1 + 1 %>\n' }];

  it('is part of what is taken back, and comes again with it', async () => {
    const { app, writer } = await open(async () => {
      await app.vault.adapter.write('New/B.md', '2\n');
    });
    await writer.apply(makePlan({ done: 'Created B', creates }), () => runTemplater(app, creates));
    expect(await app.vault.adapter.read('New/B.md')).toBe('2\n');
    await writer.undo();
    expect(await app.vault.adapter.exists('New/B.md')).toBe(false);
    await writer.redo();
    expect(await app.vault.adapter.read('New/B.md')).toBe('2\n');
  });
  it('fails without taking the way back with it', async () => {
    const { app, writer } = await open(() => Promise.reject(new Error('No such function')));
    await expect(writer.apply(makePlan({ done: 'Created B', creates }), () => runTemplater(app, creates))).rejects.toThrow('No such function');
    await writer.undo();
    expect(await app.vault.adapter.exists('New/B.md')).toBe(false);
  });
});

describe('the cursor', () => {
  it('stands where one goes on writing, whatever Templater wrote before or behind it', () => {
    const at = (planned: string, now: string): number | null => findCursor(planned.replace('|', ''), planned.indexOf('|'), now);
    expect(at('a|b', 'ab')).toBe(1);
    expect(at('<% x %>\na|b', '17\nab')).toBe(4);
    expect(at('a|\n<% x %>', 'a\n17')).toBe(1);
    expect(at('<% x %>|<% y %>', '1 2')).toBeNull();
  });
});

describe('Templater', () => {
  it('runs the commands of those notes that have some', async () => {
    const asked: string[] = [];
    const templater = {
      overwrite_file_commands(file: { path: string }): Promise<void> {
        expect(this).toBe(templater);
        asked.push(file.path);
        return Promise.resolve();
      },
    };
    const app = await openApp({ 'templater-obsidian': { templater } });
    await runTemplater(app, NOTES);
    expect(asked).toEqual(['Commands.md']);
  });
  it('that is off, or is of another make, is left alone', async () => {
    for (const plugins of [undefined, {}, { 'templater-obsidian': {} }, { 'templater-obsidian': { templater: { overwrite_file_commands: 'x' } } }]) {
      const app = await openApp(plugins);
      expect(findTemplater(app)).toBeNull();
      await runTemplater(app, NOTES);
    }
  });
});
