/** Whether a key press types its character, rather than being a shortcut. Windows reports AltGr, which types, as Control with Alt. */
export const typesCharacter = ({ ctrlKey, altKey, metaKey }: KeyboardEvent): boolean =>
  !metaKey && (!ctrlKey || altKey);
