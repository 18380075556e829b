/** Builds the plugin and puts it into a vault. */
import { copyFile, mkdir, stat } from 'node:fs/promises';
import { join } from 'node:path';
import { pluginFile, releasedPlugin } from './build-plugin';
import { readArguments } from './read-arguments';
import type { Command } from './run-command';
import { UsageError } from './usage-error';
import { vaultFolder } from './vault-folder';

const USAGE = `Usage: npm run install-plugin -- --vault DIR

  --vault DIR  the vault's folder, the one that has .obsidian in it`;

export const INSTALL_PLUGIN: Command = { usage: USAGE, run: installPlugin };

async function installPlugin(args: readonly string[]): Promise<string> {
  const { options, command } = readArguments(args, ['vault']);
  if (command !== null) throw new UsageError(`"${command}" is one word too many.`);
  const vault = await vaultFolder(options.vault);
  const settings = await stat(join(vault, '.obsidian')).catch(() => null);
  if (!settings?.isDirectory()) {
    const advice = "Open it in Obsidian once, or name the vault's top folder.";
    throw new Error(`${vault} is no Obsidian vault: it has no .obsidian folder. ${advice}`);
  }
  const { manifest } = await releasedPlugin();
  const folder = join(vault, '.obsidian', 'plugins', manifest.id);
  await mkdir(folder, { recursive: true });
  // Only what a release holds: the user's data.json stays as it is.
  for (const name of ['main.js', 'manifest.json', 'styles.css'] as const) {
    await copyFile(pluginFile(name), join(folder, name));
  }
  return `${manifest.name} ${manifest.version} is installed in ${folder}.
In Obsidian: Settings, Community plugins, switch it on (reload the app if it was on).`;
}
