/**
 * Runs a command for the terminal and ends the process with its status: 0, 1 when the work failed, 2 when the command
 * line made no sense. Only the text goes to stdout; messages are for people and go to stderr.
 */
import { once } from 'node:events';
import process from 'node:process';
import { UsageError } from './usage-error';

export interface Command {
  readonly usage: string;
  /**
   * Answers with the text to print.
   * @param say takes what a person should know beside it.
   * @throws `UsageError` when the arguments make no sense.
   */
  run(args: readonly string[], say: (message: string) => void): Promise<string>;
}

export interface Outcome {
  readonly status: 0 | 1 | 2;
  readonly stdout: string;
  readonly stderr: string;
}

export async function runCommand(command: Command): Promise<void> {
  keepStdoutClean();
  const { status, stdout, stderr } = await outcomeOf(command, process.argv.slice(2));
  await writeAll(process.stdout, stdout);
  await writeAll(process.stderr, stderr);
  // Whatever timer or handle is left does not keep the terminal waiting.
  process.exit(status);
}

/** What the process would print, and end with. */
export async function outcomeOf(command: Command, args: readonly string[]): Promise<Outcome> {
  let stderr = '';
  const say = (message: string): void => void (stderr += endLine(message));
  try {
    const stdout = endLine(await command.run(args, say));
    return { status: 0, stdout, stderr };
  } catch (error) {
    const isUsage = error instanceof UsageError;
    say(isUsage ? `${error.message}\n\n${command.usage}` : describeError(error));
    return { status: isUsage ? 2 : 1, stdout: '', stderr };
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
  if (text === '') return;
  const ended = once(stream, 'error').catch(() => undefined);
  const written = new Promise<void>((resolve) => stream.write(text, () => resolve()));
  // A reader that closes early (`| head`) has what it wants.
  await Promise.race([written, ended]);
}
