// `npm run fuzz -- --runs N`: the fuzzer's sequences, as many as wanted. `--seed S` gives the same ones again.
import { spawnSync } from 'node:child_process';
import { parseArgs } from 'node:util';

const { values } = parseArgs({ options: { runs: { type: 'string', default: '2000' }, seed: { type: 'string' } } });
if (!/^\d+$/.test(values.runs)) throw new Error('--runs wants a number of sequences.');
const { status } = spawnSync('npx', ['vitest', 'run', 'test/fuzz'], {
  stdio: 'inherit',
  env: { ...process.env, FUZZ_RUNS: values.runs, ...(values.seed === undefined ? {} : { FUZZ_SEED: values.seed }) },
});
process.exitCode = status ?? 1;
