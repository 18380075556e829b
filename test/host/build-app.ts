/** Puts the app together: adapter, tree, metadata cache, vault, file manager. */
import type { CachedMetadata } from 'obsidian';
import { App, type AppParts } from './app/app';
import type { HostAdapter } from './adapter/host-adapter';
import { Busy } from './busy';
import { FileManager } from './file-manager/file-manager';
import { reportTo, type HostRecord } from './host-record';
import { MetadataCache, type CacheInternals } from './metadata/metadata-cache';
import type { TFile } from './mocks';
import { SerialQueue } from './serial-queue';
import { AppConfig, type AppSettings } from './vault/app-config';
import type { Changed } from './vault/change-batch';
import { FileTree } from './vault/file-tree';
import { KnownTexts } from './vault/known-texts';
import { reconcile } from './vault/reconcile';
import type { ContentObserver } from './vault/vault-changes';
import { Vault } from './vault/vault';
import { isHidden } from './vault/vault-path';

export interface BuiltApp {
  readonly app: App;
  readonly busy: Busy;
  readonly tree: FileTree;
  readonly metadata: CacheInternals;
  /** Reads a note and remembers what it held. */
  readonly read: (note: TFile) => Promise<string>;
  /** Takes in what is there when the vault is opened, and the app's settings. */
  fillTree(): Promise<void>;
  /** Looks for what others did to the folder, and reads the app's settings again. */
  takeIn(changed: Changed): Promise<void>;
}

const realNow = Date.now;

export interface BuildOptions {
  readonly adapter: HostAdapter;
  readonly settings: Partial<AppSettings>;
  readonly record: HostRecord;
  readonly parse: (text: string) => CachedMetadata;
  /** What a page does in its own way. */
  readonly page?: Pick<AppParts, 'saveDelay' | 'bindEditor' | 'hasBases'>;
}

export function buildApp({ adapter, settings, record, parse, page = {} }: BuildOptions): BuiltApp {
  const busy = new Busy();
  const tree = new FileTree();
  const config = new AppConfig(settings);
  const queue = new SerialQueue();
  const texts = new KnownTexts(adapter, realNow);
  const read = async (path: string) => {
    const text = await adapter.read(path);
    texts.remember(path, text, tree.file(path)?.stat.mtime ?? 0);
    return text;
  };
  const metadataCache = new MetadataCache({ tree, config, busy, parse, read });
  const metadata = MetadataCache.internalsOf(metadataCache);
  const observer: ContentObserver = {
    ...metadata.observer,
    appeared(file, text) {
      if (text !== null) texts.remember(file.path, text, file.stat.mtime);
      metadata.observer.appeared(file, text);
    },
    contentChanged(file, text) {
      if (text !== null) texts.remember(file.path, text, file.stat.mtime);
      metadata.observer.contentChanged(file, text);
    },
  };
  const vault = new Vault({ adapter, tree, config, observer, queue });
  const fileManager = new FileManager({ vault, tree, metadataCache, config });
  const app = new App({ vault, metadataCache, fileManager, ...page });
  for (const owner of [vault, metadataCache, app.workspace]) reportTo(record, owner);

  const fillTree = async () => {
    await config.load(adapter);
    for (const entry of await adapter.scan()) {
      if (entry.kind === 'folder') tree.addFolder(entry.path);
      else tree.addFile(entry.path, entry.stat);
    }
  };
  const changes = Vault.changesOf(vault);
  const takeIn = (changed: Changed) =>
    queue.run(async () => {
      if (changed === null || changed.some(isHidden)) await config.load(adapter);
      await reconcile({ adapter, tree, changes, texts }, changed);
    });
  return { app, busy, tree, metadata, read: (note) => read(note.path), fillTree, takeIn };
}
