/** The app object. Below the line stands what the typings do not declare but plugins look for, and may not find. */
import type { Plugin } from 'obsidian';
import type { FileManager } from '../file-manager/file-manager';
import type { MetadataCache } from '../metadata/metadata-cache';
import { mocks } from '../mocks';
import type { Vault } from '../vault/vault';
import { Commands } from './commands';
import { Workspace } from './workspace';

export interface AppParts {
  readonly vault: Vault;
  readonly metadataCache: MetadataCache;
  readonly fileManager: FileManager;
}

export class App {
  readonly vault: Vault;
  readonly metadataCache: MetadataCache;
  readonly fileManager: FileManager;
  readonly workspace = new Workspace();
  readonly keymap = mocks.Keymap.create__();
  readonly scope = mocks.Scope.create__();
  readonly lastEvent = null;

  readonly commands = new Commands(() => this.workspace.activeEditor);
  readonly plugins = new LoadedPlugins();
  readonly internalPlugins = new NoInternalPlugins();

  readonly #localStorage = new Map<string, unknown>();

  constructor({ vault, metadataCache, fileManager }: AppParts) {
    this.vault = vault;
    this.metadataCache = metadataCache;
    this.fileManager = fileManager;
  }

  isDarkMode(): boolean {
    return false;
  }

  loadLocalStorage(key: string): unknown {
    return this.#localStorage.get(key) ?? null;
  }

  saveLocalStorage(key: string, data: unknown): void {
    if (data === null || data === undefined) this.#localStorage.delete(key);
    else this.#localStorage.set(key, data);
  }
}

class LoadedPlugins {
  readonly plugins: Record<string, Plugin> = {};

  get enabledPlugins(): Set<string> {
    return new Set(Object.keys(this.plugins));
  }

  getPlugin(id: string): Plugin | null {
    return this.plugins[id] ?? null;
  }
}

/** None of the core plugins is switched on. */
class NoInternalPlugins {
  readonly plugins = {};

  getPluginById(_id: string): null {
    return null;
  }

  getEnabledPluginById(_id: string): null {
    return null;
  }
}
