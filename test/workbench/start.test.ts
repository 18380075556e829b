// `npm start` as a user runs it.
import { execFile } from 'node:child_process';
import process from 'node:process';
import { describe, expect, it } from 'vitest';
import { ROOT } from '../host/testing/run-script';

function start(...args: string[]): Promise<{ status: number; stdout: string; stderr: string }> {
  return new Promise((resolve) => {
    const child = execFile(process.execPath, ['--import', 'tsx', 'test/workbench/start.ts', ...args], { cwd: ROOT }, (_error, stdout, stderr) =>
      resolve({ status: child.exitCode ?? -1, stdout, stderr }),
    );
  });
}

describe('npm start', { timeout: 60_000 }, () => {
  it('serves the page and prints its address', async () => {
    const { status, stdout, stderr } = await start('--once');
    expect({ status, stderr }).toEqual({ status: 0, stderr: '' });
    expect(stdout).toMatch(/^Workbench: http:\/\/127\.0\.0\.1:\d+\/\?token=[0-9a-f]{32}\n$/);
  });

  it('says what it does not understand', async () => {
    expect(await start('--port', 'x')).toMatchObject({ status: 2, stdout: '', stderr: expect.stringContaining('--port x is no port.') as string });
    expect(await start('--vault', 'no/such/folder')).toMatchObject({ status: 2, stderr: expect.stringContaining('There is no folder') as string });
  });
});
