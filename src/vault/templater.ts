import type { App, TFile } from 'obsidian';
import { noteName } from '../core/note/link-text';
import { reasonOf } from '../core/wording/reason-of';

/** Templater's way of running the commands in a note that is there. */
type RunCommands = (file: TFile) => Promise<void>;

/** How long a new note is waited for until Obsidian has parsed it, so that commands can ask for its properties, and until what hooks on its template's end has written; Templater itself comes after 300 ms. */
const PATIENCE_MS = 250;

/** Between two looks, in milliseconds. */
const LOOK_MS = 10;

const memberOf = (value: unknown, key: string): unknown =>
  typeof value === 'object' && value !== null ? (value as Record<string, unknown>)[key] : undefined;

/**
 * What runs Templater's commands in a file, or null when the plugin is off. There are no public typings for other plugins: each step is looked at before it is
 * taken.
 */
export function findTemplater(app: App): RunCommands | null {
  const plugin = memberOf(memberOf(memberOf(app, 'plugins'), 'plugins'), 'templater-obsidian');
  const templater = memberOf(plugin, 'templater');
  const run = memberOf(templater, 'overwrite_file_commands');
  return typeof run === 'function' ? (file) => (run as RunCommands).call(templater, file) : null;
}

/** Of a text, what Templater leaves as it is until the note is open: where the cursor goes. */
const CURSOR = /<%[-_]?\s*tp\.file\.cursor(?:_append)?\([^)%]*\)\s*[-_]?%>/g;

async function until(isSo: () => boolean): Promise<void> {
  const started = performance.now();
  while (!isSo() && performance.now() - started < PATIENCE_MS)
    await new Promise((resolve) => window.setTimeout(resolve, LOOK_MS));
}

/**
 * Has Templater run the commands in notes that were just made, before it comes to do so by itself; answers with a sentence for each that failed. Templater
 * tells of a failure in a notice of its own and goes on, so that only the commands which still stand there tell of it here.
 */
export async function runTemplater(app: App, files: readonly TFile[]): Promise<readonly string[]> {
  const run = findTemplater(app);
  const failed: string[] = [];
  if (!run) return failed;
  for (const file of files) {
    if (file.extension !== 'md' || !(await app.vault.read(file)).includes('<%')) continue;
    await until(() => app.metadataCache.getFileCache(file) !== null);
    const before = await app.vault.read(file);
    // It may have come first.
    if (!before.includes('<%')) continue;
    const name = noteName(file.path);
    try {
      await run(file);
      // What a template hooks on its end, such as a change of its properties, Templater begins and does not wait for.
      const { mtime } = file.stat;
      if (before.includes('tp.hooks.')) await until(() => file.stat.mtime !== mtime);
      const isFailed = before.replace(CURSOR, '').includes('<%');
      if (isFailed && app.vault.getFileByPath(file.path) && (await app.vault.read(file)) === before)
        failed.push(`Templater could not run the commands of ${name}: they stand in it as they were.`);
    } catch (error) {
      failed.push(
        `Templater could not run the commands of ${name} (${reasonOf(error).replace(/\.$/, '')}): look at it.`,
      );
    }
  }
  return failed;
}
