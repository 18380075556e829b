/**
 * Runs a command for the terminal and ends the process with its status: 0, 1 when the work failed, 2 when the command
 * line made no sense. Only the text goes to stdout; messages are for people and go to stderr.
 */
import { once } from 'node:events';
import process from 'node:process';
import { UsageError } from './usage-error';

export async function runCommand(usage: string, command: (args: string[]) => Promise<string>): Promise<void> {
  keepStdoutClean();
  const status = await attempt(usage, command);
  // Whatever timer or handle is left does not keep the terminal waiting.
  process.exit(status);
}

async function attempt(usage: string, command: (args: string[]) => Promise<string>): Promise<0 | 1 | 2> {
  try {
    await writeAll(process.stdout, endLine(await command(process.argv.slice(2))));
    return 0;
  } catch (error) {
    const message = describeError(error);
    const isUsage = error instanceof UsageError;
    await writeAll(process.stderr, endLine(isUsage ? `${message}\n\n${usage}` : message));
    return isUsage ? 2 : 1;
  }
}

/** The message, and that of what caused it where it does not say so itself. */
export function describeError(error: unknown): string {
  if (!(error instanceof Error)) return String(error);
  const cause = error.cause === undefined ? '' : describeError(error.cause);
  return cause === '' || error.message.includes(cause) ? error.message : `${error.message} (${cause})`;
}

/** What the app would log goes beside the text, not into it; a promise that nobody waits for ends nothing. */
function keepStdoutClean(): void {
  console.log = console.info = console.debug = console.error;
  process.on('unhandledRejection', (reason) => console.error(describeError(reason)));
}

function endLine(text: string): string {
  return `${text.replace(/\n+$/, '')}\n`;
}

/** A pipe takes a few kilobytes at a time; the process must not end before the last of them. */
async function writeAll(stream: NodeJS.WriteStream, text: string): Promise<void> {
  const ended = once(stream, 'error').catch(() => undefined);
  const written = new Promise<void>((resolve) => stream.write(text, () => resolve()));
  // A reader that closes early (`| head`) has what it wants.
  await Promise.race([written, ended]);
}
