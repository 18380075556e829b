/** The tests that a mutation can fail: those that import what it mutates, not those of the built plugin. */
import { fileURLToPath } from 'node:url';
import { mergeConfig } from 'vitest/config';
import all from '../../vitest.config';

const { projects: _projects, ...test } = all.test ?? {};

export default mergeConfig(
  { ...all, test },
  {
    root: fileURLToPath(new URL('../..', import.meta.url)),
    test: {
      include: ['test/core/**/*.test.ts', 'test/vault/**/*.test.ts'],
      testTimeout: 20_000,
      env: { PROPERTY_SHARE: '0.02' },
    },
  },
);
