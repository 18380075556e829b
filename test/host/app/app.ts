/** The app object. Below the line stands what the typings do not declare but plugins look for, and may not find. */
import type { Plugin } from 'obsidian';
import type { FileManager } from '../file-manager/file-manager';
import type { MetadataCache } from '../metadata/metadata-cache';
import { bindBuffer, type BindEditor } from '../editor/bind-editor';
import { Keymap } from '../keys/keymap';
import { Scope } from '../keys/scope';
import { SettingsModal } from '../settings/settings-modal';
import type { Vault } from '../vault/vault';
import { Commands } from './commands';
import { Workspace } from '../workspace/workspace';
import { SecretStorage } from './secret-storage';

export interface AppParts {
  readonly vault: Vault;
  readonly metadataCache: MetadataCache;
  readonly fileManager: FileManager;
  readonly saveDelay?: number;
  readonly bindEditor?: BindEditor;
  readonly hasBases?: boolean;
}

/** What `TextFileView.requestSave` is declared to wait. */
const SAVE_DELAY_MS = 2000;

export class App {
  readonly vault: Vault;
  readonly metadataCache: MetadataCache;
  readonly fileManager: FileManager;
  readonly scope = new Scope();
  readonly keymap: Keymap = new Keymap((win) => this.workspace.activeLeafIn(win)?.view.scope ?? this.scope);
  readonly lastEvent = null;
  /** How long an editor waits before it saves, in milliseconds. */
  readonly saveDelay: number;
  /** Makes a note's editor. */
  readonly bindEditor: BindEditor;
  /** Whether the core plugin Bases is switched on. */
  readonly hasBases: boolean;
  /** By file ending; what is not there is shown as `file`. */
  readonly viewTypeByExtension = new Map<string, string>();
  readonly workspace: Workspace;
  /** Not declared: the settings dialog. */
  readonly setting: SettingsModal;
  readonly secretStorage = new SecretStorage();
  /** What values of bases are rendered with. */
  readonly renderContext = { hoverPopover: null };
  /** Not declared: what plugins name their own databases by. */
  readonly appId = 'test-host';
  /** Not declared: where plugins' status bar items are. */
  readonly statusBarEl = createDiv('status-bar');

  readonly commands = new Commands(() => this.workspace.activeEditor);
  readonly plugins = new LoadedPlugins();
  readonly internalPlugins = new NoInternalPlugins();

  readonly #localStorage = new Map<string, unknown>();

  constructor({ vault, metadataCache, fileManager, saveDelay, bindEditor, hasBases = true }: AppParts) {
    this.vault = vault;
    this.metadataCache = metadataCache;
    this.fileManager = fileManager;
    this.hasBases = hasBases;
    this.saveDelay = saveDelay ?? SAVE_DELAY_MS;
    this.bindEditor = bindEditor ?? bindBuffer;
    // Last: its panes ask for the rest.
    this.workspace = new Workspace(this);
    this.setting = new SettingsModal(this);
  }

  isDarkMode(): boolean {
    return document.body.hasClass('theme-dark');
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
