import { Icon } from './icon';

/** A button for the pointer, told by its icon and to a screen reader by its label; by key and menu the same is done elsewhere, so it is no tab stop. */
export const iconButton = (name: string, icon: string, label: string, act: (event: MouseEvent) => void) => (
  <button class={`clickable-icon ${name}`} tabIndex={-1} aria-label={label} onClick={act}>
    <Icon name={icon} />
  </button>
);
