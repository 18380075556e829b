/** Runs one of the host's scripts as npm does: in the project's folder, knowing where npm was called. */
import { execFile, spawn } from 'node:child_process';
import process from 'node:process';
import { fileURLToPath } from 'node:url';

/** The project's folder, with a slash at its end. */
export const ROOT = fileURLToPath(new URL('../../../', import.meta.url));

export interface Printed {
  readonly status: number;
  readonly stdout: string;
  readonly stderr: string;
}

interface Run {
  readonly script: 'headless' | 'install-plugin';
  readonly args: readonly string[];
  /** Where npm was called. */
  readonly from?: string;
}

export function runScript({ script, args, from = ROOT }: Run): Promise<Printed> {
  const options = { cwd: ROOT, env: { ...process.env, INIT_CWD: from }, maxBuffer: 64_000_000 };
  return new Promise((resolve) => {
    const child = execFile(process.execPath, commandLine(script, args), options, (_error, stdout, stderr) => {
      resolve({ status: child.exitCode ?? -1, stdout, stderr });
    });
  });
}

/** Reads the first bytes of the output and closes the pipe, as `| head` does. Resolves with the exit status. */
export function runAndHangUp({ script, args, from = ROOT }: Run): Promise<number | null> {
  const child = spawn(process.execPath, commandLine(script, args), {
    cwd: ROOT,
    env: { ...process.env, INIT_CWD: from },
    stdio: ['ignore', 'pipe', 'ignore'],
  });
  child.stdout.once('data', () => child.stdout.destroy());
  return new Promise((resolve) => child.on('exit', resolve));
}

function commandLine(script: string, args: readonly string[]): string[] {
  return ['--import', 'tsx', `test/host/${script}.ts`, ...args];
}
