// `npm run real-app`: says what it downloads, asks, installs this package, builds the plugin and runs the specs in Obsidian.
import { spawnSync } from 'node:child_process';
import { mkdirSync, writeFileSync } from 'node:fs';
import { argv, exit, platform, stdin, stdout } from 'node:process';
import { createInterface } from 'node:readline/promises';
import { fileURLToPath } from 'node:url';

const HERE = fileURLToPath(new URL('.', import.meta.url));
const ROOT = fileURLToPath(new URL('../../', import.meta.url));

stdout.write(`This runs the plugin's specs in Obsidian itself, over a copy of the demo vault. Your own vaults are not touched.

It downloads
  about 500 packages of npm's registry, 170 MB, into test/real-app/node_modules
  Obsidian, twice: the oldest version that the plugin supports and the newest, from github.com/obsidianmd/obsidian-releases
  the ChromeDriver of each
into test/real-app/.obsidian-cache, about 600 MB. Delete both folders to be rid of all of it.
`);
if (!argv.includes('--yes')) {
  const question = createInterface({ input: stdin, output: stdout });
  const answer = await question.question('Go on? [y/N] ');
  question.close();
  if (!/^y(es)?$/i.test(answer.trim())) exit(0);
}

/** Runs a command to its end, or ends with its status. */
function run(command, args, cwd, options = {}) {
  const { status, stdout: out } = spawnSync(command, args, {
    cwd,
    stdio: ['inherit', options.keep ? 'pipe' : 'inherit', 'inherit'],
    encoding: 'utf8',
    shell: platform === 'win32',
    maxBuffer: 64_000_000,
  });
  if (status !== 0) exit(status ?? 1);
  return out;
}

run('npm', ['ci', '--no-audit', '--no-fund'], HERE);
run('npm', ['run', '-s', 'build'], ROOT);
mkdirSync(`${HERE}/.obsidian-cache`, { recursive: true });
const expected = run('node', ['--import', 'tsx', 'test/host/print-expected.ts', 'test/fixtures/demo-vault'], ROOT, {
  keep: true,
});
writeFileSync(`${HERE}/.obsidian-cache/expected.json`, expected);
run('npm', ['test'], HERE);
stdout.write('What the app did is in test/real-app/recordings; its README says how it is fed back into the host.\n');
