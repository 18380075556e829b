// The queue by itself, with a vault, an index and a clock that do what the test says. How the plugin uses it is in index-feed.test.ts.
import type { App, TFile } from 'obsidian';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { NoteFacts } from '../../src/core/index/note-facts';
import type { OperationsIndex } from '../../src/core/index/operations-index';
import type { NoteMetadata } from '../../src/core/note/note-metadata';
import { DEFAULT_SETTINGS } from '../../src/core/settings/settings';
import { NoteQueue } from '../../src/vault/note-queue';
import { NoteReader } from '../../src/vault/note-reader';
import { parseMetadata } from '../host/markdown/parse-metadata';

/** Timers that are set, and the time, which stands still but for what a test says. */
let timers: { readonly after: number; readonly task: () => void; readonly id: number }[] = [];
let now = 0;
let set = 0;
const before = {
  window: Object.getOwnPropertyDescriptor(globalThis, 'window'),
  now: Object.getOwnPropertyDescriptor(performance, 'now'),
};

beforeEach(() => {
  [timers, now, set] = [[], 0, 0];
  const setTimeout = (task: () => void, after: number): number => {
    timers.push({ after, task, id: ++set });
    return set;
  };
  const clearTimeout = (id: number): void => void (timers = timers.filter((one) => one.id !== id));
  Object.defineProperty(globalThis, 'window', { value: { setTimeout, clearTimeout }, configurable: true });
  Object.defineProperty(performance, 'now', { value: () => now, configurable: true });
});
afterEach(() => {
  if (before.window) Object.defineProperty(globalThis, 'window', before.window);
  else Reflect.deleteProperty(globalThis, 'window');
  if (before.now) Object.defineProperty(performance, 'now', before.now);
  else Reflect.deleteProperty(performance, 'now');
});

/** Lets the timers go off that are set now. */
async function ring(queue: NoteQueue): Promise<void> {
  const due = timers;
  timers = [];
  for (const { task } of due) task();
  await queue.flush();
}

const TODO = '# A\n#todo\n';

const filesOf = (paths: readonly string[]): Iterator<TFile> =>
  (paths.map((path) => ({ path })) as unknown as TFile[]).values();

/** A vault of notes, an index that writes down what it is told, and the queue between them. */
function open(notes: Readonly<Record<string, string>>) {
  const texts = new Map(Object.entries(notes));
  const parsed = new Map<string, NoteMetadata | null>();
  const told: string[] = [];
  const reads: string[] = [];
  const vault = {
    texts,
    /** What Obsidian knows of a note, where that is not what its text says. */
    parsed,
    /** Told in this order: `read`, what is put, `paused`, `done`. */
    told,
    reads,
    /** Called while a text is read. */
    whileReading: (_path: string): unknown => undefined,
    rereads: [] as string[],
    /** Called one after the other, each time that all is worked off. */
    whenDone: [] as (() => void)[],
    /** How often the index says that it is not done. */
    unsettled: 0,
  };
  const app = {
    vault: {
      getFileByPath: (path: string) => (texts.has(path) ? { path } : null),
      cachedRead: async ({ path }: { path: string }) => {
        reads.push(path);
        const text = texts.get(path) ?? '';
        await vault.whileReading(path);
        return text;
      },
    },
    metadataCache: {
      getFileCache: ({ path }: { path: string }) =>
        parsed.has(path) ? parsed.get(path) : parseMetadata(texts.get(path) ?? ''),
    },
  };
  const openIndex = (name = '') => ({
    settings: DEFAULT_SETTINGS,
    isRoleLink: () => false,
    put: (path: string, facts: NoteFacts | null) =>
      told.push(`${name}${path} ${facts ? facts.todos.map(({ line }) => line).join() : 'none'}`),
    settle: () => vault.unsettled-- <= 0,
    takeRereads: () => vault.rereads.splice(0),
  });
  let index = openIndex();
  const reader = new NoteReader(app as unknown as App, () => undefined);
  const queue = new NoteQueue(app as unknown as App, {
    read: (file, content, slice) => reader.read(file, index as unknown as OperationsIndex, content, slice),
    put: (path, facts) => index.put(path, facts),
    settle: () => index.settle(),
    takeRereads: () => index.takeRereads(),
    paused: () => told.push('paused'),
    workedOff: () => {
      told.push('done');
      vault.whenDone.shift()?.();
    },
  });
  const renewIndex = (): void => {
    index = openIndex('new ');
    queue.clear();
  };
  return { ...vault, vault, queue, renewIndex };
}

const gate = () => {
  let open = (): void => undefined;
  const passed = new Promise<void>((resolve) => (open = resolve));
  return { passed, open: () => open() };
};

const someTasks = async (): Promise<void> => {
  for (let task = 0; task < 20; task++) await Promise.resolve();
};

describe('a note that is added', () => {
  it('is read, and what it says is put into the index', async () => {
    const { queue, told, reads } = open({ 'A.md': TODO, 'Plain.md': '# B\n' });
    queue.add('A.md');
    queue.add('Plain.md');
    expect(queue.size).toBe(2);
    await queue.flush();
    expect(queue.size).toBe(0);
    expect(told.sort()).toEqual(['A.md 1', 'Plain.md none', 'done']);
    expect(reads).toEqual(['A.md']);
  });
  it('is not read when its event brought text and metadata', async () => {
    const { queue, told, reads } = open({ 'A.md': TODO });
    const text = '# B\n\n#todo\n';
    queue.add('A.md', { text, metadata: parseMetadata(text) });
    await queue.flush();
    expect([told, reads]).toEqual([['A.md 2', 'done'], []]);
  });
  it('leaves the index when its file is gone', async () => {
    const { queue, told, texts } = open({ 'A.md': TODO });
    queue.add('A.md');
    texts.delete('A.md');
    await queue.flush();
    expect(told).toEqual(['A.md none', 'done']);
  });
  it('that was listed for a full index is none when its file has gone since, whatever Obsidian still knows of it', async () => {
    const { queue, told, texts, parsed, reads } = open({ 'A.md': TODO, 'B.md': '# B\n' });
    for (const path of ['A.md', 'B.md']) parsed.set(path, parseMetadata(texts.get(path) ?? ''));
    queue.addAll(filesOf(['A.md', 'B.md']), 2);
    texts.clear();
    await queue.flush();
    expect([told, reads, queue.waiting.size]).toEqual([['A.md none', 'B.md none', 'done'], [], 0]);
  });
  it('is not read when it is dropped, or all are', async () => {
    const { queue, told } = open({ 'A.md': TODO, 'B.md': TODO, 'C.md': TODO });
    for (const path of ['A.md', 'B.md']) queue.add(path);
    queue.drop('A.md');
    await queue.flush();
    queue.add('A.md');
    queue.addAll(filesOf(['B.md', 'C.md']), 2);
    queue.change(() => told.push('changed'));
    queue.clear();
    expect(queue.size).toBe(0);
    await queue.flush();
    expect(told).toEqual(['B.md 1', 'done', 'done']);
  });
  it('is worked off with those that come within 30 ms, again and again', async () => {
    const { queue, told } = open({ 'A.md': TODO });
    queue.add('A.md');
    queue.schedule();
    queue.schedule();
    expect(timers.map(({ after }) => after)).toEqual([30]);
    expect(told).toEqual([]);
    await ring(queue);
    expect(told).toEqual(['A.md 1', 'done']);
    queue.schedule();
    expect(timers).toHaveLength(1);
  });
});

describe('while a note is read', () => {
  const CHANGES: readonly (readonly [string, (opened: ReturnType<typeof open>) => unknown, readonly string[]])[] = [
    ['its file goes', ({ texts }) => texts.delete('A.md'), ['done']],
    [
      'it changes, and the newer reading counts',
      ({ queue }) => queue.add('A.md', { text: '#todo\n', metadata: parseMetadata('#todo\n') }),
      ['A.md 0', 'done'],
    ],
    ['the settings change, and another index is fed', ({ renewIndex }) => renewIndex(), ['done']],
    ['the plugin is switched off', ({ queue }) => queue.stop(), []],
    ['another note changes, which is read too', ({ queue }) => queue.add('B.md'), ['A.md 1', 'B.md none', 'done']],
  ];
  for (const [what, change, expected] of CHANGES)
    it(what, async () => {
      const opened = open({ 'A.md': TODO, 'B.md': '# B\n' });
      let isFirst = true;
      opened.vault.whileReading = () => isFirst && ((isFirst = false), change(opened));
      Object.assign(opened, { whileReading: opened.vault.whileReading });
      opened.queue.add('A.md');
      await opened.queue.settled();
      expect([...opened.told].sort()).toEqual(expected);
    });
  it('a second call waits for the first, and for no more', async () => {
    const opened = open({ 'A.md': TODO });
    const { passed, open: let_ } = gate();
    opened.vault.whileReading = () => passed;
    opened.queue.add('A.md');
    const first = opened.queue.flush();
    expect(opened.queue.flush()).toBe(first);
    let_();
    await first;
    expect(opened.told).toEqual(['A.md 1', 'done']);
    await opened.queue.flush();
    expect(opened.told).toEqual(['A.md 1', 'done', 'done']);
  });
  it('seven others are, and no more', async () => {
    const paths = Array.from({ length: 20 }, (_, at) => `${at}.md`);
    const opened = open(Object.fromEntries(paths.map((path) => [path, TODO])));
    const { passed, open: let_ } = gate();
    opened.vault.whileReading = () => passed;
    opened.queue.addAll(filesOf(paths), paths.length);
    const work = opened.queue.flush();
    await someTasks();
    expect(opened.reads).toHaveLength(8);
    expect(opened.queue.size).toBe(12);
    let_();
    await work;
    expect(opened.told.filter((line) => line.endsWith(' 1'))).toHaveLength(20);
    expect(opened.queue.size).toBe(0);
  });
});

describe('a change of paths', () => {
  it('waits for its turn, and comes before any note that is read after it', async () => {
    const opened = open({ 'A.md': TODO, 'B.md': TODO });
    const { queue, told, vault } = opened;
    queue.add('A.md');
    queue.change(() => told.push('first'));
    queue.change(() => told.push('second'));
    expect(told).toEqual([]);
    expect(timers.map(({ after }) => after)).toEqual([30]);
    await ring(queue);
    expect(told).toEqual(['first', 'second', 'A.md 1', 'done']);
    told.length = 0;
    // One note at a time is told of: eight readers share what there is.
    vault.whileReading = (path) => path === 'A.md' && queue.change(() => told.push('moved'));
    for (const path of ['A.md', 'B.md']) queue.add(path);
    await queue.flush();
    expect(told.indexOf('moved')).toBeGreaterThan(-1);
    expect(told.at(-1)).toBe('done');
  });
  it('comes before the next note of a long list', async () => {
    const paths = Array.from({ length: 30 }, (_, at) => `${at}.md`);
    const { queue, told, reads, vault } = open(Object.fromEntries(paths.map((path) => [path, TODO])));
    vault.whileReading = (path) =>
      path === '0.md' && queue.change(() => told.push(`moved, when ${reads.join()} was read`));
    queue.addAll(filesOf(paths), paths.length);
    await queue.flush();
    expect(told).toContain('moved, when 0.md was read');
  });
  it('leaves the app its turn between two when they take long', async () => {
    const { queue, told } = open({});
    const apply = (name: string) => (): void => {
      told.push(name);
      now += 6;
    };
    queue.change(apply('first'));
    queue.change(apply('second'));
    const work = queue.flush();
    await someTasks();
    expect(told).toEqual(['first']);
    await work;
    expect(told).toEqual(['first', 'second', 'done']);
  });
});

describe('long work', () => {
  it('pauses when its time is up, and says so', async () => {
    const { queue, told, vault } = open({ 'A.md': TODO, 'B.md': TODO });
    vault.whileReading = () => void (now += 6);
    queue.add('A.md');
    await queue.flush();
    expect(told).toEqual(['A.md 1', 'paused', 'done']);
  });
  it('does not pause before', async () => {
    const { queue, told, vault } = open({ 'A.md': TODO });
    vault.whileReading = () => void (now += 4);
    queue.add('A.md');
    await queue.flush();
    expect(told).toEqual(['A.md 1', 'done']);
  });
  it('goes on until the index has judged all', async () => {
    const { queue, told, vault } = open({ 'A.md': TODO });
    vault.unsettled = 3;
    queue.add('A.md');
    await queue.flush();
    expect([told, vault.unsettled]).toEqual([['A.md 1', 'done'], -1]);
  });
  it('reads again what the index asks to be read again', async () => {
    const { queue, told, vault } = open({ 'A.md': TODO });
    vault.rereads.push('A.md');
    await queue.flush();
    expect(told).toEqual(['A.md 1', 'done']);
  });
});

describe('who waits until all is settled', () => {
  const LATE: readonly (readonly [string, (queue: NoteQueue, told: string[]) => void, string])[] = [
    ['a note', (queue) => queue.add('A.md'), 'A.md 1'],
    ['notes of a full index', (queue) => queue.addAll(filesOf(['A.md']), 1), 'A.md 1'],
    ['a change of paths', (queue, told) => queue.change(() => told.push('moved')), 'moved'],
  ];
  for (const [what, add, expected] of LATE)
    it(`waits for ${what} that came in the last moment`, async () => {
      const { queue, told, vault } = open({ 'A.md': TODO });
      vault.whenDone.push(() => add(queue, told));
      await queue.settled();
      expect(told).toEqual(['done', expected, 'done']);
    });
});

describe('a note that cannot be read', () => {
  it('waits for Obsidian to parse it, and is told of when that has nothing to say', async () => {
    const { queue, told, parsed } = open({ 'A.md': TODO });
    parsed.set('A.md', null);
    queue.add('A.md');
    await queue.flush();
    expect([told, [...queue.waiting], queue.problems]).toEqual([['done'], ['A.md'], []]);
    queue.giveUpWaiting();
    expect([...queue.waiting]).toEqual([]);
    expect(queue.problems).toEqual([
      { path: 'A.md', reason: 'Obsidian has no metadata of it. Open it once, or restart Obsidian.' },
    ]);
    parsed.delete('A.md');
    queue.add('A.md');
    await queue.flush();
    expect([told, queue.problems]).toEqual([['done', 'A.md 1', 'done'], []]);
  });
  it('waits no more once it is read, dropped, or all is cleared', async () => {
    const ENDS: readonly ((opened: ReturnType<typeof open>) => Promise<void> | void)[] = [
      async ({ queue, parsed }) => {
        parsed.delete('A.md');
        queue.add('A.md');
        await queue.flush();
      },
      ({ queue }) => {
        queue.drop('A.md');
      },
      ({ queue }) => {
        queue.clear();
      },
    ];
    for (const end of ENDS) {
      const opened = open({ 'A.md': TODO });
      opened.parsed.set('A.md', null);
      opened.queue.add('A.md');
      await opened.queue.flush();
      expect(opened.queue.waiting.size).toBe(1);
      await end(opened);
      expect(opened.queue.waiting.size).toBe(0);
    }
  });
  it('is told of with its reason, keeps what is known of it, and comes back', async () => {
    for (const end of ['read', 'drop', 'clear']) {
      const { queue, told, vault } = open({ 'A.md': TODO });
      vault.whileReading = () => Promise.reject(new Error('It is locked.'));
      queue.add('A.md');
      await queue.flush();
      expect([told, queue.problems]).toEqual([['done'], [{ path: 'A.md', reason: 'It is locked.' }]]);
      vault.whileReading = () => undefined;
      if (end === 'drop') queue.drop('A.md');
      else if (end === 'clear') queue.clear();
      else {
        queue.add('A.md');
        await queue.flush();
        expect(told).toEqual(['done', 'A.md 1', 'done']);
      }
      expect(queue.problems).toEqual([]);
    }
  });
  it('for its properties is told of with their line, and its body counts', async () => {
    const { queue, told } = open({ 'A.md': `---\na: b: c\n---\n${TODO}` });
    queue.add('A.md');
    await queue.flush();
    expect(told).toEqual(['A.md 4', 'done']);
    expect(queue.problems).toMatchObject([
      { path: 'A.md', reason: expect.stringMatching(/^Line 2: .*None of its properties counts\.$/) as string },
    ]);
  });
});

describe('a text that is ahead of its metadata', () => {
  const AHEAD = `Some words.\n\n${TODO}`;
  it('is read again every 250 ms, eight times in all, and then told of', async () => {
    const { queue, told, reads, texts, parsed } = open({ 'A.md': TODO });
    parsed.set('A.md', parseMetadata(AHEAD));
    queue.add('A.md');
    await queue.flush();
    for (let time = 1; time < 8; time++) {
      expect([reads.length, queue.problems]).toEqual([time, []]);
      expect(timers.map(({ after }) => after)).toEqual([250]);
      await ring(queue);
    }
    expect(reads).toHaveLength(8);
    expect(timers).toEqual([]);
    expect(queue.problems.map(({ reason }) => reason)).toEqual([
      'Its text and what Obsidian knows of it do not fit together. Edit the note, or restart Obsidian.',
    ]);
    expect(told.filter((line) => line !== 'done')).toEqual([]);
    texts.set('A.md', AHEAD);
    queue.add('A.md');
    await queue.flush();
    expect([told.at(-2), queue.problems]).toEqual(['A.md 3', []]);
  });
  it('is read once where a newer event comes first', async () => {
    const { queue, told, reads, texts, parsed } = open({ 'A.md': TODO });
    parsed.set('A.md', parseMetadata(AHEAD));
    queue.add('A.md');
    await queue.flush();
    texts.set('A.md', AHEAD);
    queue.add('A.md', { text: AHEAD, metadata: parseMetadata(AHEAD) });
    await ring(queue);
    expect(reads).toHaveLength(1);
    expect(told.filter((line) => line !== 'done')).toEqual(['A.md 3']);
  });
});

describe('when the plugin is switched off', () => {
  it('no timer stays, and none is set', async () => {
    const { queue, told, parsed } = open({ 'A.md': TODO });
    parsed.set('A.md', parseMetadata(`Words.\n\n${TODO}`));
    queue.add('A.md');
    await queue.flush();
    queue.schedule();
    expect(timers.map(({ after }) => after)).toEqual([250, 30]);
    queue.stop();
    expect(timers).toEqual([]);
    queue.schedule();
    expect(timers).toEqual([]);
    told.length = 0;
    queue.add('A.md');
    await queue.settled();
    expect(told).toEqual([]);
  });
  it('who waits for an index that is not done waits no longer', async () => {
    const opened = open({});
    opened.vault.unsettled = Infinity;
    const work = opened.queue.settled();
    await someTasks();
    opened.queue.stop();
    await work;
    expect(opened.told).toEqual([]);
  });
});
