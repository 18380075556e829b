import { normalizePath, type App, type TFile } from 'obsidian';
import { applyEdits, invertEdits } from '../core/edit/apply-edits';
import { makePlan, type EditPlan, type NewNote, type NoteEdit, type NoteMove } from '../core/edit/edit-plan';
import { rebaseEdits } from '../core/edit/rebase-edits';
import type { Settings } from '../core/settings/settings';
import { folderOf } from '../core/note/link-text';
import { saveEditors, sourceViewOf } from './open-editors';
import { ParseWatch } from './parse-watch';
import { reasonOf } from '../core/wording/reason-of';
import { misfitError, WriteError } from './write-error';
import { writeInEditor } from './write-in-editor';

/** A step that has been written: what it was, how to take it back, and the note whose text is new. */
type Way = Partial<EditPlan> & { readonly takeBack: () => Promise<unknown>; readonly written?: TFile };

/**
 * The one writer: applies plans, one at a time. Everything that a plan expects is looked up first, and nothing is written unless all of it is
 * there; when a step fails, those before it are taken back (DESIGN 4).
 */
export class Writer {
  private queue: Promise<unknown> = Promise.resolve();
  private parsing: Promise<void> = Promise.resolve();

  constructor(
    private readonly app: App,
    private readonly changeSettings: (settings: Settings) => Promise<void>,
  ) {}

  /** Applies a plan and answers with the plan that leads back. Rejects with a `WriteError` whose message is for people. */
  apply(plan: EditPlan): Promise<EditPlan> {
    const turn = this.queue.then(() => this.applyNow(plan));
    this.queue = turn.catch(() => undefined);
    return turn;
  }

  /**
   * Resolves when Obsidian has parsed what the last plan wrote: what is asked next is asked of the notes as they are. In an open editor Obsidian
   * saves later, and is not waited for.
   */
  parsed(): Promise<void> {
    return this.parsing;
  }

  private async applyNow(plan: EditPlan): Promise<EditPlan> {
    const ways: Way[] = [];
    const back = { done: plan.done, remarks: plan.remarks };
    const only = soleChange(plan);
    const view = only && sourceViewOf(this.app, this.fileAt(only.path));
    if (only && view) return makePlan({ ...back, changes: [await writeInEditor(view, only)] });
    await this.check(plan);
    const parsing = new ParseWatch(this.app);
    try {
      for (const note of plan.creates) ways.push(await this.create(note));
      for (const change of plan.changes) ways.push(await this.change(change));
      for (const move of plan.moves) ways.push(await this.move(move));
      for (const note of plan.removes) ways.push(await this.remove(note));
      if (plan.settings) ways.push(await this.setSettings(plan.settings));
    } catch (error) {
      parsing.stop();
      throw await this.takenBack(error, ways);
    }
    this.parsing = parsing.waitFor(ways.flatMap(({ written }) => written ?? [])).finally(() => parsing.stop());
    ways.reverse();
    // A plan changes notes before it moves them: on the way back they are where they were moved to.
    const movedPath = (path: string): string => plan.moves.find(({ from }) => from === path)?.to ?? path;
    return makePlan({
      ...back,
      creates: ways.flatMap(({ creates = [] }) => creates),
      changes: ways.flatMap(({ changes = [] }) => changes.map((change) => ({ ...change, path: movedPath(change.path) }))),
      moves: ways.flatMap(({ moves = [] }) => moves),
      removes: ways.flatMap(({ removes = [] }) => removes),
      settings: ways.find(({ settings }) => settings)?.settings ?? null,
    });
  }

  /** Whether all is as the plan expects, before the first byte is written. */
  private async check({ creates, changes, moves, removes }: EditPlan): Promise<void> {
    for (const path of [...creates.map((note) => note.path), ...moves.map(({ to }) => to)]) {
      if (this.app.vault.getAbstractFileByPath(path)) throw new WriteError(`${path} is there already, and is not overwritten. Choose another name.`);
      const folder = folderOf(path);
      for (let at = folder; at !== ''; at = folderOf(at))
        if (this.app.vault.getFileByPath(at)) throw new WriteError(`${at} is a file, so ${path} cannot be made in it. Nothing was written.`);
    }
    for (const change of changes) {
      const now = await this.read(change.path);
      const fitted = rebaseEdits(change, now);
      if (typeof fitted === 'string') throw misfitError(change.path, fitted);
    }
    for (const { from } of moves) this.fileAt(from);
    for (const { path, text } of removes) {
      if ((await this.read(path)) !== text) throw new WriteError(`${path} has been written in since it was made, so it is not taken away. Nothing was changed.`);
    }
  }

  private fileAt(path: string): TFile {
    const file = this.app.vault.getFileByPath(path);
    if (!file) throw new WriteError(`${path} is not there any more. Nothing was written.`);
    return file;
  }

  /** The note's text as it is now, with what an open editor holds. Rejects when there is none. */
  async read(path: string): Promise<string> {
    const file = this.fileAt(path);
    await saveEditors(this.app, path);
    return this.app.vault.read(file);
  }

  private async create({ path, text }: NewNote): Promise<Way> {
    const { made: file, takeFoldersBack } = await this.inFolder(folderOf(path), () => this.app.vault.create(normalizePath(path), text));
    const takeBack = async (): Promise<void> => {
      await this.app.fileManager.trashFile(file);
      await takeFoldersBack();
    };
    return { removes: [{ path, text }], takeBack, written: file };
  }

  /** Makes something in a folder, which is made first where it is missing; when that fails, no folder stays behind. */
  private async inFolder<T>(folder: string, make: () => Promise<T>): Promise<{ readonly made: T; readonly takeFoldersBack: () => Promise<void> }> {
    const missing: string[] = [];
    for (let at = folder; at !== '' && !this.app.vault.getFolderByPath(at); at = folderOf(at)) missing.unshift(at);
    const takeFoldersBack = (): Promise<void> => this.removeFolders(missing);
    try {
      for (const path of missing) await this.app.vault.createFolder(path);
      return { made: await make(), takeFoldersBack };
    } catch (error) {
      await takeFoldersBack();
      throw error;
    }
  }

  /** Innermost first, and only while they are empty. */
  private async removeFolders(folders: readonly string[]): Promise<void> {
    for (const path of [...folders].reverse()) {
      const folder = this.app.vault.getFolderByPath(path);
      if (folder?.children.length === 0) await this.app.fileManager.trashFile(folder);
    }
  }

  private async change(change: NoteEdit): Promise<Way> {
    const file = this.fileAt(change.path);
    await saveEditors(this.app, change.path);
    const inverses: NoteEdit[] = [];
    await this.app.vault.process(file, (now) => {
      const edits = rebaseEdits(change, now);
      if (typeof edits === 'string') throw misfitError(change.path, edits);
      inverses.push(invertEdits({ path: change.path, before: now, edits }));
      return applyEdits(now, edits);
    });
    const back = inverses.at(-1);
    if (!back) throw new WriteError(`${change.path} was not written.`);
    return { changes: [back], takeBack: () => this.change(back), written: file };
  }

  private async move({ from, to }: NoteMove): Promise<Way> {
    const file = this.fileAt(from);
    const { takeFoldersBack } = await this.inFolder(folderOf(to), () => this.app.fileManager.renameFile(file, to));
    const takeBack = async (): Promise<void> => {
      await this.app.fileManager.renameFile(file, from);
      await takeFoldersBack();
    };
    return { moves: [{ from: to, to: from }], takeBack };
  }

  private async remove(note: NewNote): Promise<Way> {
    await this.app.fileManager.trashFile(this.fileAt(note.path));
    return { creates: [note], takeBack: () => this.create(note) };
  }

  private async setSettings({ before, after }: NonNullable<EditPlan['settings']>): Promise<Way> {
    await this.changeSettings(after);
    return { settings: { before: after, after: before }, takeBack: () => this.changeSettings(before) };
  }

  /** Takes back what was written, the last first, and says what failed; what could not be taken back is named. */
  private async takenBack(cause: unknown, ways: readonly Way[]): Promise<WriteError> {
    const left: string[] = [];
    for (const way of [...ways].reverse()) {
      try {
        await way.takeBack();
      } catch {
        left.push(...[...(way.changes ?? []), ...(way.removes ?? []), ...(way.creates ?? [])].map(({ path }) => path), ...(way.moves ?? []).map(({ from }) => from));
      }
    }
    if (left.length > 0) return new WriteError(`${reasonOf(cause)} What had been written before could not be taken back in ${left.join(', ')}: look at it.`);
    return cause instanceof WriteError ? cause : new WriteError(`${reasonOf(cause)} Nothing was changed.`);
  }
}

/** The change of a plan that is nothing but one note's change; else null. */
function soleChange({ creates, changes, moves, removes, settings }: EditPlan): NoteEdit | null {
  const [change, ...others] = changes;
  const isSole = change && others.length + creates.length + moves.length + removes.length === 0 && !settings;
  return isSole ? change : null;
}
