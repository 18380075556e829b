import { normalizePath, type App, type TFile } from 'obsidian';
import { applyEdits, invertEdits } from '../core/edit/apply-edits';
import { makePlan, type EditPlan, type NewNote, type NoteMove } from '../core/edit/edit-plan';
import type { NoteEdit } from '../core/text/text-edit';
import { rebaseEdits } from '../core/edit/rebase-edits';
import { unlikePart } from '../core/text/unlike-part';
import { folderOf, noteName } from '../core/note/link-text';
import type { SettingsChange } from '../core/settings/settings-change';
import { saveEditors, sourceViewOf } from './open-editors';
import { ParseWatch } from './parse-watch';
import { reasonOf } from '../core/wording/reason-of';
import type { SettingsStore } from './settings-store';
import { misfitError, WriteError } from './write-error';
import { writeInEditor } from './write-in-editor';

/** A step that has been written: what it was, how to take it back, and the note whose text is new. */
type Way = Partial<EditPlan> & { readonly takeBack: () => Promise<unknown>; readonly written?: TFile };

/** The plugin's settings, as a plan changes them. */
export type WritableSettings = Pick<SettingsStore, 'problem' | 'change'>;

/**
 * The one writer: applies plans. Everything that a plan expects is looked up first, and nothing is written unless all of it is there; when a step fails, it
 * and those before it are taken back. Whoever calls it waits for one plan before the next.
 */
export class Writer {
  private parsing: Promise<void> = Promise.resolve();

  constructor(
    private readonly app: App,
    private readonly settings: WritableSettings,
  ) {}

  /**
   * Resolves when Obsidian has parsed what the last plan wrote: what is asked next is asked of the notes as they are. In an open editor Obsidian
   * saves later, and is not waited for.
   */
  parsed(): Promise<void> {
    return this.parsing;
  }

  /** Applies a plan and answers with the plan that leads back. Rejects with a `WriteError` whose message is for people. */
  async apply(plan: EditPlan): Promise<EditPlan> {
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
      changes: ways.flatMap(({ changes = [] }) =>
        changes.map((change) => ({ ...change, path: movedPath(change.path) })),
      ),
      moves: ways.flatMap(({ moves = [] }) => moves),
      removes: ways.flatMap(({ removes = [] }) => removes),
      settings: ways.find(({ settings }) => settings)?.settings ?? null,
    });
  }

  /** Whether all is as the plan expects, before the first byte is written. */
  private async check({ creates, changes, moves, removes, settings }: EditPlan): Promise<void> {
    for (const path of [...creates.map((note) => note.path), ...moves.map(({ to }) => to)]) {
      if (this.app.vault.getAbstractFileByPath(path))
        throw new WriteError(`${path} is there already, and is not overwritten. Choose another name.`);
      const folder = folderOf(path);
      for (let at = folder; at !== ''; at = folderOf(at))
        if (this.app.vault.getFileByPath(at))
          throw new WriteError(`${at} is a file, so ${path} cannot be made in it. Nothing was written.`);
    }
    for (const change of changes) {
      const now = await this.read(change.path);
      const fitted = rebaseEdits(change, now);
      if (typeof fitted === 'string') throw misfitError(change.path, fitted);
    }
    for (const { from } of moves) this.fileAt(from);
    for (const note of removes) await this.expectText(note);
    const problem = settings && this.settings.problem(settings);
    if (problem !== null) throw new WriteError(problem);
  }

  /** Holds a note that is to go to its text: what others wrote into it never goes along. */
  private async expectText({ path, text }: NewNote): Promise<void> {
    if ((await this.read(path)) !== text)
      throw new WriteError(
        `${path} has been written in since it was made, so it is not taken away. Nothing was changed.`,
      );
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
    const make = async (): Promise<TFile> => {
      try {
        return await this.app.vault.create(normalizePath(path), text);
      } catch (error) {
        const file = this.app.vault.getFileByPath(path);
        if (!file) throw error;
        // What was made by half begins as our text does. An empty note may be anybody's, and one that was in the way is another's, whatever it says.
        const left = await this.app.vault.read(file);
        const isAnothers = left === '' || !text.startsWith(left) || isInTheWay(error);
        if (!isAnothers) await this.app.fileManager.trashFile(file).catch(() => undefined);
        if (this.app.vault.getFileByPath(path))
          throw new WriteError(`${reasonOf(error)} ${path} is there now, and was kept: look at it.`);
        throw error;
      }
    };
    const { made: file, takeFoldersBack } = await this.inFolder(folderOf(path), make);
    const takeBack = async (): Promise<void> => {
      if ((await this.read(path)) !== text)
        throw new WriteError(`${path} was kept, because it has been written in meanwhile.`);
      await this.app.fileManager.trashFile(file);
      await takeFoldersBack();
    };
    return { removes: [{ path, text }], takeBack, written: file };
  }

  /** Makes something in a folder, which is made first where it is missing; when that fails, no folder stays behind. */
  private async inFolder<T>(
    folder: string,
    make: () => Promise<T>,
  ): Promise<{ readonly made: T; readonly takeFoldersBack: () => Promise<void> }> {
    const missing: string[] = [];
    for (let at = folder; at !== '' && !this.app.vault.getFolderByPath(at); at = folderOf(at)) missing.unshift(at);
    const own: string[] = [];
    const takeFoldersBack = (): Promise<void> => this.removeFolders(own);
    try {
      for (const path of missing) {
        own.unshift(path);
        await this.app.vault.createFolder(path);
      }
      return { made: await make(), takeFoldersBack };
    } catch (error) {
      // One can have been made although that failed; one that was in the way is another's.
      if (isInTheWay(error)) own.shift();
      await takeFoldersBack().catch(() => {
        throw new WriteError(`${reasonOf(error)} The folder ${folder} was made, and could not be taken away.`);
      });
      throw error;
    }
  }

  /** Innermost first, and only while they are empty, on the disk too: what Sync has just brought the app may not know yet. */
  private async removeFolders(folders: readonly string[]): Promise<void> {
    for (const path of folders) {
      const folder = this.app.vault.getFolderByPath(path);
      if (folder?.children.length !== 0) continue;
      const { files, folders: inside } = await this.app.vault.adapter.list(path);
      if (files.length + inside.length === 0) await this.app.fileManager.trashFile(folder);
    }
  }

  private async change(change: NoteEdit): Promise<Way> {
    const file = this.fileAt(change.path);
    await saveEditors(this.app, change.path);
    const inverses: NoteEdit[] = [];
    try {
      await this.app.vault.process(file, (now) => {
        const edits = rebaseEdits(change, now);
        if (typeof edits === 'string') throw misfitError(change.path, edits);
        inverses.push(invertEdits({ path: change.path, before: now, edits }));
        return applyEdits(now, edits);
      });
    } catch (error) {
      const torn = inverses.at(-1);
      if (torn) await this.putBack(file, torn, reasonOf(error));
      throw error;
    }
    const back = inverses.at(-1);
    if (!back) throw new WriteError(`${change.path} was not written.`);
    return { changes: [back], takeBack: () => this.change(back), written: file };
  }

  /** Gives a note whose writing failed half way its text again, from memory; rejects with the text where that fails too, or where others wrote meanwhile. */
  private async putBack(file: TFile, { before: after, edits }: NoteEdit, reason: string): Promise<void> {
    const { vault } = this.app;
    const before = applyEdits(after, edits);
    try {
      const now = await vault.read(file);
      if (now === before) return;
      if (isTorn(now, before, after)) await vault.process(file, (text) => (text === now ? before : text));
      if ((await vault.read(file)) === before) return;
    } catch {
      // What is told is why the first write failed.
    }
    throw new WriteError(
      `${reason} ${noteName(file.path)} may not hold its whole text now: copy what should be there, and look at the note.`,
      [{ path: file.path, text: before }],
    );
  }

  private async move({ from, to }: NoteMove): Promise<Way> {
    const file = this.fileAt(from);
    const rename = async (): Promise<void> => {
      try {
        await this.app.fileManager.renameFile(file, to);
      } catch (error) {
        // The note can have moved although its links could not follow.
        if (file.path === to) await this.app.fileManager.renameFile(file, from);
        throw error;
      }
    };
    const { takeFoldersBack } = await this.inFolder(folderOf(to), rename);
    const takeBack = async (): Promise<void> => {
      await this.app.fileManager.renameFile(file, from);
      await takeFoldersBack();
    };
    return { moves: [{ from: to, to: from }], takeBack };
  }

  private async remove(note: NewNote): Promise<Way> {
    // Looked at again: Sync may have brought others' words since all was checked.
    await this.expectText(note);
    try {
      await this.app.fileManager.trashFile(this.fileAt(note.path));
    } catch (error) {
      if (!this.app.vault.getFileByPath(note.path)) await this.create(note);
      throw error;
    }
    return { creates: [note], takeBack: () => this.create(note) };
  }

  private async setSettings({ before, after }: SettingsChange): Promise<Way> {
    await this.settings.change({ before, after });
    const back = { before: after, after: before };
    return { settings: back, takeBack: () => this.settings.change(back) };
  }

  /** Takes back what was written, the last first, and says what failed; what could not be taken back is named, with the text that should stand there. */
  private async takenBack(cause: unknown, ways: readonly Way[]): Promise<WriteError> {
    const told: string[] = [];
    const left: string[] = [];
    const lost = cause instanceof WriteError ? [...cause.lost] : [];
    for (const way of [...ways].reverse()) {
      try {
        await way.takeBack();
      } catch (error) {
        if (error instanceof WriteError && error.lost.length > 0) lost.push(...error.lost);
        else
          lost.push(
            ...(way.changes ?? []).map(({ path, before, edits }) => ({ path, text: applyEdits(before, edits) })),
            ...(way.creates ?? []),
          );
        if (error instanceof WriteError && way.removes) told.push(error.message);
        else
          left.push(
            ...[...(way.changes ?? []), ...(way.removes ?? []), ...(way.creates ?? [])].map(({ path }) => path),
            ...(way.moves ?? []).map(({ from }) => from),
          );
      }
    }
    const words = [
      reasonOf(cause),
      ...told,
      ...(left.length > 0
        ? [`What had been written before could not be taken back in ${left.join(', ')}: look at it.`]
        : []),
    ];
    if (told.length + left.length > 0) return new WriteError(words.join(' '), lost);
    return cause instanceof WriteError ? cause : new WriteError(`${reasonOf(cause)} Nothing was changed.`);
  }
}

const isInTheWay = (error: unknown): boolean => /already exists/i.test(reasonOf(error));

/** Whether a text is what a write leaves that stops on its way: nothing, a beginning of either text, or a beginning of the new one over the old. */
function isTorn(now: string, before: string, after: string): boolean {
  const written = unlikePart(now, after).start;
  return before.startsWith(now) || written === now.length || now.slice(written) === before.slice(written);
}

/** The change of a plan that is nothing but one note's change; else null. */
function soleChange({ creates, changes, moves, removes, settings }: EditPlan): NoteEdit | null {
  const [change, ...others] = changes;
  const isSole = change && others.length + creates.length + moves.length + removes.length === 0 && !settings;
  return isSole ? change : null;
}
