/** `npm start`: the built plugin in a browser page, over a copy of the demo vault or a vault of yours. */
import { mkdir, writeFile } from 'node:fs/promises';
import { basename, join } from 'node:path';
import process from 'node:process';
import { fileURLToPath } from 'node:url';
import { demoHistory } from '../demo-history';
import { pluginFile, releasedPlugin } from '../host/command/build-plugin';
import { readArguments } from '../host/command/read-arguments';
import { describeError } from '../host/command/run-command';
import { UsageError } from '../host/command/usage-error';
import { vaultFolder } from '../host/command/vault-folder';
import { copyVault } from './copy-vault';
import { startServer } from './server';

const USAGE = `Usage: npm start [-- --vault DIR] [--port N] [--once]

  --vault DIR  work on this folder itself; without it, on a copy of the demo vault
  --port N     the port; without it, a free one
  --once       check that the page is served, print its address and end`;

const DEMO = fileURLToPath(new URL('../fixtures/demo-vault', import.meta.url));

try {
  await run(process.argv.slice(2));
} catch (error) {
  process.stderr.write(`${describeError(error)}\n${error instanceof UsageError ? `\n${USAGE}\n` : ''}`);
  process.exit(error instanceof UsageError ? 2 : 1);
}

async function run(args: readonly string[]): Promise<void> {
  const once = args.includes('--once');
  const { options, command } = readArguments(
    args.filter((word) => word !== '--once'),
    ['vault', 'port'],
  );
  if (command !== null) throw new UsageError(`"${command}" is one word too many.`);
  const port = readPort(options.port);
  const given = options.vault === undefined ? null : await vaultFolder(options.vault);
  const copy = given === null ? await copyVault(DEMO) : null;
  const vault = given ?? copy?.dir ?? DEMO;
  const { mainJs, manifest } = await releasedPlugin();
  if (copy !== null) await writeDemoData(join(copy.dir, '.obsidian/plugins', manifest.id));
  const plugin = { mainJs, manifest, stylesCss: pluginFile('styles.css') };
  // In a vault that the app uses, too, the app's own panes stay as they are.
  const settings = { vaultName: basename(vault), ...(given === null ? {} : { layoutFile: 'workbench.json' }) };
  const server = await startServer({ vault, plugin, port, settings });
  const end = async (status: number): Promise<never> => {
    await server.close();
    await copy?.remove();
    process.exit(status);
  };
  process.once('SIGINT', () => void end(0));
  process.once('SIGTERM', () => void end(0));
  process.stdout.write(`Workbench: ${server.url}\n`);
  if (once) await end(await check(server.url));
  else process.stdout.write(`It works on ${given === null ? 'a copy of the demo vault' : vault}. Ctrl+C ends it.\n`);
}

/** What the plugin would have kept beside the demo vault after some weeks of work. */
async function writeDemoData(folder: string): Promise<void> {
  const figures = new Map([
    ['day-0', { finished: 3, open: 1 }],
    ['day-1', { finished: 2, open: 3 }],
    ['day-2', { finished: 1, open: 6 }],
  ]);
  const yesterday = new Date(Date.now() - 86_400_000).toISOString().slice(0, 10);
  await mkdir(folder, { recursive: true });
  await writeFile(join(folder, 'data.json'), JSON.stringify({ progressHistory: demoHistory(yesterday, figures) }));
}

/** @returns 0 when the page and all that it needs at once are served. */
async function check(url: string): Promise<number> {
  for (const path of ['/', '/page.js', '/page.css', '/plugin/main.js', '/plugin/manifest.json']) {
    const address = new URL(url);
    address.pathname = path;
    const { status } = await fetch(address);
    if (status === 200) continue;
    process.stderr.write(`${path} was answered with ${status}.\n`);
    return 1;
  }
  return 0;
}

function readPort(text: string | undefined): number {
  const port = Number(text ?? 0);
  if (!Number.isInteger(port) || port < 0 || port > 65_535) throw new UsageError(`--port ${text ?? ''} is no port.`);
  return port;
}
