// The commands of package.json that run the built plugin: what they print, how they end, and what they leave alone. What hangs on the process (its
// streams, its end, where npm was called) is tried in one of its own; the rest is asked of the command itself.
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it, onTestFinished, vi } from 'vitest';
import { HEADLESS } from './command/headless';
import { INSTALL_PLUGIN } from './command/install-plugin';
import { outcomeOf } from './command/run-command';
import { ROOT, runAndHangUp, runScript } from './testing/run-script';
import { temporaryFolder } from './testing/temporary-vault';

const PATIENCE = { timeout: 60_000 };
const NOTES = {
  'Ops/Operations Overview.md': '# [[Day 0 Operations|Day 0]]\n\n# [[Day 1 Operations|Day 1]]\n',
  'Ops/Day 0 Operations.md': '# Overview\n## Responsibilities\n- Plan #todo\n',
  'Ops/Day 1 Operations.md': '# Overview\n## Responsibilities\n- Ship\n',
};
const TODOS = 'operations-lifecycle:todos';

describe('headless', PATIENCE, () => {
  const headless = (...args: string[]) => outcomeOf(HEADLESS, args);

  it('prints the text of a handler and nothing else, and writes nothing', async () => {
    const dir = temporaryFolder(NOTES);
    // From that folder, as npm would call it.
    const args = ['--vault', '.', '--now', '2025-03-01', TODOS, 'format=json'];
    const { status, stdout, stderr } = await runScript({ script: 'headless', args, from: dir });
    expect({ status, stderr }).toEqual({ status: 0, stderr: '' });
    expect(JSON.stringify(JSON.parse(stdout))).toContain('Plan');
    expect(stdout).toMatch(/[^\n]\n$/);
    expect(readdirSync(dir)).toEqual(['Ops']);
    expect(await headless('--vault', dir, ...args.slice(2))).toEqual({ status, stdout, stderr });
  });

  it('takes a folder relative to where npm was called', async () => {
    const dir = temporaryFolder(NOTES);
    vi.stubEnv('INIT_CWD', dir);
    onTestFinished(() => void vi.unstubAllEnvs());
    const { stdout } = await headless('--vault', 'Ops', 'metadata', 'path=Day 0 Operations.md');
    expect(JSON.parse(stdout)).toMatchObject({
      headings: [{ heading: 'Overview' }, { heading: 'Responsibilities' }],
    });
  });

  it('lists what the plugin offers', async () => {
    const { stdout } = await headless('--vault', temporaryFolder(), 'commands');
    expect(stdout).toMatch(/^Terminal:\n {2}operations-lifecycle/);
    expect(stdout).toContain('Command palette:\n');
  });

  it('ends with 1 and a message when the work fails', async () => {
    const dir = temporaryFolder(NOTES);
    const outcomes = [
      await headless('--vault', dir, 'nonsense'),
      await headless('--vault', dir, TODOS, 'format=nonsense'),
      await headless('--vault', dir, 'metadata', 'path=Missing.md'),
    ];
    expect(outcomes.map(({ status, stdout }) => [status, stdout])).toEqual(outcomes.map(() => [1, '']));
    const [unknown, failed, missing] = outcomes.map(({ stderr }) => stderr);
    expect(unknown).toMatch(/^There is no command "nonsense"\. Known commands: .*operations-lifecycle:todos/);
    expect(failed).toContain('nonsense');
    expect(missing).toBe('There is no note Missing.md in the vault.\n');
  });

  it('ends with 2 and the usage when the command line makes no sense', async () => {
    const senseless = [
      ['commands'],
      ['--vault', 'no/such', 'commands'],
      ['--vault', 'package.json', 'commands'],
      ['--vault', '.', '--now', '2025-13-01', 'commands'],
      ['--vault', '.', 'metadata', 'file=x'],
    ];
    const outcomes = await Promise.all(senseless.map((args) => headless(...args)));
    expect(outcomes.map(({ status, stdout }) => [status, stdout])).toEqual(outcomes.map(() => [2, '']));
    expect(outcomes.map(({ stderr }) => stderr.split('\n')[0]?.replace(ROOT, ''))).toEqual([
      '--vault DIR is missing.',
      'There is no folder no/such.',
      'package.json is no folder.',
      '--now 2025-13-01 is no ISO date.',
      'There is no argument "file" here.',
    ]);
    for (const { stderr } of outcomes) expect(stderr).toContain('Usage: npm run -s headless');
  });

  it('prints megabytes into a pipe to the last byte, and ends when nobody reads on', async () => {
    const dir = temporaryFolder({ 'long.md': `# ${'h'.repeat(500_000)}\n`.repeat(12) });
    const args = ['--vault', dir, 'metadata', 'path=long.md'];
    const { status, stdout } = await runScript({ script: 'headless', args });
    expect(status).toBe(0);
    expect(stdout.length).toBeGreaterThan(5_000_000);
    expect((JSON.parse(stdout) as { headings: unknown[] }).headings).toHaveLength(12);
    expect(await runAndHangUp({ script: 'headless', args })).not.toBeNull();
  });
});

describe('install-plugin', PATIENCE, () => {
  const PLUGIN = '.obsidian/plugins/operations-lifecycle';

  it('puts the release into a vault and keeps its data', async () => {
    const dir = temporaryFolder({
      '.obsidian/app.json': '{}',
      [`${PLUGIN}/data.json`]: '{"mine":1}',
      [`${PLUGIN}/main.js`]: 'old',
    });
    const { status, stdout } = await outcomeOf(INSTALL_PLUGIN, ['--vault', dir]);
    expect(status).toBe(0);
    expect(stdout).toContain(`is installed in ${join(dir, PLUGIN)}.`);
    expect(readdirSync(join(dir, PLUGIN)).sort()).toEqual(['data.json', 'main.js', 'manifest.json', 'styles.css']);
    expect(readFileSync(join(dir, PLUGIN, 'data.json'), 'utf8')).toBe('{"mine":1}');
    expect(readFileSync(join(dir, PLUGIN, 'main.js'), 'utf8')).not.toBe('old');
  });

  it('refuses a folder that is no vault, and a command line that makes no sense', async () => {
    const dir = temporaryFolder(NOTES);
    const refused = await outcomeOf(INSTALL_PLUGIN, ['--vault', dir]);
    expect(refused).toMatchObject({ status: 1, stdout: '' });
    expect(refused.stderr).toContain('is no Obsidian vault: it has no .obsidian folder');
    expect(readdirSync(dir)).toEqual(['Ops']);
    expect(await runScript({ script: 'install-plugin', args: [] })).toMatchObject({ status: 2, stdout: '' });
  });
});
