/**
 * StrykerJS's way to run tests, without Vitest between: that starts anew for each mutant, two seconds each. The test files are bundled once, and the
 * bundle is run again for each mutant, so that no mutant leaves anything to the next. The quickest tests come first, and the first that fails ends it.
 */
import { readdir, readFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { resolve, relative } from 'node:path';
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

const FOR_TESTS = {
  bundle: true,
  write: false,
  platform: 'node',
  format: 'cjs',
  logLevel: 'error',
  alias: { vitest: resolve('test/mutation/test-api.mjs'), obsidian: resolve('test/host/obsidian.ts') },
  plugins: [knowsItsPlace],
};

/** The test files that import what is mutated; those of the built plugin do not. */
async function relatedTests(mutated) {
  const all = await readdir('test', { recursive: true });
  const entryPoints = all.filter((path) => /^(core|vault)\/.*\.test\.ts$/.test(path)).map((path) => `test/${path}`);
  const { metafile } = await build({ ...FOR_TESTS, entryPoints, outdir: 'out', metafile: true });
  const paths = mutated.map((file) => relative('', file));
  return Object.values(metafile.outputs)
    .filter(({ inputs }) => paths.some((path) => path in inputs))
    .map(({ entryPoint }) => entryPoint);
}

class BundledTests {
  /** Where the instrumented code looks which mutant is on, and counts what it passes. */
  #namespace = (globalThis[INSTRUMENTER_CONSTANTS.NAMESPACE] ??= {});
  #script;
  #order = new Map();

  capabilities() {
    return { reloadEnvironment: true };
  }

  async dryRun({ testFiles, files: mutated }) {
    process.env.PROPERTY_SHARE ??= '0.1';
    process.env.TZ = 'UTC';
    const files = ['test/property-seed.ts', ...(testFiles ?? (await relatedTests(mutated)))];
    const contents = [
      ...files.map((file) => `import './${relative('', file)}';`),
      "export { registeredTests } from 'vitest';",
    ].join('\n');
    const { outputFiles } = await build({ ...FOR_TESTS, stdin: { contents, resolveDir: resolve('') } });
    this.#script = new Script(`(function (require, exports, module) {${outputFiles[0].text}\n})`, {
      filename: 'tests.cjs',
    });
    const tests = await this.#run({ tellTest: true, ends: false });
    for (const { id, timeSpentMs } of tests) this.#order.set(id, timeSpentMs);
    return { status: DryRunStatus.Complete, tests, mutantCoverage: this.#namespace.mutantCoverage };
  }

  async mutantRun({ activeMutant, testFilter, hitLimit, mutantActivation, disableBail }) {
    const namespace = this.#namespace;
    Object.assign(namespace, { hitLimit, hitCount: hitLimit === undefined ? undefined : 0 });
    const isStatic = mutantActivation === 'static';
    if (isStatic) namespace.activeMutant = activeMutant.id;
    try {
      const only = testFilter && new Set(testFilter);
      const activate = () => void (namespace.activeMutant = activeMutant.id);
      const tests = await this.#run({ only, activate, ends: !disableBail });
      const reached = determineHitLimitReached(namespace.hitCount, hitLimit);
      return toMutantRunResult(reached ?? { status: DryRunStatus.Complete, tests });
    } catch (error) {
      // A mutant of what is run when the file is loaded.
      const failed = {
        id: 'load',
        name: 'loads',
        timeSpentMs: 0,
        status: TestStatus.Failed,
        failureMessage: String(error),
      };
      return toMutantRunResult({ status: DryRunStatus.Complete, tests: [failed] });
    } finally {
      namespace.activeMutant = undefined;
    }
  }

  async #run({ only, activate, tellTest = false, ends }) {
    const module = { exports: {} };
    this.#script.runInThisContext()(createRequire(resolve('package.json')), module.exports, module);
    activate?.();
    const tests = module.exports.registeredTests().filter(({ name }) => !only || only.has(name));
    tests.sort((a, b) => (this.#order.get(a.name) ?? 0) - (this.#order.get(b.name) ?? 0));
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
    const outcome = await run().then(
      () => ({ status: TestStatus.Success }),
      (error) => ({ status: TestStatus.Failed, failureMessage: String(error?.stack ?? error) }),
    );
    return { id: name, name, timeSpentMs: performance.now() - begin, ...outcome };
  }
}

BundledTests.inject = [];
export const strykerPlugins = [declareClassPlugin(PluginKind.TestRunner, 'bundled', BundledTests)];
