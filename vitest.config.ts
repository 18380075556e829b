import { availableParallelism } from 'node:os';
import process from 'node:process';
import { fileURLToPath } from 'node:url';
import { defineConfig } from 'vitest/config';

const CORE = 'test/core/**/*.test.ts';
const BROWSER = ['test/e2e/**/*.test.ts', 'test/workbench/workbench.test.ts'];

/** What somebody does with the plugin from one end to the other, in a browser: board, card, work on it, forms, check, blocks, copies. */
const JOURNEYS = ['board-view', 'board-work', 'card', 'check-pane', 'forms', 'restore', 'snapshot', 'transclude'].map(
  (name) => `test/e2e/${name}.test.ts`,
);

// `npm test` shall be soon done. Who names a file or a project has it whole, and a build server has them all.
const isSoonDone = !process.env.CI && process.argv.slice(2).every((word) => word === 'run' || word.startsWith('-'));

export default defineConfig({
  resolve: {
    // The obsidian package holds types only; the host stands in for the module.
    alias: [{ find: /^obsidian$/, replacement: fileURLToPath(new URL('./test/host/obsidian.ts', import.meta.url)) }],
  },
  test: {
    // A build server tries each property as often as its author meant.
    env: { TZ: 'UTC', PROPERTY_SHARE: process.env.CI ? '1' : '0.1' },
    setupFiles: ['test/property-seed.ts'],
    // Property tests and browsers take their time on a busy machine; what hangs still ends.
    testTimeout: 60_000,
    hookTimeout: 60_000,
    // The mocks ship as ES modules that import each other without file endings.
    server: { deps: { inline: ['obsidian-test-mocks'] } },
    // A process reads the host, the parser and the browser's driver once for all its files: whatever a test opens it closes.
    isolate: false,
    // All cores: left to itself Vitest spares one, which on two cores is half, and who runs the tests waits for them anyway.
    maxWorkers: '100%',
    // One project after the other: a browser that waits for a page must not share the cores with the properties.
    projects: [
      { extends: true, test: { name: 'core', include: [CORE], sequence: { groupOrder: 0 } } },
      {
        extends: true,
        test: {
          name: 'host',
          include: ['test/**/*.test.ts'],
          exclude: ['**/node_modules/**', CORE, ...BROWSER],
          sequence: { groupOrder: 1 },
        },
      },
      {
        extends: true,
        test: {
          name: 'browser',
          include: isSoonDone ? JOURNEYS : BROWSER,
          // A page waits for its next frame more than it works.
          maxWorkers: availableParallelism() + 1,
          globalSetup: ['test/workbench/testing/share-workbench.ts'],
          sequence: { groupOrder: 2 },
        },
      },
    ],
  },
});
