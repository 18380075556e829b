import { fileURLToPath } from 'node:url';
import { defineConfig } from 'vitest/config';

export default defineConfig({
  resolve: {
    // The obsidian package holds types only; the host stands in for the module.
    alias: [{ find: /^obsidian$/, replacement: fileURLToPath(new URL('./test/host/obsidian.ts', import.meta.url)) }],
  },
  test: {
    include: ['test/**/*.test.ts'],
    globalSetup: ['./test/workbench/global-setup.ts'],
    env: { TZ: 'UTC' },
    // Property tests and browsers take their time on a busy machine; what hangs still ends.
    testTimeout: 60_000,
    // The mocks ship as ES modules that import each other without file endings.
    server: { deps: { inline: ['obsidian-test-mocks'] } },
  },
});
