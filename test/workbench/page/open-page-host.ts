/** Opens the vault that the server has, for the plugin to run in. */
import type { CachedMetadata, PluginManifest } from 'obsidian';
import '../../host/obsidian';
import type { App } from '../../host/app/app';
import { enterApp } from '../../host/app/current-app';
import { buildApp } from '../../host/build-app';
import { Host, type PluginSource } from '../../host/host';
import { openRecord } from '../../host/host-record';
import { parseMetadata } from '../../host/markdown/parse-metadata';
import { fillMetadata } from '../../host/metadata/fill-metadata';
import { mocks } from '../../host/mocks';
import { countTimers } from '../../host/timers';
import { trackAdapter } from '../../host/track-adapter';
import { ChangeBatch } from '../../host/vault/change-batch';
import { keepLayout } from '../../host/workspace/keep-layout';
import { FolderAdapter } from './adapter/socket-adapter';
import { VaultSocket } from './adapter/vault-socket';
import { bindCodeMirror } from './editor/bind-code-mirror';
import { oneAtATime } from './one-at-a-time';

/** A vault with more notes is parsed after the first screen, as the app does when it has no cache. */
const PARSED_AT_ONCE = 300;
/** Sooner than in the app, so that what is typed is on disk within a second. */
const SAVE_DELAY_MS = 400;

export interface PageSettings {
  readonly vaultName?: string;
  readonly saveDelay?: number;
  /** Where the panes are kept, beside the app's own files. */
  readonly layoutFile?: string;
  /** Metadata that is not to be parsed, by path. */
  readonly metadata?: Readonly<Record<string, CachedMetadata>>;
}

export interface PageHost {
  readonly host: Host;
  readonly app: App;
  readonly socket: VaultSocket;
  readonly pluginOf: () => Promise<PluginSource>;
}

export async function openPageHost(): Promise<PageHost> {
  const settings = await json<PageSettings>('/settings.json');
  const socket = await VaultSocket.connect(`ws://${location.host}/${location.search}`);
  const adapter = new FolderAdapter(socket, settings.vaultName ?? 'vault');
  const record = openRecord((error) => console.error(error));
  const page = { saveDelay: settings.saveDelay ?? SAVE_DELAY_MS, bindEditor: bindCodeMirror };
  const built = buildApp({ adapter, settings: {}, record, parse: parseMetadata, page });
  await Promise.all([built.fillTree(), adapter.prefetch()]);
  const known = new Map(Object.entries(settings.metadata ?? {}));
  const notes = built.app.vault.getMarkdownFiles();
  const unknown = notes.filter(({ path }) => !known.has(path)).length;
  const parseLate = unknown > PARSED_AT_ONCE;
  if (!parseLate) await fillMetadata({ notes, read: built.read, cache: built.metadata, parse: parseMetadata, known });
  trackAdapter(adapter, built.busy);
  countTimers(built.busy);
  enterApp(built.app);
  const host = new Host({
    built,
    record,
    parseLate,
    beforeReady: await keepLayout(built.app, settings.layoutFile),
    onClose: [],
  });
  const batch = new ChangeBatch();
  const look = oneAtATime(() => host.noticeChanges(batch.take()));
  socket.onChange = (changed) => {
    adapter.forget(changed);
    batch.add(changed);
    look();
  };
  Object.assign(window, { moment: mocks.moment });
  return { host, app: built.app, socket, pluginOf };
}

async function pluginOf(): Promise<PluginSource> {
  return { mainJs: '/plugin/main.js', manifest: await json<PluginManifest>('/plugin/manifest.json') };
}

async function json<T>(path: string): Promise<T> {
  return (await (await fetch(path)).json()) as T;
}
