// `npm start` as a user runs it.
import { execFile, spawn } from 'node:child_process';
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import process from 'node:process';
import { describe, expect, it, onTestFinished } from 'vitest';
import { ROOT } from '../host/testing/run-script';
import { temporaryFolder } from '../host/testing/temporary-vault';

function start(...args: string[]): Promise<{ status: number; stdout: string; stderr: string }> {
  return new Promise((resolve) => {
    const child = execFile(
      process.execPath,
      ['--import', 'tsx', 'test/workbench/start.ts', ...args],
      { cwd: ROOT },
      (_error, stdout, stderr) => resolve({ status: child.exitCode ?? -1, stdout, stderr }),
    );
  });
}

describe('npm start', { timeout: 60_000 }, () => {
  it('serves the page and prints its address', async () => {
    const { status, stdout, stderr } = await start('--once');
    expect({ status, stderr }).toEqual({ status: 0, stderr: '' });
    expect(stdout).toMatch(/^Workbench: http:\/\/127\.0\.0\.1:\d+\/\?token=[0-9a-f]{32}\n$/);
  });

  it('works on a folder of yours itself', async () => {
    const dir = temporaryFolder({ 'Note.md': 'before' });
    const child = spawn(process.execPath, ['--import', 'tsx', 'test/workbench/start.ts', '--vault', dir], {
      cwd: ROOT,
    });
    onTestFinished(() => void child.kill());
    let told = '';
    child.stdout.on('data', (text: Buffer) => (told += text.toString()));
    await expect.poll(() => told, { timeout: 50_000 }).toContain(`It works on ${dir}.`);
    const address = new URL(/http:\S+/.exec(told)?.[0] ?? '');
    address.pathname = '/vault/Note.md';
    expect(await (await fetch(address)).text()).toBe('before');
    writeFileSync(join(dir, 'Note.md'), 'after');
    expect(await (await fetch(address)).text()).toBe('after');
  });

  it('says what it does not understand', async () => {
    expect(await start('--port', 'x')).toMatchObject({
      status: 2,
      stdout: '',
      stderr: expect.stringContaining('--port x is no port.') as string,
    });
    expect(await start('--vault', 'no/such/folder')).toMatchObject({
      status: 2,
      stderr: expect.stringContaining('There is no folder') as string,
    });
  });
});
