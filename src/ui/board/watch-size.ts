import type { Component } from 'obsidian';

/** Tells in the next frame that an element has another size, and at once that it has moved to another window, for as long as its owner is loaded. */
export function watchSize(owner: Component, root: HTMLElement, resized: () => void, migrated: () => void): void {
  let stop = (): void => undefined;
  // Of the element's own window: another one that is hidden draws no frames.
  const watch = (): void => {
    stop();
    const win = root.win as Window & typeof window;
    // In the next frame: what is drawn now would be measured too late for this one.
    const sizes = new win.ResizeObserver(() => win.requestAnimationFrame(resized));
    sizes.observe(root);
    stop = () => sizes.disconnect();
  };
  watch();
  owner.register(
    root.onWindowMigrated(() => {
      watch();
      migrated();
    }),
  );
  owner.register(() => stop());
}
