import type { Plugin } from 'obsidian';
import { readSettings } from '../core/settings/read-settings';
import { DEFAULT_SETTINGS, type Settings } from '../core/settings/settings';
import { settingsChange, type SettingsChange } from '../core/settings/settings-change';
import { changedMeanwhile } from '../core/settings/tell-settings';
import { writeSettings } from '../core/settings/write-settings';
import { reasonOf } from '../core/wording/reason-of';
import { WriteError } from './write-error';

/** What can be added to: an object, or nothing yet. */
const isDataFile = (stored: unknown): stored is Readonly<Record<string, unknown>> | null | undefined =>
  stored === null || stored === undefined || (typeof stored === 'object' && !Array.isArray(stored));

/**
 * The plugin's settings on disk, which another device can write too. A change is a change of keys: the file is read again first, and what in it is not
 * ours, not understood, or a newer version's is written back as it was. A file that cannot be read is never written.
 */
export class SettingsStore {
  private current: Settings = DEFAULT_SETTINGS;
  private found: readonly string[] = [];
  private turn: Promise<unknown> = Promise.resolve();

  constructor(private readonly plugin: Pick<Plugin, 'loadData' | 'saveData'>) {}

  get settings(): Settings {
    return this.current;
  }

  /** What in the stored settings could not be used, as sentences for people. */
  get problems(): readonly string[] {
    return this.found;
  }

  /** Takes over what is stored; answers with it as it stands in the file, or undefined when that cannot be read. */
  async load(): Promise<unknown> {
    try {
      const stored: unknown = await this.plugin.loadData();
      const { settings, problems } = readSettings(stored);
      this.current = settings;
      this.found = problems;
      return typeof stored === 'object' && !Array.isArray(stored) ? stored : undefined;
    } catch (error) {
      this.current = DEFAULT_SETTINGS;
      this.found = [
        `The settings file (data.json) cannot be read (${reasonOf(error)}). The defaults are used; the file is left as it is.`,
      ];
      return undefined;
    }
  }

  /** Why a change cannot be made any more: others changed the same setting meanwhile. Null when it can. */
  problem({ before }: SettingsChange): string | null {
    const keys = (Object.keys(before) as (keyof Settings)[]).filter(
      (key) => JSON.stringify(this.current[key]) !== JSON.stringify(before[key]),
    );
    return keys.length === 0 ? null : changedMeanwhile(keys);
  }

  /** Makes a change and stores it, one at a time. Rejects when others changed the same setting meanwhile; then nothing is stored. */
  change(change: SettingsChange): Promise<void> {
    return this.inTurn(() => this.changeNow(() => change));
  }

  /** Changes the settings as they are when its turn comes: what is typed lands on what was typed a letter before, and on what another device wrote. */
  update(edit: (settings: Settings) => Settings): Promise<void> {
    return this.inTurn(() => this.changeNow(() => settingsChange(this.current, edit(this.current))));
  }

  /** Changes what lies beside the settings under a key of its own; undefined leaves it, and a file that cannot be read is left without asking. */
  keep(key: string, edit: (stored: unknown) => unknown): Promise<void> {
    return this.inTurn(async () => {
      // What cannot be read is told where the settings are loaded.
      const stored: unknown = await this.plugin.loadData().catch(() => []);
      if (!isDataFile(stored)) return;
      const next = edit(stored?.[key]);
      if (next !== undefined) await this.save({ ...stored, [key]: next }, stored);
    });
  }

  private inTurn(work: () => Promise<void>): Promise<void> {
    const turn = this.turn.then(work);
    this.turn = turn.catch(() => undefined);
    return turn;
  }

  /** Stores the file's next content. When that fails, what was written, whole or by half, gives way to what stood there, unless another device has written since. */
  private async save(next: object, stored: unknown): Promise<void> {
    const read = (): Promise<string> => this.plugin.loadData().then(JSON.stringify, () => '');
    const [is, was] = [JSON.stringify(next), JSON.stringify(stored)];
    try {
      await this.plugin.saveData(next);
    } catch (error) {
      if (['', is].includes(await read())) await this.plugin.saveData(stored).catch(() => undefined);
      if ((await read()) === was) throw error;
      throw new WriteError(`${reasonOf(error)} The settings file (data.json) may not hold all that it held.`, [
        { path: 'data.json', text: JSON.stringify(stored, null, 2) },
      ]);
    }
  }

  private async changeNow(make: () => SettingsChange | null): Promise<void> {
    const { current } = this;
    const stored = await this.load();
    // With a file that cannot be read the session goes on with what was set in it.
    if (stored === undefined) this.current = current;
    const change = make();
    if (change === null) return;
    const problem = this.problem(change);
    if (problem !== null) throw new WriteError(problem);
    if (stored !== undefined) await this.save(writeSettings(stored, change), stored);
    this.current = { ...this.current, ...change.after };
  }
}
