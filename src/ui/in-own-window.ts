import type { Component } from 'obsidian';

/** Does something in the window that the element stands in, and again in each that it moves to, as long as the owner is loaded. @param start answers how it is undone. */
export function inOwnWindow(
  owner: Component,
  element: HTMLElement,
  start: (win: Window & typeof window) => () => void,
): void {
  const begin = (): (() => void) => start(element.win as Window & typeof window);
  let stop = begin();
  owner.register(
    element.onWindowMigrated(() => {
      stop();
      stop = begin();
    }),
  );
  owner.register(() => stop());
}
