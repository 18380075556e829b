// The one writer on real files of the host: all or nothing, checked against the text it expects, with a way back. Every single write fails once.
import { MarkdownView, type App, type TFile } from 'obsidian';
import { describe, expect, it, vi } from 'vitest';
import { makePlan, type EditPlan } from '../../src/core/edit/edit-plan';
import type { NoteEdit } from '../../src/core/text/text-edit';
import { DEFAULT_SETTINGS, type Settings } from '../../src/core/settings/settings';
import { settingsChange, type SettingsChange } from '../../src/core/settings/settings-change';
import { tellError } from '../../src/ui/plan/run-plan';
import { UndoableWriter } from '../../src/vault/undoable-writer';
import { Writer } from '../../src/vault/writer';
import type { Host } from '../host/open-host';
import { openReadyHost } from '../host/testing/open-test-host';

const FILES = { 'A.md': '# A\n- one #todo\n- two\n', 'B.md': '# B\r\n- three\r\n' };

interface Context {
  readonly host: Host;
  readonly app: App;
  readonly writer: UndoableWriter;
  readonly settings: Partial<Settings>[];
}

async function openContext(
  files: Record<string, string> = FILES,
  { problem = null, refuses = false }: { problem?: string | null; refuses?: boolean } = {},
): Promise<Context> {
  const host = await openReadyHost({ files });
  const app = host.app as unknown as App;
  const settings: Partial<Settings>[] = [];
  const change = ({ after }: SettingsChange): Promise<void> => {
    if (refuses) return Promise.reject(new Error('The settings cannot be saved.'));
    settings.push(after);
    return Promise.resolve();
  };
  const writer = new UndoableWriter(app, { problem: () => problem, change });
  return { host, app, writer, settings };
}

async function texts({ app }: Context): Promise<Record<string, string>> {
  const files = app.vault.getMarkdownFiles().sort((a, b) => (a.path < b.path ? -1 : 1));
  return Object.fromEntries(
    await Promise.all(files.map(async (file) => [file.path, await app.vault.read(file)] as const)),
  );
}

/** The note's edit that puts `after` where `from` stands. */
function replace(path: string, before: string, from: string, after: string): NoteEdit {
  const start = before.indexOf(from);
  return { path, before, edits: [{ start, end: start + from.length, insert: after, guards: [] }] };
}

/** Moves a bullet from A to B, makes C and a folder for it, and moves D. */
const MOVE = makePlan({
  done: 'Moved one to B',
  creates: [{ path: 'New/Deep/C.md', text: 'c\n' }],
  changes: [
    replace('B.md', FILES['B.md'], '- three\r\n', '- three\r\n- one #todo\r\n'),
    replace('A.md', FILES['A.md'], '- one #todo\n', ''),
  ],
  moves: [{ from: 'B.md', to: 'Moved/B.md' }],
  settings: settingsChange(DEFAULT_SETTINGS, { ...DEFAULT_SETTINGS, tags: ['#open'] }),
});
const MOVED = { 'A.md': '# A\n- two\n', 'Moved/B.md': '# B\r\n- three\r\n- one #todo\r\n', 'New/Deep/C.md': 'c\n' };

function fileOf({ app }: Context, path: string): TFile {
  const file = app.vault.getFileByPath(path);
  if (!file) throw new Error(`no ${path} in the vault`);
  return file;
}

async function view(context: Context, path: string): Promise<MarkdownView> {
  const leaf = context.app.workspace.getLeaf('tab');
  await leaf.openFile(fileOf(context, path));
  if (!(leaf.view instanceof MarkdownView)) throw new Error(`${path} is not open`);
  return leaf.view;
}

describe('a plan', () => {
  it('is carried out whole: notes made with their folders, changed byte for byte, moved, settings last', async () => {
    const context = await openContext();
    await context.writer.apply(MOVE);
    expect(await texts(context)).toEqual(MOVED);
    expect(context.settings.map(({ tags }) => tags)).toEqual([['#open']]);
  });
  it('can be taken back and done again, as often as one likes', async () => {
    const context = await openContext();
    await context.writer.apply(MOVE);
    for (let round = 0; round < 3; round++) {
      expect(await context.writer.undo()).toBe('Undone: Moved one to B.');
      expect(await texts(context)).toEqual(FILES);
      expect(await context.writer.redo()).toBe('Done again: Moved one to B.');
      expect(await texts(context)).toEqual(MOVED);
    }
    expect(context.settings.map(({ tags }) => tags?.[0])).toEqual([
      '#open',
      '#todo',
      '#open',
      '#todo',
      '#open',
      '#todo',
      '#open',
    ]);
  });
  it('is not carried out when a note has changed where it matters, and the user is told which', async () => {
    const context = await openContext({ ...FILES, 'A.md': '# A\n- one more #todo\n- two\n' });
    await expect(context.writer.apply(MOVE)).rejects.toThrow('A has changed meanwhile');
    expect(await texts(context)).toEqual({ ...FILES, 'A.md': '# A\n- one more #todo\n- two\n' });
  });
  it('is carried out when a note has changed elsewhere', async () => {
    const context = await openContext({ ...FILES, 'A.md': '# A\n- zero\n- one #todo\n- two\n\nmore\n' });
    await context.writer.apply(MOVE);
    expect((await texts(context))['A.md']).toBe('# A\n- zero\n- two\n\nmore\n');
  });
  it('never takes the place of a note that is there', async () => {
    const context = await openContext({ ...FILES, 'New/Deep/C.md': 'mine\n' });
    await expect(context.writer.apply(MOVE)).rejects.toThrow('New/Deep/C.md is there already, and is not overwritten');
    expect(await texts(context)).toEqual({ ...FILES, 'New/Deep/C.md': 'mine\n' });
  });
  it('is not carried out when a folder that it needs is a file, or a note has gone', async () => {
    const context = await openContext({ ...FILES, New: 'a file without an ending\n' });
    await expect(context.writer.apply(MOVE)).rejects.toThrow('New is a file');
    const other = await openContext({ 'A.md': FILES['A.md'] });
    await expect(other.writer.apply(MOVE)).rejects.toThrow('B.md is not there any more');
  });
});

describe('a plan of which anything does not fit', () => {
  it.each<[what: string, files: Record<string, string>, problem: string | null, message: string]>([
    ['a note that is changed last', { ...FILES, 'A.md': '# A\n' }, null, 'A has changed meanwhile'],
    ['the settings', FILES, 'Another device has changed them.', 'Another device has changed them.'],
  ])('writes nothing at all, and so has nothing to take back: %s', async (_what, files, problem, message) => {
    const context = await openContext(files, { problem });
    const writes = failAt(context, 0);
    await expect(context.writer.apply(MOVE)).rejects.toThrow(message);
    expect(writes.count).toBe(0);
  });
  it('between its check and its writing is taken back, in the words for a note that has changed', async () => {
    const context = await openContext();
    const { vault } = context.app;
    const process = vault.process.bind(vault);
    vault.process = (file, change) => process(file, (now) => change(file.path === 'A.md' ? '# A, by another\n' : now));
    await expect(context.writer.apply(MOVE)).rejects.toThrow('A has changed meanwhile');
    expect(await texts(context)).toEqual(FILES);
  });
});

describe('undo', () => {
  it('is refused when what was written has been written in since, and stays in reach', async () => {
    const context = await openContext();
    await context.writer.apply(MOVE);
    const note = fileOf(context, 'New/Deep/C.md');
    await context.app.vault.process(note, () => 'c, and more\n');
    await expect(context.writer.undo()).rejects.toThrow('has been written in since it was made');
    expect(await texts(context)).toEqual({ ...MOVED, 'New/Deep/C.md': 'c, and more\n' });
    await context.app.vault.process(note, () => 'c\n');
    await context.writer.undo();
    expect(await texts(context)).toEqual(FILES);
  });
  it('keeps what was written elsewhere in the note meanwhile', async () => {
    const context = await openContext();
    await context.writer.apply(makePlan({ done: 'Done', changes: [replace('A.md', FILES['A.md'], ' #todo', '')] }));
    await context.app.vault.process(fileOf(context, 'A.md'), (text) => `${text}- four\n`);
    await context.writer.undo();
    expect((await texts(context))['A.md']).toBe('# A\n- one #todo\n- two\n- four\n');
  });
  it('has nothing to do at first, and after a hundred steps still takes a hundred back', async () => {
    const context = await openContext();
    await expect(context.writer.undo()).rejects.toThrow('Nothing to undo');
    for (let step = 0; step < 103; step++)
      await context.writer.apply(
        makePlan({
          done: `${step}`,
          changes: [
            replace(
              'A.md',
              `# A\n- one #todo\n- two\n${'x'.repeat(step)}`,
              `- two\n${'x'.repeat(step)}`,
              `- two\n${'x'.repeat(step + 1)}`,
            ),
          ],
        }),
      );
    for (let step = 0; step < 100; step++) await context.writer.undo();
    expect(context.writer.undoes).toBeNull();
    expect((await texts(context))['A.md']).toBe('# A\n- one #todo\n- two\nxxx');
  });
});

describe('a step', () => {
  const made = makePlan({ done: 'Made C', creates: [{ path: 'C.md', text: 'c' }] });
  const done = makePlan({ done: 'Done', changes: [replace('A.md', FILES['A.md'], ' #todo', '')] });

  it('tells what another plugin says of the new notes, or why that failed; where none is new it is not asked', async () => {
    const told = async (...step: Parameters<UndoableWriter['apply']>) =>
      (await (await openContext()).writer.apply(...step)).told;
    expect(await told(made)).toEqual([]);
    expect(await told(made, () => Promise.resolve(['It is said.']))).toEqual(['It is said.']);
    expect(await told(made, () => Promise.reject(new Error('It broke.')))).toEqual(['It broke.']);
    expect(await told(done, () => Promise.resolve(['It is said.']))).toEqual([]);
  });
  it('that was undone is named, to be done again; before that there is none', async () => {
    const { writer } = await openContext();
    expect(writer.redoes).toBeNull();
    await expect(writer.redo()).rejects.toThrow('Nothing to redo: no change of the board was undone.');
    await writer.apply(done);
    await writer.undo();
    expect(writer.redoes).toBe('Done');
  });
  it('is over when the app has read what was written', async () => {
    const context = await openContext();
    const tags = (path: string) =>
      (context.app.metadataCache.getFileCache(fileOf(context, path))?.tags ?? []).map(({ tag }) => tag);
    expect([tags('A.md'), tags('B.md')]).toEqual([['#todo'], []]);
    await context.writer.apply(MOVE);
    expect([tags('A.md'), tags('Moved/B.md')]).toEqual([[], ['#todo']]);
  });
});

describe('a note that is open', () => {
  it('is changed through its editor: what was typed and not saved stays', async () => {
    const context = await openContext();
    const { editor } = await view(context, 'A.md');
    editor.replaceRange('typed\n', { line: 0, ch: 0 });
    await context.writer.apply(makePlan({ done: 'Done', changes: [replace('A.md', FILES['A.md'], ' #todo', '')] }));
    expect(editor.getValue()).toBe('typed\n# A\n- one\n- two\n');
    expect((await texts(context))['A.md']).toBe('typed\n# A\n- one\n- two\n');
  });
  it('is saved before a plan on several notes is written, so that neither text is lost', async () => {
    const context = await openContext();
    const { editor } = await view(context, 'A.md');
    editor.replaceRange('typed\n', { line: 3, ch: 0 });
    await context.writer.apply(MOVE);
    await context.host.settled();
    expect((await texts(context))['A.md']).toBe('# A\n- two\ntyped\n');
    expect(editor.getValue()).toBe('# A\n- two\ntyped\n');
  });
  it.each<[what: string, also: Partial<EditPlan>, texts: Record<string, string>]>([
    ['another change', { changes: [replace('B.md', FILES['B.md'], '- three', '- 3')] }, { 'B.md': '# B\r\n- 3\r\n' }],
    ['a new note', { creates: [{ path: 'C.md', text: 'c' }] }, { 'C.md': 'c' }],
    ['a move', { moves: [{ from: 'B.md', to: 'C.md' }] }, { 'C.md': FILES['B.md'] }],
    ['a note to go', { removes: [{ path: 'B.md', text: FILES['B.md'] }] }, {}],
    [
      'a new note and a move',
      { creates: [{ path: 'C.md', text: 'c' }], moves: [{ from: 'B.md', to: 'D.md' }] },
      { 'C.md': 'c', 'D.md': FILES['B.md'] },
    ],
    ['settings', { settings: settingsChange(DEFAULT_SETTINGS, { ...DEFAULT_SETTINGS, tags: ['#open'] }) }, {}],
  ])('is not all that a plan changes, which has %s besides', async (_what, also, expected) => {
    const context = await openContext();
    await view(context, 'A.md');
    const here = replace('A.md', FILES['A.md'], ' #todo', '');
    await context.writer.apply(makePlan({ done: 'Done', ...also, changes: [here, ...(also.changes ?? [])] }));
    expect(await texts(context)).toMatchObject({ 'A.md': '# A\n- one\n- two\n', ...expected });
    const isMoved = [...(also.moves ?? []), ...(also.removes ?? [])].length > 0;
    expect('B.md' in (await texts(context))).toBe(!isMoved);
    expect(context.settings).toHaveLength(also.settings ? 1 : 0);
    await context.writer.undo();
    expect(await texts(context)).toEqual(FILES);
  });
  it('with CRLF line ends is changed at the right place', async () => {
    const context = await openContext();
    const { editor } = await view(context, 'B.md');
    await context.writer.apply(
      makePlan({ done: 'Done', changes: [replace('B.md', FILES['B.md'], '- three\r\n', '- three\r\n- four\r\n')] }),
    );
    expect(editor.getValue().replace(/\r/g, '')).toBe('# B\n- three\n- four\n');
  });
});

/** Everything of the app that writes, so that each call can be made to fail. */
const WRITES = [
  ['vault', 'create'],
  ['vault', 'createFolder'],
  ['vault', 'process'],
  ['fileManager', 'renameFile'],
  ['fileManager', 'trashFile'],
] as const;

/** Makes the nth write fail. Counts the writes. */
function failAt({ app }: Context, nth: number): { count: number } {
  const writes = { count: 0 };
  for (const [owner, name] of WRITES) {
    const object = app[owner] as unknown as Record<string, (...args: unknown[]) => Promise<unknown>>;
    const real = object[name]?.bind(object);
    object[name] = async (...args): Promise<unknown> => {
      if (++writes.count === nth) throw new Error('The disk is full.');
      return real?.(...args);
    };
  }
  return writes;
}

/** From the write after the nth on nothing is written any more: taking back fails too. */
function stopAfter({ app }: Context, nth: number): void {
  let count = 0;
  for (const [owner, name] of WRITES) {
    const object = app[owner] as unknown as Record<string, (...args: unknown[]) => Promise<unknown>>;
    const real = object[name]?.bind(object);
    object[name] = (...args) =>
      ++count > nth ? Promise.reject(new Error('Stopped.')) : (real?.(...args) ?? Promise.resolve());
  }
}

describe('when a write fails', () => {
  const plans: readonly (readonly [string, EditPlan])[] = [['a move with all that a plan can hold', MOVE]];
  it.each(plans)('%s is taken back whole, whichever write it was', async (_what, plan) => {
    for (let nth = 1; ; nth++) {
      const context = await openContext();
      const writes = failAt(context, nth);
      const outcome = await context.writer.apply(plan).then(
        () => 'done',
        (error: unknown) => (error as Error).message,
      );
      if (writes.count < nth) break;
      expect(outcome).toContain('The disk is full. Nothing was changed.');
      expect(await texts(context)).toEqual(FILES);
      expect(context.app.vault.getAllFolders(false)).toEqual([]);
      expect(context.writer.undoes).toBeNull();
    }
  });
  it('and the process stops between any two writes, every text is still in at least one note', async () => {
    for (let nth = 1; nth <= 6; nth++) {
      const context = await openContext();
      stopAfter(context, nth);
      const outcome = await context.writer.apply(MOVE).then(
        () => 'done',
        (error: unknown) => (error as Error).message,
      );
      const all = Object.values(await texts(context)).join('');
      for (const line of ['- one #todo', '- two', '- three']) expect(all).toContain(line);
      if (outcome !== 'done' && nth > 2) expect(outcome).toContain('could not be taken back');
    }
  });
});

describe('a folder or note that is there although making it failed', () => {
  const NEW = makePlan({ done: 'Made', creates: [{ path: 'New/Deep/C.md', text: 'all of it\n' }] });
  async function make(half: 'createFolder' | 'create', trashes: boolean): Promise<{ told: string; left: string[] }> {
    const { app, writer } = await openContext({});
    const { vault, fileManager } = app;
    const [folder, create] = [vault.createFolder.bind(vault), vault.create.bind(vault)];
    const fails = (): never => {
      throw new Error('The disk is full.');
    };
    if (half === 'createFolder') vault.createFolder = async (path) => (await folder(path), fails());
    else vault.create = async (path, text) => (await create(path, text.slice(0, 4)), fails());
    if (!trashes) fileManager.trashFile = () => Promise.reject(new Error('The disk is gone.'));
    const told = await writer.apply(NEW).then(
      () => 'done',
      (error: unknown) => (error as Error).message,
    );
    return {
      told,
      left: vault
        .getAllLoadedFiles()
        .map(({ path }) => path)
        .filter((path) => path !== '/'),
    };
  }
  it.each(['createFolder', 'create'] as const)('goes again: %s', async (half) => {
    expect(await make(half, true)).toEqual({ told: 'The disk is full. Nothing was changed.', left: [] });
  });
  it('and cannot be taken away is named', async () => {
    expect(await make('createFolder', false)).toEqual({
      told: 'The disk is full. The folder New/Deep was made, and could not be taken away.',
      left: ['New'],
    });
    expect((await make('create', false)).told).toBe(
      'The disk is full. New/Deep/C.md is there now, and was kept: look at it.',
    );
  });
});

describe('what is taken back', () => {
  it('is taken back the last first: a note that was changed and then moved is where it was, with its text', async () => {
    const context = await openContext(FILES, { refuses: true });
    await expect(context.writer.apply(MOVE)).rejects.toThrow('The settings cannot be saved. Nothing was changed.');
    expect(await texts(context)).toEqual(FILES);
    expect(context.app.vault.getAllFolders(false)).toEqual([]);
  });
  it('and cannot be is named, note by note, with the text that should stand there', async () => {
    const context = await openContext();
    // The folders and C are made and B is changed; then the disk goes away.
    stopAfter(context, 4);
    const error = await context.writer.apply(MOVE).catch((reason: unknown) => reason);
    expect(error).toMatchObject({
      message: 'Stopped. What had been written before could not be taken back in B.md, New/Deep/C.md: look at it.',
      lost: [{ path: 'B.md', text: FILES['B.md'] }],
    });
  });
  it('and cannot be, because others wrote at the place meanwhile, is left to them, and offered as it was', async () => {
    const context = await openContext(FILES, { refuses: true });
    const { vault } = context.app;
    const process = vault.process.bind(vault);
    vault.process = async (file, change) => {
      const written = await process(file, change);
      if (file.path === 'A.md') await process(fileOf(context, 'B.md'), () => 'Another’s words\n');
      return written;
    };
    const changes = [replace('B.md', FILES['B.md'], '- three', '- 3'), replace('A.md', FILES['A.md'], ' #todo', '')];
    await expect(
      context.writer.apply(makePlan({ done: 'Done', changes, settings: MOVE.settings })),
    ).rejects.toMatchObject({
      message:
        'The settings cannot be saved. What had been written before could not be taken back in B.md: look at it.',
      lost: [{ path: 'B.md', text: FILES['B.md'] }],
    });
    expect(await texts(context)).toEqual({ ...FILES, 'B.md': 'Another’s words\n' });
  });
  it('and cannot be, where nothing but a move was made, is named by the path that it has now', async () => {
    const context = await openContext(FILES, { refuses: true });
    stopAfter(context, 1);
    const { settings } = MOVE;
    const plan = makePlan({ done: 'Moved', moves: [{ from: 'B.md', to: 'C.md' }], settings });
    await expect(context.writer.apply(plan)).rejects.toMatchObject({
      message:
        'The settings cannot be saved. What had been written before could not be taken back in C.md: look at it.',
      lost: [],
    });
  });
  it('is a rename too that fails although the note has moved; one that has not is left alone', async () => {
    for (const hasMoved of [true, false]) {
      const context = await openContext();
      const { fileManager } = context.app;
      const rename = fileManager.renameFile.bind(fileManager);
      const renames: string[] = [];
      fileManager.renameFile = async (file, to) => {
        renames.push(to);
        if (hasMoved || renames.length > 1) await rename(file, to);
        if (renames.length === 1) throw new Error('The links could not follow.');
      };
      await expect(context.writer.apply(MOVE)).rejects.toThrow('The links could not follow. Nothing was changed.');
      expect(await texts(context)).toEqual(FILES);
      expect(renames).toEqual(hasMoved ? ['Moved/B.md', 'B.md'] : ['Moved/B.md']);
    }
  });
  it('is a note in the trash too, when putting it there failed after it had gone', async () => {
    for (const hasGone of [true, false]) {
      const context = await openContext();
      const { fileManager } = context.app;
      const trash = fileManager.trashFile.bind(fileManager);
      fileManager.trashFile = async (file) => {
        if (hasGone) await trash(file);
        throw new Error('The trash is full.');
      };
      const plan = makePlan({ done: 'Took B away', removes: [{ path: 'B.md', text: FILES['B.md'] }] });
      await expect(context.writer.apply(plan)).rejects.toThrow('The trash is full. Nothing was changed.');
      expect(await texts(context)).toEqual(FILES);
    }
  });
});

describe('the plan that leads back', () => {
  it('says what was done and what there is to know, in the words of the plan', async () => {
    const { app } = await openContext();
    const writer = new Writer(app, { problem: () => null, change: () => Promise.resolve() });
    const changes = [replace('A.md', FILES['A.md'], ' #todo', '')];
    const plan = makePlan({ done: 'Done', remarks: ['One is open.'], changes, creates: [{ path: 'C.md', text: 'c' }] });
    expect(await writer.apply(plan)).toMatchObject({ done: 'Done', remarks: ['One is open.'] });
  });
});

describe('when the process stops while a step is taken back', () => {
  it('every text is still in at least one note: what gained text loses it last', async () => {
    for (let nth = 0; nth <= 6; nth++) {
      const context = await openContext();
      await context.writer.apply(MOVE);
      stopAfter(context, nth);
      await context.writer.undo().catch(() => undefined);
      const all = Object.values(await texts(context)).join('');
      for (const line of ['- one #todo', '- two', '- three']) expect(all).toContain(line);
    }
  });
});

describe('undo of any step', () => {
  const edit = (done: string, before: string, from: string, to: string): EditPlan =>
    makePlan({ done, changes: [replace('A.md', before, from, to)] });
  it('takes back that plan, although others came after it, in whatever order', async () => {
    const context = await openContext();
    const first = await context.writer.apply(edit('Done', FILES['A.md'], ' #todo', ''));
    const second = await context.writer.apply(edit('Changed two', '# A\n- one\n- two\n', '- two', '- two, later'));
    expect(await context.writer.undo(first)).toBe('Undone: Done.');
    expect((await texts(context))['A.md']).toBe('# A\n- one #todo\n- two, later\n');
    await context.writer.undo(second);
    expect(await texts(context)).toEqual(FILES);
    await expect(context.writer.undo(first)).rejects.toThrow('has been taken back already');
  });
  it('says what is in the way, and changes nothing', async () => {
    const context = await openContext();
    const first = await context.writer.apply(edit('Blocked one', FILES['A.md'], '#todo', '#todo/blocked'));
    await context.writer.apply(edit('Let one wait', '# A\n- one #todo/blocked\n- two\n', '/blocked', '/waiting'));
    await expect(context.writer.undo(first)).rejects.toThrow(
      '“Let one wait” came after “Blocked one” and wrote in the same place of A. Undo that first.',
    );
    expect((await texts(context))['A.md']).toBe('# A\n- one #todo/waiting\n- two\n');
  });
  it('pressed twice takes back two steps, one after the other', async () => {
    const context = await openContext();
    await context.writer.apply(edit('Done', FILES['A.md'], ' #todo', ''));
    await context.writer.apply(edit('Changed two', '# A\n- one\n- two\n', '- two', '- two, later'));
    expect(await Promise.all([context.writer.undo(), context.writer.undo()])).toEqual([
      'Undone: Changed two.',
      'Undone: Done.',
    ]);
    expect(await texts(context)).toEqual(FILES);
  });
});

describe('a write that fails half way', () => {
  /** Makes a write of the note, the first after so many good ones, leave `left` on the disk and fail; later ones fail too when it is for good. */
  function tear(
    context: Context,
    path: string,
    left: (before: string, after: string) => string,
    isForGood: boolean,
    good = 0,
  ): void {
    const { vault } = context.app;
    const process = vault.process.bind(vault);
    let torn = 0;
    vault.process = async (file, change) => {
      if (file.path !== path || good-- > 0 || (torn > 0 && !isForGood)) return process(file, change);
      torn++;
      await process(file, (now) => (torn === 1 ? left(now, change(now)) : now));
      throw new Error('The disk is full.');
    };
  }
  it.each<[string, (before: string, after: string) => string]>([
    ['nothing', () => ''],
    ['a beginning of the new text', (_before, after) => after.slice(0, 5)],
    ['a beginning of the old text', (before) => before.slice(0, 9)],
    ['the new text over the old', (before, after) => after.slice(0, 8) + before.slice(8)],
    ['all of the new text', (_before, after) => after],
  ])('and leaves %s is put back from memory, and the steps before it too', async (_what, left) => {
    const context = await openContext();
    tear(context, 'A.md', left, false);
    await expect(context.writer.apply(MOVE)).rejects.toThrow('The disk is full. Nothing was changed.');
    expect(await texts(context)).toEqual(FILES);
  });
  it('and cannot be put back offers the text that should be there', async () => {
    const context = await openContext();
    tear(context, 'A.md', () => '', true);
    const error: unknown = await context.writer.apply(MOVE).catch((reason: unknown) => reason);
    expect(error).toMatchObject({ lost: [{ path: 'A.md', text: FILES['A.md'] }] });
    expect((error as Error).message).toContain('A may not hold its whole text now');
    const copied: string[] = [];
    const offered = (writeText: (text: string) => Promise<unknown>): HTMLElement => {
      vi.stubGlobal(
        'Blob',
        class {
          constructor(readonly parts: readonly string[]) {}
        },
      );
      vi.stubGlobal('ClipboardItem', Object);
      const write = async ([item]: [{ 'text/plain': Promise<{ parts: string[] }> }]) =>
        writeText((await item['text/plain']).parts.join(''));
      Object.defineProperty(navigator, 'clipboard', { value: { write }, configurable: true });
      tellError(error);
      return activeDocument.querySelector<HTMLElement>('.notice button')!;
    };
    const button = offered((text) => Promise.resolve(copied.push(text)));
    expect(button.textContent).toBe('Copy what should be there');
    button.click();
    // What it offers stays in reach: the clipboard holds one thing at a time.
    await vi.waitFor(() => expect([copied, button.isConnected]).toEqual([[FILES['A.md']], true]));
    // Where the clipboard refuses, the text itself is there.
    offered(() => Promise.reject(new Error('not allowed'))).click();
    await vi.waitFor(() =>
      expect(activeDocument.querySelector<HTMLTextAreaElement>('.notice textarea')?.textContent).toBe(FILES['A.md']),
    );
    vi.unstubAllGlobals();
  });
  it('and cannot be put back, nor what went before it, offers the text of each before its own writing failed', async () => {
    const context = await openContext();
    tear(context, 'A.md', () => '', true);
    tear(context, 'B.md', (_before, after) => after, true, 1);
    await expect(context.writer.apply(MOVE)).rejects.toMatchObject({
      lost: [
        { path: 'A.md', text: FILES['A.md'] },
        { path: 'B.md', text: MOVED['Moved/B.md'] },
      ],
    });
  });
  it('where others wrote in between leaves their words, and offers ours', async () => {
    const context = await openContext();
    tear(context, 'A.md', () => 'Another’s words\n', false);
    await expect(context.writer.apply(MOVE)).rejects.toMatchObject({ lost: [{ path: 'A.md', text: FILES['A.md'] }] });
    expect((await texts(context))['A.md']).toBe('Another’s words\n');
  });
  it('leaves others’ words as well where they come while it is put back, and offers ours', async () => {
    const context = await openContext();
    tear(context, 'A.md', () => '', false);
    const { vault } = context.app;
    const read = vault.read.bind(vault);
    vault.read = async (file) => {
      const text = await read(file);
      if (text === '') await vault.process(file, () => 'Another’s words\n');
      return text;
    };
    await expect(context.writer.apply(MOVE)).rejects.toMatchObject({ lost: [{ path: 'A.md', text: FILES['A.md'] }] });
    expect(await texts(context)).toEqual({ ...FILES, 'A.md': 'Another’s words\n' });
  });
  it('of a new note leaves no half of it', async () => {
    const context = await openContext();
    const { vault } = context.app;
    const create = vault.create.bind(vault);
    vault.create = async (path, text) => {
      await create(path, text.slice(0, 1));
      throw new Error('The disk is full.');
    };
    await expect(context.writer.apply(MOVE)).rejects.toThrow('The disk is full. Nothing was changed.');
    expect(await texts(context)).toEqual(FILES);
  });
  it.each([
    ['nothing', '', 'The disk is full.'],
    ['what somebody else made of it first, empty', '', 'File already exists.'],
    ['the same words, which another device has just made', 'c\n', 'File already exists.'],
    ['other words', 'Another’s words\n', 'The disk is full.'],
  ])('of a new note where there is %s keeps it, and says so', async (_what, there, reason) => {
    const context = await openContext();
    const { vault } = context.app;
    const create = vault.create.bind(vault);
    const made = (MOVE.creates[0] as { path: string }).path;
    vault.create = async (path) => {
      await create(path, there);
      throw new Error(reason);
    };
    await expect(context.writer.apply(MOVE)).rejects.toThrow(
      `${reason} ${made} is there now, and was kept: look at it.`,
    );
    expect(await texts(context)).toEqual({ ...FILES, [made]: there });
  });
  it('takes no folder back that somebody else made meanwhile', async () => {
    const { app, writer } = await openContext();
    const createFolder = app.vault.createFolder.bind(app.vault);
    app.vault.createFolder = async (path) => {
      const folder = await createFolder(path);
      if (path === 'New/Deep') throw new Error('Folder already exists.');
      return folder;
    };
    await expect(writer.apply(MOVE)).rejects.toThrow('Folder already exists.');
    expect(await app.vault.adapter.exists('New/Deep')).toBe(true);
  });
  it('takes no folder back in which there is what the app does not know of yet', async () => {
    const { app, writer } = await openContext();
    const { adapter } = app.vault;
    app.vault.create = async () => {
      await adapter.write('New/Deep/.From another device.md', 'words');
      throw new Error('The disk is full.');
    };
    await expect(writer.apply(MOVE)).rejects.toThrow('The disk is full. Nothing was changed.');
    expect(await adapter.read('New/Deep/.From another device.md')).toBe('words');
  });
  it('in an open editor gives the editor its text back', async () => {
    const context = await openContext();
    const open = await view(context, 'A.md');
    const save = open.save.bind(open);
    let times = 0;
    open.save = () => (times++ === 0 ? Promise.reject(new Error('The disk is full.')) : save());
    await expect(
      context.writer.apply(makePlan({ done: 'Done', changes: [replace('A.md', FILES['A.md'], ' #todo', '')] })),
    ).rejects.toThrow('The disk is full. Nothing was changed.');
    expect(open.editor.getValue()).toBe(FILES['A.md']);
    expect(await texts(context)).toEqual(FILES);
  });
});

describe('a note that is taken away', () => {
  const made = makePlan({
    done: 'Made C',
    creates: [
      { path: 'C.md', text: 'c\n' },
      { path: 'D.md', text: 'd\n' },
    ],
  });
  it('stays when others write in it between the check and the removal, and so does what went before it', async () => {
    const context = await openContext();
    await context.writer.apply(made);
    const { vault, fileManager } = context.app;
    const trash = fileManager.trashFile.bind(fileManager);
    fileManager.trashFile = async (file) => {
      await trash(file);
      const other = vault.getFileByPath(file.path === 'C.md' ? 'D.md' : 'C.md');
      if (other) await vault.process(other, () => 'Another’s words\n');
    };
    await expect(context.writer.undo()).rejects.toThrow('has been written in since it was made');
    const left = await texts(context);
    expect(Object.values(left)).toContain('Another’s words\n');
    expect([left['C.md'], left['D.md']].filter((text) => text === undefined)).toEqual([]);
  });
  it('because the plan failed is kept and told when others have written in it', async () => {
    const context = await openContext();
    const { vault } = context.app;
    const process = vault.process.bind(vault);
    vault.process = async (file) => {
      const note = vault.getFileByPath('New/Deep/C.md');
      if (note) await process(note, () => 'Another’s words\n');
      throw new Error(`${file.path} cannot be written.`);
    };
    await expect(context.writer.apply(MOVE)).rejects.toMatchObject({
      message: 'B.md cannot be written. New/Deep/C.md was kept, because it has been written in meanwhile.',
      lost: [],
    });
    expect((await texts(context))['New/Deep/C.md']).toBe('Another’s words\n');
  });
});
