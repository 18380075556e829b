/**
 * Opens a folder, or files in memory, as a vault, for the built plugin to run in: the app as far as a plugin without
 * panes needs it. For tests, measurements and the terminal.
 */
import { stat } from 'node:fs/promises';
// First: it brings the DOM, which everything of the mocks takes for granted.
import './obsidian';
import { FolderAdapter } from './adapter/folder-adapter';
import type { HostAdapter } from './adapter/host-adapter';
import { MemoryAdapter } from './adapter/memory-adapter';
import { enterApp, leaveApp } from './app/current-app';
import { buildApp } from './build-app';
import { fixClock } from './fixed-clock';
import { Host } from './host';
import type { HostOptions } from './host-options';
import { closeRecord, openRecord } from './host-record';
import { removeModals } from './modal/modal';
import { closeNotices } from './notice';
import { parseMetadata } from './markdown/parse-metadata';
import { fillMetadata } from './metadata/fill-metadata';
import { countTimers } from './timers';
import { trackAdapter } from './track-adapter';
import { keepLayout } from './workspace/keep-layout';
import { watchFolder } from './vault/watch-folder';

export type { Host, RegisteredCommands } from './host';
export type { HostOptions } from './host-options';

/** @throws when the folder is not there, or `now` is no date. */
export async function openHost(options: HostOptions): Promise<Host> {
  const now = options.now === undefined ? null : readDate(options.now);
  const adapter = await makeAdapter(options, now);
  const record = openRecord();
  const parse = options.parse ?? parseMetadata;
  const built = buildApp({
    adapter,
    settings: options.settings ?? {},
    record,
    parse,
    page: { hasBases: options.bases ?? true },
  });
  await built.fillTree();
  if (!options.slowCache) {
    await fillMetadata({
      notes: built.app.vault.getMarkdownFiles(),
      read: built.read,
      cache: built.metadata,
      parse,
      known: options.metadata ?? new Map(),
    });
  }
  trackAdapter(adapter, built.busy);

  enterApp(built.app);
  const onClose = [
    closeNotices,
    removeModals,
    () => closeRecord(record),
    () => leaveApp(built.app),
    countTimers(built.busy),
  ];
  if (now) onClose.push(fixClock(now));
  const beforeReady = options.keepLayout ? await keepLayout(built.app) : () => Promise.resolve();
  const host = new Host({
    built,
    record,
    parseLate: options.slowCache ?? false,
    beforeReady,
    givesNode: options.node ?? false,
    onClose,
  });
  if (options.dir !== undefined && options.watch !== false) {
    const watch = watchFolder(options.dir, built.busy, (changed) => host.noticeChanges(changed));
    onClose.push(() => watch.close());
  }
  return host;
}

async function makeAdapter({ dir, files, ignoresCase = false }: HostOptions, now: Date | null): Promise<HostAdapter> {
  if (dir === undefined) {
    if (!files) throw new Error('openHost needs a folder (dir) or files in memory (files).');
    return new MemoryAdapter(
      files instanceof Map ? files : Object.entries(files),
      now ? () => now.getTime() : Date.now,
      ignoresCase,
    );
  }
  const found = await stat(dir).catch(() => null);
  if (!found?.isDirectory()) throw new Error(`${dir} is ${found ? 'no folder' : 'not there'}.`);
  return new FolderAdapter(dir);
}

/** JavaScript reads 30 February as 2 March; nobody means that. */
function isCalendarDay(now: Date | string): boolean {
  const day = typeof now === 'string' ? /^\d{4}-\d{2}-\d{2}/.exec(now)?.[0] : undefined;
  return day === undefined || new Date(`${day}T00:00:00Z`).toISOString().startsWith(day);
}

function readDate(now: Date | string): Date {
  const date = new Date(now);
  if (Number.isNaN(date.getTime()) || !isCalendarDay(now))
    throw new Error(`${String(now)} is no date; expected ISO 8601.`);
  return date;
}
