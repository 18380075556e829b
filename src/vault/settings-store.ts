import type { Plugin } from 'obsidian';
import { readSettings } from '../core/settings/read-settings';
import { DEFAULT_SETTINGS, type Settings } from '../core/settings/settings';
import { reasonOf } from '../core/wording/reason-of';

/** The plugin's settings on disk. A file that cannot be read is never overwritten: the plugin runs on defaults and keeps the file. */
export class SettingsStore {
  private current: Settings = DEFAULT_SETTINGS;
  private found: readonly string[] = [];
  private unreadable = false;

  constructor(private readonly plugin: Pick<Plugin, 'loadData' | 'saveData'>) {}

  get settings(): Settings {
    return this.current;
  }

  /** What in the stored settings could not be used, as sentences for people. */
  get problems(): readonly string[] {
    return this.found;
  }

  async load(): Promise<void> {
    try {
      const { settings, problems } = readSettings(await this.plugin.loadData());
      this.current = settings;
      this.found = problems;
      // What was not understood may be a newer version's, or a slip to be mended by hand: saving would drop it.
      this.unreadable = problems.length > 0;
    } catch (error) {
      const reason = reasonOf(error);
      this.current = DEFAULT_SETTINGS;
      this.found = [`The settings file (data.json) cannot be read (${reason}). The defaults are used; the file is left as it is.`];
      this.unreadable = true;
    }
  }

  /** Takes new settings over, and stores them unless the file holds what could not be read. */
  async save(settings: Settings): Promise<void> {
    this.current = settings;
    if (!this.unreadable) await this.plugin.saveData(settings);
  }
}
