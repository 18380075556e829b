/** The app's settings, of which the host knows what links and file operations depend on (`.obsidian/app.json`). */
import type { DataAdapter } from 'obsidian';

export interface AppSettings {
  readonly newLinkFormat: 'shortest' | 'relative' | 'absolute';
  readonly useMarkdownLinks: boolean;
  readonly newFileLocation: 'root' | 'current' | 'folder';
  readonly newFileFolderPath: string;
  readonly trashOption: 'system' | 'local' | 'none';
  readonly [key: string]: unknown;
}

const DEFAULTS: AppSettings = {
  newLinkFormat: 'shortest',
  useMarkdownLinks: false,
  newFileLocation: 'root',
  newFileFolderPath: '/',
  trashOption: 'system',
};

const PATH = '.obsidian/app.json';

export class AppConfig {
  #onDisk: Readonly<Record<string, unknown>> = {};
  readonly #given: Partial<AppSettings>;

  /** What is given overrides what stands on disk. */
  constructor(given: Partial<AppSettings> = {}) {
    this.#given = given;
  }

  get<K extends keyof AppSettings>(key: K): AppSettings[K] {
    return { ...DEFAULTS, ...this.#onDisk, ...this.#given }[key];
  }

  /** A file that is absent or broken leaves the defaults, as in the app. What was known holds until the file is read. */
  async load(adapter: DataAdapter): Promise<void> {
    this.#onDisk = await readSettings(adapter);
  }
}

async function readSettings(adapter: DataAdapter): Promise<Readonly<Record<string, unknown>>> {
  if (!(await adapter.exists(PATH))) return {};
  try {
    const parsed: unknown = JSON.parse(await adapter.read(PATH));
    return typeof parsed === 'object' && parsed !== null ? { ...parsed } : {};
  } catch {
    return {};
  }
}
