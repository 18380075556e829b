/** `npm start`: the todos of the demo vault, or of a vault of yours, as the built plugin finds them. */
import { cp, mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { builtPlugin } from './command/build-plugin';
import { readArguments } from './command/read-arguments';
import { runCommand } from './command/run-command';
import { UsageError } from './command/usage-error';
import { vaultFolder } from './command/vault-folder';
import { openHost } from './open-host';

const USAGE = `Usage: npm start [-- --vault DIR]

  --vault DIR  a vault's folder; without it, a copy of the demo vault`;

const DEMO = fileURLToPath(new URL('../fixtures/demo-vault', import.meta.url));

await runCommand(USAGE, async (args) => {
  const { options, command } = readArguments(args, ['vault']);
  if (command !== null) throw new UsageError(`"${command}" is one word too many.`);
  if (options.vault !== undefined) return listTodos(await vaultFolder(options.vault));
  // The plugin may write; the fixture must stay as the tests expect it.
  const copy = await mkdtemp(join(tmpdir(), 'operations-lifecycle-'));
  try {
    await cp(DEMO, copy, { recursive: true });
    return await listTodos(copy);
  } finally {
    await rm(copy, { recursive: true, force: true });
  }
});

async function listTodos(dir: string): Promise<string> {
  const host = await openHost({ dir, watch: false });
  const { manifest } = await host.loadPlugin(await builtPlugin());
  return host.cli(`${manifest.id}:todos`, { format: 'text' });
}
