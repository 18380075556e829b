/**
 * StrykerJS's way to run tests, without Vitest between: that starts anew for each mutant, two seconds each. The test files are bundled once, and the
 * bundle is run again for each mutant, so that no mutant leaves anything to the next. The quickest tests come first, and the first that fails ends it.
 */
import { readFileSync } from 'node:fs';
import { readdir, readFile, writeFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { isAbsolute, resolve, relative } from 'node:path';
import process from 'node:process';
import { pathToFileURL } from 'node:url';
import { Script } from 'node:vm';
import { INSTRUMENTER_CONSTANTS } from '@stryker-mutator/api/core';
import { declareClassPlugin, PluginKind } from '@stryker-mutator/api/plugin';
import {
  determineHitLimitReached,
  DryRunStatus,
  TestStatus,
  toMutantRunResult,
} from '@stryker-mutator/api/test-runner';
import { build } from 'esbuild';

/** Files of the host and the parser's packages count on where they lie. */
const knowsItsPlace = {
  name: 'knows-its-place',
  setup({ onLoad }) {
    onLoad({ filter: /\.ts$/ }, async ({ path }) => ({
      contents: (await readFile(path, 'utf8')).replaceAll('import.meta.url', JSON.stringify(pathToFileURL(path).href)),
      loader: 'ts',
    }));
  },
};

/** Asked for when all is in the copy of the project: the process is started outside of it, where the host would be another one. */
const forTests = () => ({
  bundle: true,
  write: false,
  platform: 'node',
  format: 'cjs',
  logLevel: 'error',
  alias: { vitest: resolve('test/mutation/test-api.mjs'), obsidian: resolve('test/host/obsidian.ts') },
  plugins: [knowsItsPlace],
});

/** The test files that import what is mutated; those of the built plugin do not. */
async function relatedTests(mutated) {
  const all = await readdir('test', { recursive: true });
  const entryPoints = all
    .filter((path) => /^(core|vault)\/.*\.test\.ts$/.test(path))
    .map((path) => `test/${path}`)
    // Vitest's own clock is not there.
    .filter((path) => !/\bvi\.use/.test(readFileSync(path, 'utf8')));
  const { metafile } = await build({ ...forTests(), entryPoints, outdir: 'out', metafile: true });
  const paths = mutated.map((file) => relative('', file));
  return Object.values(metafile.outputs)
    .filter(({ inputs }) => paths.some((path) => path in inputs))
    .map(({ entryPoint }) => entryPoint);
}

/** In the copy of the project that the mutants are made in. */
const FOUND = 'mutation-tests.json';

/** Instrumented code is slower: what counts the time says nothing there. */
const COUNTS_TIME = /in (linear|reasonable) time/;

class BundledTests {
  /** Where the instrumented code looks which mutant is on, and counts what it passes. */
  #namespace = (globalThis[INSTRUMENTER_CONSTANTS.NAMESPACE] ??= {});
  /** What the dry run found; a process that is started anew after a mutant that never ended reads it again. */
  #found = null;
  #script = null;
  #loaded = null;

  /** Asked for after the dry run. Where the host is there, what is run when a file is loaded needs a process of its own. */
  capabilities() {
    return { reloadEnvironment: !this.#found?.keeps };
  }

  async dryRun({ testFiles, files: mutated }) {
    process.env.PROPERTY_SHARE ??= '0.1';
    process.env.TZ = 'UTC';
    const files = ['test/property-seed.ts', ...(testFiles ?? (await relatedTests(mutated)))];
    const contents = [
      ...files.map((file) => `import './${relative('', file)}';`),
      "export { registeredTests } from 'vitest';",
    ].join('\n');
    const { outputFiles } = await build({ ...forTests(), stdin: { contents, resolveDir: resolve('') } });
    const code = outputFiles[0].text;
    // The host is there once in a process: one that is loaded again would stand beside it.
    this.#found = { code, keeps: code.includes('// test/host/dom/'), order: {}, unsteady: [] };
    const tests = await this.#run({ tellTest: true, ends: false });
    const mutantCoverage = structuredClone(this.#namespace.mutantCoverage);
    // As where tests of the host are not loaded because nothing has been built.
    if (!mutantCoverage)
      return {
        status: DryRunStatus.Error,
        errorMessage: tests.find(({ failureMessage }) => failureMessage)?.failureMessage ?? 'No test runs the files.',
      };
    this.#found.order = Object.fromEntries(tests.map(({ id, timeSpentMs }) => [id, timeSpentMs]));
    // A test that fails when it is run once more, in another order, tells nothing of a mutant.
    const again = await this.#run({ ends: false });
    const unsteady = new Set(again.flatMap(({ id, status }) => (status === TestStatus.Failed ? [id] : [])));
    for (const id of unsteady) {
      process.stderr.write(`Left out, because it fails when it is run again: ${id}\n`);
      delete mutantCoverage.perTest[id];
    }
    this.#found.unsteady = [...unsteady];
    await writeFile(FOUND, JSON.stringify(this.#found));
    return { status: DryRunStatus.Complete, tests: tests.filter(({ id }) => !unsteady.has(id)), mutantCoverage };
  }

  async mutantRun({ activeMutant, testFilter, hitLimit, disableBail }) {
    const namespace = this.#namespace;
    Object.assign(namespace, { hitLimit, hitCount: hitLimit === undefined ? undefined : 0 });
    // A mutant of what is run when the file is loaded is on by then, whichever tests are asked for.
    namespace.activeMutant = activeMutant.id;
    // Such a one is for all tests: where files are given (`-t`), the filter names those.
    const only = testFilter?.length && !isAbsolute(testFilter[0]) ? new Set(testFilter) : null;
    const tests = await this.#run({ only, ends: !disableBail });
    namespace.activeMutant = undefined;
    const reached = determineHitLimitReached(namespace.hitCount, hitLimit);
    return toMutantRunResult(reached ?? { status: DryRunStatus.Complete, tests });
  }

  /** The registered tests; a file that cannot be loaded is a test that fails. */
  #load() {
    this.#script ??= new Script(`(function (require, exports, module) {${this.#found.code}\n})`, {
      filename: 'tests.cjs',
    });
    const module = { exports: {} };
    try {
      this.#script.runInThisContext()(createRequire(resolve('package.json')), module.exports, module);
      return module.exports.registeredTests();
    } catch (error) {
      return [{ name: 'loads', run: () => Promise.reject(error) }];
    }
  }

  async #run({ only, tellTest = false, ends }) {
    const { order, keeps, unsteady } = (this.#found ??= JSON.parse(readFileSync(FOUND, 'utf8')));
    const loaded = keeps ? (this.#loaded ??= this.#load()) : this.#load();
    const tests = loaded
      .filter(({ name }) =>
        only ? only.has(name) || name === 'loads' : !COUNTS_TIME.test(name) && !unsteady.includes(name),
      )
      .sort((a, b) => (order[a.name] ?? 0) - (order[b.name] ?? 0));
    const results = [];
    for (const { name, run } of tests) {
      if (tellTest) this.#namespace.currentTestId = name;
      const result = await this.#runTest(name, run);
      results.push(result);
      if (ends && result.status === TestStatus.Failed) break;
    }
    this.#namespace.currentTestId = undefined;
    return results;
  }

  async #runTest(name, run) {
    const begin = performance.now();
    const patience = 2000 + 10 * (this.#found.order[name] ?? 10_000);
    let timer;
    const waiting = new Promise((_resolve, reject) => {
      timer = setTimeout(() => reject(new Error('It does not end.')), patience);
    });
    const outcome = await Promise.race([run(), waiting]).then(
      () => ({ status: TestStatus.Success }),
      (error) => ({ status: TestStatus.Failed, failureMessage: String(error?.stack ?? error) }),
    );
    clearTimeout(timer);
    return { id: name, name, timeSpentMs: performance.now() - begin, ...outcome };
  }
}

BundledTests.inject = [];
export const strykerPlugins = [declareClassPlugin(PluginKind.TestRunner, 'bundled', BundledTests)];
