/** Modifier keys, spelled one way: `Mod` is Command on a Mac and Control elsewhere. */
import type { Modifier } from 'obsidian';
import { mocks } from '../mocks';

type ModifierFlags = Pick<KeyboardEvent, 'ctrlKey' | 'metaKey' | 'shiftKey' | 'altKey'>;

export function modifiersOf(event: ModifierFlags): string {
  const held: Modifier[] = [];
  if (event.ctrlKey) held.push('Ctrl');
  if (event.metaKey) held.push('Meta');
  if (event.shiftKey) held.push('Shift');
  if (event.altKey) held.push('Alt');
  return held.sort().join(',');
}

export function spellModifiers(modifiers: readonly Modifier[]): string {
  return [...new Set(modifiers.map((modifier) => (modifier === 'Mod' ? modKey() : modifier)))].sort().join(',');
}

export function isHeld(event: ModifierFlags, modifier: Modifier): boolean {
  return modifiersOf(event)
    .split(',')
    .includes(modifier === 'Mod' ? modKey() : modifier);
}

function modKey(): Modifier {
  return mocks.Platform.isMacOS ? 'Meta' : 'Ctrl';
}
