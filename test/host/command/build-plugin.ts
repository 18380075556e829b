/** The built plugin, built anew where its sources are newer than its script. */
import { execFile } from 'node:child_process';
import { readdir, readFile, stat } from 'node:fs/promises';
import { join } from 'node:path';
import process from 'node:process';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';
import type { PluginManifest } from 'obsidian';
import type { PluginSource } from '../host';

const ROOT = fileURLToPath(new URL('../../../', import.meta.url));

/** Where the built plugin's files lie. */
export function pluginFile(name: 'main.js' | 'manifest.json' | 'styles.css'): string {
  return join(ROOT, name);
}

/** Any build will do, as long as it is not older than the sources. @throws with what the build said. */
export async function builtPlugin(): Promise<PluginSource> {
  if (await isStale()) await build();
  return describePlugin();
}

/**
 * The build for a release. One that is there is not built again: somebody else may be reading the script.
 * @throws with what the build said.
 */
export async function releasedPlugin(): Promise<PluginSource> {
  if ((await isStale()) || (await isForDevelopment())) await build();
  return describePlugin();
}

async function describePlugin(): Promise<PluginSource> {
  const manifest = JSON.parse(await readFile(pluginFile('manifest.json'), 'utf8')) as PluginManifest;
  return { mainJs: pluginFile('main.js'), manifest };
}

async function build(): Promise<void> {
  try {
    await promisify(execFile)(process.execPath, ['esbuild.config.mjs', 'production'], { cwd: ROOT });
  } catch (error) {
    const { stdout = '', stderr = '' } = error as { stdout?: string; stderr?: string };
    throw new Error(`The plugin could not be built.\n${stdout}${stderr}`.trim());
  }
}

/** Only such a build carries its source map within. */
async function isForDevelopment(): Promise<boolean> {
  return (await readFile(pluginFile('main.js'), 'utf8')).includes('//# sourceMappingURL=data:');
}

async function isStale(): Promise<boolean> {
  const built = await mtimeOf(pluginFile('main.js'));
  if (built === null) return true;
  const sources = await readdir(join(ROOT, 'src'), { recursive: true });
  const times = await Promise.all(sources.map((path) => mtimeOf(join(ROOT, 'src', path))));
  return times.some((time) => time !== null && time > built);
}

async function mtimeOf(path: string): Promise<number | null> {
  return stat(path).then(
    (found) => found.mtimeMs,
    () => null,
  );
}
