// Templater beside us: it is asked to run a new note's commands once, right after the note was made, and is not needed. As its 2.25.0 does it, the stand-in here moves by
// the app's file manager, writes by `vault.modify`, leaves `tp.file.cursor()` where it is, and after an error leaves all of the note as it was.
import type { App, TFile } from 'obsidian';
import { describe, expect, it } from 'vitest';
import { findCursor } from '../../src/core/draft/find-cursor';
import { makePlan } from '../../src/core/edit/edit-plan';
import type { TextEdit } from '../../src/core/text/text-edit';
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
  const open = async (
    overwrite: () => Promise<void>,
  ): Promise<{ readonly app: App; readonly writer: UndoableWriter }> => {
    const host = await openReadyHost({ files: { 'A.md': 'a' } });
    const app = host.app as unknown as App;
    const templater = { overwrite_file_commands: overwrite };
    Object.defineProperty(app, 'plugins', {
      value: { plugins: { 'templater-obsidian': { templater } } },
      configurable: true,
    });
    return { app, writer: new UndoableWriter(app, { problem: () => null, change: () => Promise.resolve() }) };
  };
  const creates = [{ path: 'New/B.md', text: '<% 1 + 1 %>\n' }];

  it('is part of what is taken back, and comes again with it', async () => {
    const { app, writer } = await open(async () => {
      const file = app.vault.getFileByPath('New/B.md');
      if (file) await app.vault.modify(file, '2\n');
    });
    await writer.apply(makePlan({ done: 'Created B', creates }), (made) => runTemplater(app, made));
    expect(await app.vault.adapter.read('New/B.md')).toBe('2\n');
    await writer.undo();
    expect(await app.vault.adapter.exists('New/B.md')).toBe(false);
    await writer.redo();
    expect(await app.vault.adapter.read('New/B.md')).toBe('2\n');
  });
  it('is told when it failed, and the way back stays', async () => {
    for (const fail of [() => Promise.reject(new Error('No such function')), () => Promise.resolve()]) {
      const { app, writer } = await open(fail);
      const { told } = await writer.apply(makePlan({ done: 'Created B', creates }), (made) => runTemplater(app, made));
      expect(told).toEqual([expect.stringMatching(/^Templater could not run the commands of B/)]);
      await writer.undo();
      expect(await app.vault.adapter.exists('New/B.md')).toBe(false);
    }
  });
  it('may be a place for the cursor alone, which stays until the note is open and is no failure', async () => {
    for (const text of ['<% tp.file.cursor() %>\n', '# B\n<%- tp.file.cursor(1) %> <% tp.file.cursor_append("x") %>']) {
      const { app, writer } = await open(() => Promise.resolve());
      const { told } = await writer.apply(
        makePlan({ done: 'Created B', creates: [{ path: 'New/B.md', text }] }),
        (made) => runTemplater(app, made),
      );
      expect(told).toEqual([]);
    }
  });
  it('is written once Obsidian knows the note’s properties', async () => {
    const seen: unknown[] = [];
    const { app, writer } = await open(() => {
      const file = app.vault.getFileByPath('New/B.md');
      seen.push(file && app.metadataCache.getFileCache(file)?.frontmatter?.phase);
      return Promise.resolve();
    });
    await writer.apply(
      makePlan({
        done: 'Created B',
        creates: [{ path: 'New/B.md', text: '---\nphase: Day 1\n---\n<% tp.frontmatter.phase %>\n' }],
      }),
      (made) => runTemplater(app, made),
    );
    expect(seen).toEqual(['Day 1']);
  });
  it.each([
    ['[[B]]', '[[C]]'],
    ['[[New/B|the b]]', '[[C|the b]]'],
    ['[b](New/B.md)', '[b](C.md)'],
  ])('can be another name and folder: %s follows, is undone, and the user is told', async (link, followed) => {
    const { app, writer } = await open(async () => {
      const file = app.vault.getFileByPath('New/B.md');
      if (!file) return;
      await app.fileManager.renameFile(file, 'Other/C.md');
      await app.vault.modify(file, 'made\n');
    });
    await app.vault.createFolder('Other');
    const text = await app.vault.adapter.read('A.md');
    const change = {
      path: 'A.md',
      before: text,
      edits: [{ start: text.length, end: text.length, insert: `\n- ${link}\n`, guards: [] }],
    };
    const step = await writer.apply(makePlan({ done: 'Created B', creates, changes: [change] }), (made) =>
      runTemplater(app, made),
    );
    expect(step.told).toEqual(['B was moved to Other/C.md by its template.']);
    expect(await app.vault.adapter.read('A.md')).toBe(`a\n- ${followed}\n`);
    await writer.undo();
    expect(await app.vault.adapter.read('A.md')).toBe('a');
    expect(app.vault.getMarkdownFiles().map(({ path }) => path)).toEqual(['A.md']);
  });
});

it('notes and folders that a template makes besides stay, and the notes are told of', async () => {
  const host = await openReadyHost({ files: { 'A.md': 'a' } });
  const app = host.app as unknown as App;
  // As `tp.file.create_new`.
  const overwrite = async (file: TFile): Promise<void> => {
    await app.vault.createFolder('Log');
    await app.vault.create('Log/Made besides.md', '');
    await app.vault.modify(file, 'made\n');
  };
  Object.defineProperty(app, 'plugins', {
    value: { plugins: { 'templater-obsidian': { templater: { overwrite_file_commands: overwrite } } } },
  });
  const writer = new UndoableWriter(app, { problem: () => null, change: () => Promise.resolve() });
  const creates = [{ path: 'New/B.md', text: '<% x %>\n' }];
  const step = await writer.apply(makePlan({ done: 'Created B', creates }), (made) => runTemplater(app, made));
  expect(step.told).toEqual(['Log/Made besides.md was made meanwhile: undo leaves it.']);
  await writer.undo();
  expect(app.vault.getMarkdownFiles().map(({ path }) => path)).toEqual(['A.md', 'Log/Made besides.md']);
});

describe('of several notes that Templater moves', () => {
  it.each([false, true])(
    'each link follows, of two moves too, and all is taken back (the app follows: %s)',
    async (follows) => {
      const host = await openReadyHost({ files: { 'A.md': '- b\r\n- c ^id\r\n', 'Other/X.md': '' } });
      const app = host.app as unknown as App;
      const move = (file: TFile, to: string): Promise<void> =>
        follows ? app.fileManager.renameFile(file, to) : app.vault.rename(file, to);
      const overwrite = async (file: TFile): Promise<void> => {
        const { basename } = file;
        await move(file, `${basename} 1.md`);
        // Templater moves on before the app has read what the first move made of the links.
        await app.vault.rename(file, `Other/${basename} 2.md`);
        await app.vault.modify(file, 'made\n');
      };
      Object.defineProperty(app, 'plugins', {
        value: { plugins: { 'templater-obsidian': { templater: { overwrite_file_commands: overwrite } } } },
      });
      const writer = new UndoableWriter(app, { problem: () => null, change: () => Promise.resolve() });
      const before = await app.vault.adapter.read('A.md');
      const edit = (at: number, insert: string): TextEdit => ({
        start: at,
        end: at + 1,
        insert,
        guards: [{ start: at, end: at + 1 }],
      });
      await writer.apply(
        makePlan({
          done: 'Turned two',
          creates: ['B', 'C'].map((name) => ({ path: `New/${name}.md`, text: '<% x %>\n' })),
          changes: [{ path: 'A.md', before, edits: [edit(2, '[[B]], [[X]]'), edit(7, '[c](New/C.md) too')] }],
        }),
        (made) => runTemplater(app, made),
      );
      expect(await app.vault.adapter.read('A.md')).toBe('- [[B 2]], [[X]]\r\n- [c](C%202.md) too ^id\r\n');
      await writer.undo();
      expect(await app.vault.adapter.read('A.md')).toBe(before);
      await writer.redo();
      expect(await app.vault.adapter.read('A.md')).toBe('- [[B 2]], [[X]]\r\n- [c](C%202.md) too ^id\r\n');
    },
  );
});

it('what a template hooks on its end is part of what is taken back', async () => {
  const host = await openReadyHost({ files: { 'A.md': 'a' } });
  const app = host.app as unknown as App;
  let hooked = Promise.resolve();
  const overwrite = async (file: TFile): Promise<void> => {
    await app.vault.modify(file, 'made\n');
    // As `tp.hooks.on_all_templates_executed`, which nobody waits for.
    hooked = new Promise((resolve) => window.setTimeout(() => resolve(app.vault.modify(file, 'made, hooked\n')), 30));
  };
  Object.defineProperty(app, 'plugins', {
    value: { plugins: { 'templater-obsidian': { templater: { overwrite_file_commands: overwrite } } } },
  });
  const writer = new UndoableWriter(app, { problem: () => null, change: () => Promise.resolve() });
  const creates = [{ path: 'B.md', text: '<%* tp.hooks.on_all_templates_executed(async () => x) %>\n' }];
  await writer.apply(makePlan({ done: 'Created B', creates }), (made) => runTemplater(app, made));
  await hooked;
  await writer.undo();
  expect(app.vault.getMarkdownFiles().map(({ path }) => path)).toEqual(['A.md']);
});

describe('the cursor', () => {
  it('stands where one goes on writing, whatever Templater wrote before or behind it', () => {
    const at = (planned: string, now: string): number | null =>
      findCursor(planned.replace('|', ''), planned.indexOf('|'), now);
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
    await runTemplater(app, app.vault.getMarkdownFiles());
    expect(asked).toEqual(['Commands.md']);
  });
  it('that is off, or is of another make, is left alone', async () => {
    for (const plugins of [
      undefined,
      {},
      { 'templater-obsidian': {} },
      { 'templater-obsidian': { templater: { overwrite_file_commands: 'x' } } },
    ]) {
      const app = await openApp(plugins);
      expect(findTemplater(app)).toBeNull();
      expect(await runTemplater(app, app.vault.getMarkdownFiles())).toEqual([]);
    }
  });
});
