import type { App, TFile } from 'obsidian';

/** Templater's way of running the commands in a note that is there. */
type RunCommands = (file: TFile) => Promise<void>;

const memberOf = (value: unknown, key: string): unknown => (typeof value === 'object' && value !== null ? (value as Record<string, unknown>)[key] : undefined);

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

/** Has Templater run the commands in notes that were just made, before it comes to do so by itself. */
export async function runTemplater(app: App, notes: readonly { readonly path: string; readonly text: string }[]): Promise<void> {
  const run = findTemplater(app);
  for (const { path, text } of notes) {
    const file = text.includes('<%') ? app.vault.getFileByPath(path) : null;
    if (run && file) await run(file);
  }
}
