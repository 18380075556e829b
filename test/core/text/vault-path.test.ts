// Paths as people and templates give them: brought into Obsidian's form, and folders found in whatever case they have.
import { expect, it } from 'vitest';
import { normalPath, spellFolder } from '../../../src/core/text/vault-path';

it.each([
  ['', ''],
  ['/', ''],
  ['/Operations/', 'Operations'],
  [' Operations//Day 0 ', 'Operations/Day 0'],
  ['Operations\\Day 0', 'Operations/Day 0'],
  ['Day\u00A00\u202FOperations', 'Day 0 Operations'],
  ['Cafe\u0301', 'Caf\u00E9'],
])('%j is %j', (given, path) => {
  expect(normalPath(given)).toBe(path);
});

it.each([
  ['Operations', ['operations'], 'operations'],
  ['OPERATIONS/Day 1', ['operations', 'operations/Day 0'], 'operations/Day 1'],
  ['operations/day 0/deep', ['Operations', 'Operations/Day 0'], 'Operations/Day 0/deep'],
  ['Operations', ['Notes'], 'Operations'],
  ['', ['Notes'], ''],
])('%j among %j is %j', (folder, folders, spelled) => {
  expect(spellFolder(folder, folders)).toBe(spelled);
});

it('where a disk keeps both, the one that was written is meant', () => {
  expect(spellFolder('operations', ['Operations', 'operations'])).toBe('operations');
  expect(spellFolder('Operations', ['Operations', 'operations'])).toBe('Operations');
});
