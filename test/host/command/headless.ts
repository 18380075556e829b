/** Runs what the built plugin offers the terminal over a folder, without the app. */
import type { CliData } from 'obsidian';
import { openHost, type Host } from '../open-host';
import { builtPlugin } from './build-plugin';
import { describeCommands } from './describe-commands';
import { printMetadata } from './print-metadata';
import { allowFlags, readArguments } from './read-arguments';
import { describeError, type Command } from './run-command';
import { UsageError } from './usage-error';
import { vaultFolder } from './vault-folder';

const USAGE = `Usage: npm run -s headless -- --vault DIR [--now ISO] COMMAND [key=value | flag …]

  --vault DIR         the vault's folder
  --now ISO           the time that the plugin reads, such as 2025-03-01T09:00:00Z

  commands            list what the plugin offers
  metadata path=NOTE  print the metadata that the host made of a note, as JSON
  any other COMMAND   one of the plugin's own, such as operations-lifecycle:todos format=json

It ends with 0, with 1 when the command fails, with 2 when this line makes no sense. The codes are this script's own: Obsidian's
command line documents none.`;

export const HEADLESS: Command = { usage: USAGE, run: headless };

async function headless(args: readonly string[], say: (message: string) => void): Promise<string> {
  const { options, command, flags } = readArguments(args, ['vault', 'now']);
  if (command === null) throw new UsageError('The command is missing.');
  if (command === 'commands') allowFlags(flags, []);
  if (command === 'metadata') allowFlags(flags, ['path']);
  const now = options.now === undefined ? {} : { now: readNow(options.now) };
  const host = await openHost({ dir: await vaultFolder(options.vault), watch: false, ...now });
  try {
    return await answer(host, command, flags);
  } finally {
    // What the app would log: a note that could not be read, a listener that failed.
    for (const error of host.errors) say(describeError(error));
    await host.close();
  }
}

async function answer(host: Host, command: string, flags: CliData): Promise<string> {
  if (command === 'metadata') return printMetadata(host, flags);
  await host.loadPlugin(await builtPlugin());
  return command === 'commands' ? describeCommands(host.commands()) : host.cli(command, flags);
}

/** A date, with a time and a zone or without: a local time would mean another moment on another machine. */
function readNow(text: string): Date {
  const date = new Date(text);
  const isIso = /^\d{4}-\d\d-\d\d(T\d\d:\d\d(:\d\d(\.\d+)?)?(Z|[+-]\d\d:?\d\d)?)?$/.test(text);
  if (!isIso || Number.isNaN(date.getTime())) throw new UsageError(`--now ${text} is no ISO date.`);
  return date;
}
