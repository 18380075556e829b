import type { Component } from 'obsidian';

/** Longer than Android takes to send a `contextmenu` of its own, which is then the one. iOS sends none. */
const LONG_MS = 650;

/** A finger that moves so many pixels scrolls. */
const MOVED = 10;

/** Makes a finger that rests on a card a click of the right button: its menu opens, and lifting the finger opens nothing. */
export function watchLongPress(owner: Component, root: HTMLElement): void {
  let timer = 0;
  let start: Touch | null = null;
  let isMenu = false;
  const forget = (): void => {
    root.win.clearTimeout(timer);
    start = null;
  };
  owner.register(forget);
  owner.registerDomEvent(
    root,
    'touchstart',
    ({ touches, target }) => {
      forget();
      isMenu = false;
      const [touch] = touches;
      const card = (target as HTMLElement).closest<HTMLElement>('.ops-card');
      if (!touch || touches.length > 1 || !card || (target as HTMLElement).closest('input, textarea')) return;
      start = touch;
      timer = root.win.setTimeout(() => {
        isMenu = true;
        const { MouseEvent } = root.win as Window & typeof window;
        const { clientX, clientY } = touch;
        card.dispatchEvent(new MouseEvent('contextmenu', { bubbles: true, cancelable: true, clientX, clientY }));
      }, LONG_MS);
    },
    { passive: true },
  );
  owner.registerDomEvent(
    root,
    'touchmove',
    ({ touches: [touch] }) => {
      if (start && touch && Math.hypot(touch.clientX - start.clientX, touch.clientY - start.clientY) > MOVED) forget();
    },
    { passive: true },
  );
  owner.registerDomEvent(root, 'touchcancel', forget);
  owner.registerDomEvent(root, 'contextmenu', forget);
  owner.registerDomEvent(root, 'touchend', (event) => {
    forget();
    // Else the finger's lifting would be a click on the card, or on an entry of the menu.
    if (isMenu) event.preventDefault();
  });
}
