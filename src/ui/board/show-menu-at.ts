import type { Menu } from 'obsidian';

/** Shows a menu at the pointer, or for a key below the beginning of what has the focus. */
export function showMenuAt(menu: Menu, event: MouseEvent | KeyboardEvent): void {
  if (event.instanceOf(MouseEvent)) menu.showAtMouseEvent(event);
  else {
    const target = event.target as HTMLElement;
    const box = target.getBoundingClientRect();
    menu.showAtPosition({ x: box.left + 16, y: box.top + 24 }, target.doc);
  }
}
