// Every action on a handbook whose disk fails, stops, or changes: each text is afterwards in at least one note, and the user was told.
import type { App } from 'obsidian';
import { describe, expect, it } from 'vitest';
import type { Drafting } from '../../src/core/draft/drafting';
import { planPhasePage } from '../../src/core/draft/plan-phase-page';
import { planResponsibility } from '../../src/core/draft/plan-responsibility';
import { planExtract } from '../../src/core/draft/extract/plan-extract';
import { hideTodo } from '../../src/core/edit/actions/hide-todo';
import { markDone } from '../../src/core/edit/actions/mark-done';
import { planSeveral, planTodo } from '../../src/core/edit/actions/plan-several';
import { setTodo } from '../../src/core/edit/actions/set-todo';
import { planAdd } from '../../src/core/edit/actions/plan-add';
import type { Planned } from '../../src/core/edit/edit-plan';
import { isRefusal } from '../../src/core/text/refusal';
import { planMove } from '../../src/core/edit/move/plan-move';
import type { Planning } from '../../src/core/edit/planning';
import { planSplit } from '../../src/core/edit/split/plan-split';
import { editText } from '../../src/core/edit/text/edit-text';
import { todoAtLine } from '../../src/core/edit/todo-at-line';
import type { Todo } from '../../src/core/index/todo';
import { vaultToPlan } from './vault-to-plan';
import { UndoableWriter } from '../../src/vault/undoable-writer';
import { TextVault } from '../core/text-vault';
import type { Host } from '../host/open-host';
import { openReadyHost } from '../host/testing/open-test-host';

const PAGE = 'Ops/Day 1 Operations.md';
const FILES: Readonly<Record<string, string>> = {
  'Ops/Day 0 Operations.md': '# Overview\n## Planning Phase\n## Responsibilities\n- Plan\n#todo\n',
  [PAGE]:
    '# Overview\r\n## Deployment Phase\r\n## Responsibilities\r\n- Deploy [[Note]]\r\n- Roll back #todo ^rb\r\n  - with care\r\n#todo\r\n',
  'Ops/Day 2 Operations.md': '# Overview\n## Maintenance Phase\n## Responsibilities\n- Patch\n',
  'Ops/Note.md': '---\nphase: "[[Day 1 Operations]]"\ntags: [todo]\n---\n# A\n## Backups #todo\nText of the backups\n',
  'Ops/Operations Overview.md':
    '# [[Day 0 Operations]]\n![[Day 0 Operations#Overview]]\n# [[Day 1 Operations]]\n# [[Day 2 Operations]]\n',
  'Ops/See.md': '![[Note#Backups todo]]\n[[Day 1 Operations#^rb]]\n',
  'Roles/SRE.md': '',
};

type Act = (planning: Planning, todo: (path: string, line: number) => Todo) => Promise<Planned>;

const ACTIONS: Readonly<Record<string, Act>> = {
  'marking a section as done': (planning, todo) => planTodo(planning, todo(PAGE, 7), markDone()),
  'marking as done where the tag stands in a heading': (planning, todo) =>
    planTodo(planning, todo('Ops/Note.md', 6), markDone()),
  'marking several as done': (planning, todo) =>
    planSeveral(planning, [todo(PAGE, 5), todo(PAGE, 7), todo('Ops/Day 0 Operations.md', 5)], markDone()),
  'moving a bullet': (planning, todo) => planMove(planning, [todo(PAGE, 5)], { column: 'Day 2', withText: false }),
  'moving a note': (planning, todo) =>
    planMove(planning, [todo('Ops/Note.md', 3)], { column: 'Day 2', withText: false }),
  'moving a section with its text': (planning, todo) =>
    planMove(planning, [todo('Ops/Note.md', 6)], { column: 'Day 0', withText: true }),
  'moving several': (planning, todo) =>
    planMove(planning, [todo(PAGE, 5), todo('Ops/Note.md', 6)], { column: 'Day 2', withText: false }),
  splitting: (planning, todo) =>
    planSplit(planning, todo(PAGE, 7), {
      bullets: [{ at: 0, text: 'Deploy Note', owner: 'Roles/SRE.md' }],
      keep: false,
    }),
  'setting owner and date': (planning, todo) =>
    planTodo(planning, todo(PAGE, 7), setTodo({ owner: 'Roles/SRE.md', due: '2026-12-01' })),
  hiding: (planning, todo) => planTodo(planning, todo(PAGE, 7), hideTodo('hide')),
  'editing the text': (planning, todo) => planTodo(planning, todo(PAGE, 5), editText('Roll back at once')),
  adding: (planning) => planAdd(planning, 'Day 2', 'Rehearse'),
  'making a responsibility note': (planning) =>
    planResponsibility(draft(planning), {
      title: 'Rehearsal',
      phase: planning.index.settings.phases[2] ?? null,
      owner: 'Roles/SRE.md',
      due: null,
      template: null,
      publish: null,
      reference: 'bullet',
    }),
  'turning a bullet and a section into notes': (planning) =>
    planExtract(draft(planning), {
      path: PAGE,
      lines: [3, 4],
      titles: [null, 'Rollback'],
      leave: 'sentence',
      template: null,
    }),
  'making a phase': (planning) => planPhasePage(draft(planning), { name: 'Day 3', purpose: 'Decommissioning' }),
};

const draft = (planning: Planning): Drafting => ({
  ...planning,
  now: (format) => format,
  templateFolders: [],
  runsTemplater: false,
});

/** Everything by which a plan is written. */
const WRITES = [
  ['vault', 'create'],
  ['vault', 'createFolder'],
  ['vault', 'process'],
  ['fileManager', 'renameFile'],
  ['fileManager', 'trashFile'],
] as const;

class Scene {
  readonly writer: UndoableWriter;
  writes = 0;

  private constructor(
    private readonly host: Host,
    private readonly app: App,
    private readonly act: Act,
  ) {
    this.writer = new UndoableWriter(app, { problem: () => null, change: () => Promise.resolve() });
  }

  static async open(act: Act): Promise<Scene> {
    const host = await openReadyHost({ files: FILES });
    return new Scene(host, host.app, act);
  }

  async plan(): Promise<Planned> {
    const index = new TextVault(FILES).index();
    const todo = (path: string, line: number): Todo => {
      const found = todoAtLine(index, path, line);
      if (isRefusal(found)) throw new Error(found.refusal);
      return found;
    };
    return this.act({ index, vault: await vaultToPlan(this.app) }, todo);
  }

  /** From the nth write on: that one fails, or it and all after it. */
  fail(nth: number, isForGood: boolean): void {
    for (const [owner, name] of WRITES) {
      const object = this.app[owner] as unknown as Record<string, (...args: unknown[]) => Promise<unknown>>;
      const real = object[name]?.bind(object);
      object[name] = (...args): Promise<unknown> => {
        const count = ++this.writes;
        return count === nth || (isForGood && count > nth)
          ? Promise.reject(new Error('The disk is gone.'))
          : (real?.(...args) ?? Promise.resolve());
      };
    }
  }

  async write(path: string, text: string): Promise<void> {
    const file = this.app.vault.getFileByPath(path);
    if (file) await this.app.vault.process(file, () => text);
    await this.host.settled();
  }

  async texts(): Promise<Record<string, string>> {
    const files = this.app.vault.getMarkdownFiles();
    return Object.fromEntries(
      await Promise.all(files.map(async (file) => [file.path, await this.app.vault.read(file)] as const)),
    );
  }

  /** Carries the plan out; answers what the user is told. */
  async apply(planned: Planned): Promise<string> {
    if (isRefusal(planned)) return planned.refusal;
    return this.writer.apply(planned).then(
      () => 'done',
      (error: unknown) => (error as Error).message,
    );
  }
}

/** The words of all notes, each as often as it stands; tags are no words. */
const wordsOf = (texts: Readonly<Record<string, string>>): string[] =>
  Object.values(texts)
    .flatMap((text) => text.replace(/#todo\S*/g, '').split(/[^\p{L}]+/u))
    .filter((word) => word.length > 2);

const WORDS = new Set(wordsOf(FILES));

describe.each(Object.entries(ACTIONS))('%s', (_name, act) => {
  it('can be done and taken back to the byte', async () => {
    const scene = await Scene.open(act);
    expect(await scene.apply(await scene.plan())).toBe('done');
    expect(await scene.texts()).not.toEqual(FILES);
    await scene.writer.undo();
    expect(await scene.texts()).toEqual(FILES);
  });
  it('leaves everything as it was when any single write fails', async () => {
    for (let nth = 1; ; nth++) {
      const scene = await Scene.open(act);
      const planned = await scene.plan();
      scene.fail(nth, false);
      const told = await scene.apply(planned);
      if (scene.writes < nth) break;
      expect(told).toBe('The disk is gone. Nothing was changed.');
      expect(await scene.texts()).toEqual(FILES);
    }
  });
  it('loses no word when the process stops between any two writes', async () => {
    for (let nth = 1; ; nth++) {
      const scene = await Scene.open(act);
      const planned = await scene.plan();
      scene.fail(nth, true);
      await scene.apply(planned);
      const left = new Set(wordsOf(await scene.texts()));
      const written = act === ACTIONS['editing the text'] ? ['back'] : [...WORDS];
      expect(written.filter((word) => !left.has(word))).toEqual([]);
      if (scene.writes < nth) break;
    }
  });
  it('is not done when any note that it writes changes where it matters, and the user is told which', async () => {
    const probe = await Scene.open(act);
    const planned = await probe.plan();
    if (isRefusal(planned)) throw new Error(planned.refusal);
    for (const { path } of planned.changes) {
      const scene = await Scene.open(act);
      const plan = await scene.plan();
      const other = { ...FILES, [path]: 'Something else altogether.\n' };
      await scene.write(path, other[path] ?? '');
      expect(await scene.apply(plan)).toContain('has changed meanwhile');
      expect(await scene.texts()).toEqual(other);
    }
  });
  it('is done all the same when a note that it writes got another line at its end, or anew where that would stand below another heading then', async () => {
    const scene = await Scene.open(act);
    const plan = await scene.plan();
    if (isRefusal(plan)) throw new Error(plan.refusal);
    const [first] = plan.changes;
    const path = first?.path ?? '';
    const isBelow =
      first?.edits.some(
        ({ start, end, insert }) =>
          end >= first.before.trimEnd().length && /^#+ /m.test(insert + first.before.slice(start, end)),
      ) === true;
    await scene.write(path, `${FILES[path] ?? ''}\nWritten meanwhile.\n`);
    expect(await scene.apply(plan)).toMatch(isBelow ? /has changed meanwhile/ : /^done$/);
    if (isBelow) expect(await scene.apply(await scene.plan())).toBe('done');
    expect((await scene.texts())[path]).toContain('Written meanwhile.');
  });
});
