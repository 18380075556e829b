import type { Component } from 'obsidian';
import { inOwnWindow } from '../in-own-window';

/** Tells in the next frame that an element has another size, and at once that it has moved to another window, for as long as its owner is loaded. */
export function watchSize(owner: Component, root: HTMLElement, resized: () => void, migrated: () => void): void {
  let isFirst = true;
  // Of the element's own window: another one that is hidden draws no frames.
  inOwnWindow(owner, root, (win) => {
    // In the next frame: what is drawn now would be measured too late for this one.
    const sizes = new win.ResizeObserver(() => win.requestAnimationFrame(resized));
    sizes.observe(root);
    if (!isFirst) migrated();
    isFirst = false;
    return () => sizes.disconnect();
  });
}
