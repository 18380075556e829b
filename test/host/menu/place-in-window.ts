/** Puts a floating element at a point, and back inside its window where it would stand out. */
import type { MenuPositionDef } from 'obsidian';

const MARGIN = 4;

export function placeInWindow(element: HTMLElement, { x, y, width = 0, left = false }: MenuPositionDef): void {
  const { clientWidth, clientHeight } = element.ownerDocument.documentElement;
  const { width: ownWidth, height: ownHeight } = element.getBoundingClientRect();
  // Beside what it belongs to (`width` wide), on the other side where there is no room.
  const beside = left ? x - ownWidth : x + ownWidth > clientWidth ? x - width - ownWidth : x;
  element.style.left = `${clamp(beside, clientWidth - ownWidth)}px`;
  element.style.top = `${clamp(y, clientHeight - ownHeight)}px`;
}

function clamp(wanted: number, most: number): number {
  return Math.max(MARGIN, Math.min(wanted, most - MARGIN));
}
