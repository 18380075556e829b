/**
 * obsidian-test-mocks, typed as what it stands for. Its classes wrap every instance in a proxy that throws on an
 * unknown property, where the app gives undefined (`app.plugins?.x` must work, and 40,000 files must stay cheap).
 * A class that already carries the proxy's own mark is left alone, so the mark goes on every prototype before the
 * first instance is made.
 */
import type * as obsidian from 'obsidian';
import * as mocks from 'obsidian-test-mocks/obsidian';

const PROXY_MARK = Symbol.for('strictProxyTarget');

for (const value of Object.values(mocks)) {
  if (typeof value !== 'function' || !isObject(value.prototype)) continue;
  Object.defineProperty(value.prototype, PROXY_MARK, {
    configurable: true,
    get() {
      return this as unknown;
    },
  });
}

function isObject(value: unknown): value is object {
  return typeof value === 'object' && value !== null;
}

export { mocks };

export const Events = mocks.Events as unknown as typeof obsidian.Events;
/** `Events` with the event names of a class that the typings declare. */
type EventsOf<Owner extends obsidian.Events> = new () => Omit<obsidian.Events, 'on'> & Pick<Owner, 'on'>;
export const VaultEvents = mocks.Events as unknown as EventsOf<obsidian.Vault>;
export const MetadataCacheEvents = mocks.Events as unknown as EventsOf<obsidian.MetadataCache>;

export const Component = mocks.Component as unknown as typeof obsidian.Component;
export type Component = obsidian.Component;
export const TFile = mocks.TFile as unknown as typeof obsidian.TFile;
export const TFolder = mocks.TFolder as unknown as typeof obsidian.TFolder;
export type TFile = obsidian.TFile;
export type TFolder = obsidian.TFolder;
export type TAbstractFile = obsidian.TAbstractFile;

/** A file object that is in no folder yet. */
export function newFile(vault: obsidian.Vault, path: string, stat: obsidian.FileStats): TFile {
  const file = mocks.TFile.create__(vault as never, path) as unknown as TFile;
  file.stat = { ctime: stat.ctime, mtime: stat.mtime, size: stat.size };
  return file;
}

/** A folder object that is in no folder yet. */
export function newFolder(vault: obsidian.Vault, path: string): TFolder {
  return mocks.TFolder.create__(vault as never, path) as unknown as TFolder;
}
