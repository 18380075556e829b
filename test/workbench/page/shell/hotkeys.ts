/** Runs a command by its keys. They are the app's: a modal, a menu or a view with keys of its own comes first. */
import type { Hotkey } from 'obsidian';
import type { App } from '../../../host/app/app';
import { modifiersOf, spellModifiers } from '../../../host/keys/modifiers';
import { mocks } from '../../../host/mocks';

export function addHotkeys({ scope, commands }: App): void {
  scope.register(null, null, (event) => {
    const held = modifiersOf(event);
    const pressed = ({ modifiers, key }: Hotkey) =>
      key.toLowerCase() === event.key.toLowerCase() && spellModifiers(modifiers) === held;
    const command = Object.values(commands.commands).find(({ hotkeys }) => hotkeys?.some(pressed));
    return command && commands.executeCommand(command) ? false : undefined;
  });
}

export function spellHotkey({ modifiers, key }: Hotkey): string {
  const names = modifiers.map((modifier) => (modifier === 'Mod' ? (mocks.Platform.isMacOS ? '⌘' : 'Ctrl') : modifier));
  return [...names, key.length === 1 ? key.toUpperCase() : key].join(' + ');
}
