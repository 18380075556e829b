// Templater beside us: it is asked to run a new note's commands once, right after the note was made, and is not needed.
import type { App } from 'obsidian';
import { describe, expect, it } from 'vitest';
import { findTemplater, runTemplater } from '../../src/vault/templater';
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
