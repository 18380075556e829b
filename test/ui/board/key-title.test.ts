// A key is written as the platform writes it.
import { Platform } from 'obsidian';
import { afterEach, expect, it } from 'vitest';
import { keyName } from '../../../src/ui/board/key-title';

const { isMacOS } = Platform;
afterEach(() => void Object.assign(Platform, { isMacOS }));

it.each([
  ['Mod+z', '⌘Z', 'Ctrl+Z'],
  ['Mod+Shift+z', '⌘⇧Z', 'Ctrl+Shift+Z'],
  ['Mod+Enter', '⌘Enter', 'Ctrl+Enter'],
  [' ', 'Space', 'Space'],
  ['/', '/', '/'],
])('%s is %s on a Mac, and %s elsewhere', (key, onMac, elsewhere) => {
  Object.assign(Platform, { isMacOS: true });
  expect(keyName(key)).toBe(onMac);
  Object.assign(Platform, { isMacOS: false });
  expect(keyName(key)).toBe(elsewhere);
});
