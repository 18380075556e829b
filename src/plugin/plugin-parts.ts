import type { App } from 'obsidian';
import type { Settings } from '../core/settings/settings';
import type { OpenBoard } from '../ui/board/board-host';
import type { IndexFeed } from '../vault/index-feed';
import type { ProgressRecorder } from '../vault/progress-recorder';
import type { SettingsStore } from '../vault/settings-store';
import type { UndoableWriter } from '../vault/undoable-writer';

/** What the plugin is made of, before anything of it is seen. */
export interface PluginParts {
  readonly app: App;
  readonly id: string;
  readonly store: SettingsStore;
  readonly writer: UndoableWriter;
  readonly recorder: ProgressRecorder;
  readonly feed: IndexFeed;
  readonly boards: Set<OpenBoard>;
  /** What could not be registered, and why. */
  missing: readonly string[];
  /** Stores the settings and reads the vault by them. */
  readonly changeSettings: (edit: (settings: Settings) => Settings) => Promise<void>;
}
