import { Platform } from 'obsidian';

/** A key as the platform writes it: `Mod+z` is ⌘Z on a Mac and Ctrl+Z elsewhere. */
export function keyName(key: string): string {
  const parts = key.split('+').map((part) => (part === ' ' ? 'Space' : part.length === 1 ? part.toUpperCase() : part));
  if (!Platform.isMacOS) return parts.map((part) => (part === 'Mod' ? 'Ctrl' : part)).join('+');
  return parts.map((part) => ({ Mod: '⌘', Shift: '⇧', Alt: '⌥' })[part] ?? part).join('');
}

/** A menu's entry with the key that does the same. */
export function keyTitle(title: string, key: string | null): string | DocumentFragment {
  // A phone has no such keys.
  if (key === null || Platform.isMobile) return title;
  return createFragment((entry) => {
    const line = entry.createDiv({ cls: 'ops-keyed' });
    line.createSpan({ text: `${title} ` });
    line.createSpan({ cls: 'ops-key', text: keyName(key) });
  });
}
