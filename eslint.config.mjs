// Type-checked rules for all TypeScript, and Obsidian's own rules for what ships.
import js from '@eslint/js';
import obsidianmd from 'eslint-plugin-obsidianmd';
import { defineConfig } from 'eslint/config';
import globals from 'globals';
import tseslint from 'typescript-eslint';

export default defineConfig([
  { ignores: ['main.js', 'node_modules/', 'coverage/', 'test/fixtures/', 'test/real-app/'] },
  {
    files: ['src/**/*.ts', 'src/**/*.tsx', 'package.json'],
    extends: [...obsidianmd.configs.recommended],
    languageOptions: {
      globals: globals.browser,
      parserOptions: { projectService: true, tsconfigRootDir: import.meta.dirname },
    },
  },
  {
    files: ['**/*.ts', '**/*.tsx'],
    extends: [js.configs.recommended, ...tseslint.configs.strictTypeChecked, ...tseslint.configs.stylisticTypeChecked],
    languageOptions: { parserOptions: { projectService: true, tsconfigRootDir: import.meta.dirname } },
    rules: {
      // Numbers and booleans in messages are meant as they print.
      '@typescript-eslint/restrict-template-expressions': ['error', { allowNumber: true, allowBoolean: true }],
      // `() => this.x()` in one line is how callbacks are handed on here.
      '@typescript-eslint/no-confusing-void-expression': ['error', { ignoreArrowShorthand: true }],
    },
  },
  {
    files: ['test/**/*.ts'],
    rules: {
      // Where a test meets null it fails there and then, which is what it is for.
      '@typescript-eslint/no-non-null-assertion': 'off',
      // Obsidian's link tables are plain objects by path, and so are the host's.
      '@typescript-eslint/no-dynamic-delete': 'off',
      // A stand-in answers with promises because Obsidian does.
      '@typescript-eslint/require-await': 'off',
      // A stand-in names the parameters of what it stands for, used or not.
      '@typescript-eslint/no-unused-vars': ['error', { argsIgnorePattern: '^_', varsIgnorePattern: '^_' }],
    },
  },
  {
    files: ['**/*.mjs'],
    extends: [js.configs.recommended],
    languageOptions: { globals: globals.node },
  },
]);
