import type { Plugin } from 'obsidian';
import type { CliCommand } from './cli-command';
import type { CliHost } from './cli-host';
import { parseFlags } from './parse-flags';
import { reasonOf } from '../core/wording/reason-of';

/**
 * Registers the commands of Obsidian's command line; each waits until `settled`, then answers by what the host tells. An id that is taken throws in the app: that command
 * is then missing, and the plugin lives. Answers with what could not be registered.
 */
export function registerCli(
  plugin: Pick<Plugin, 'registerCliHandler' | 'manifest'>,
  commands: readonly CliCommand[],
  host: CliHost,
  settled: () => Promise<void>,
): string[] {
  return commands.flatMap((command) => {
    const { action, description, flags } = command;
    const id = action === '' ? plugin.manifest.id : `${plugin.manifest.id}:${action}`;
    try {
      plugin.registerCliHandler(id, description, flags, async (data) => {
        const values = parseFlags(data, flags);
        await settled();
        return command.run(values, host);
      });
      return [];
    } catch (error) {
      return [`Missing on the command line: ${id}: ${reasonOf(error)}`];
    }
  });
}
