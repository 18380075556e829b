import { Keymap, type Component } from 'obsidian';
import { inOwnWindow } from '../in-own-window';

/** How long Mod alone has to be held, in milliseconds: a key that comes with it is faster. */
const HELD_MS = 350;

/**
 * Shows the preview of what the pointer rests on when Mod is held, and only then: the app's own would also come up for a shortcut that is pressed while
 * the pointer happens to rest on a card.
 */
export class ModPreview {
  private shown: ((event: MouseEvent) => void) | null = null;
  private timer = 0;

  constructor(
    owner: Component,
    private readonly root: HTMLElement,
  ) {
    owner.registerDomEvent(root, 'mouseleave', () => this.forget());
    inOwnWindow(owner, root, ({ document: doc }) => {
      const pressed = (event: KeyboardEvent): void => this.pressed(event);
      const released = (): void => root.win.clearTimeout(this.timer);
      doc.addEventListener('keydown', pressed);
      doc.addEventListener('keyup', released);
      return () => {
        doc.removeEventListener('keydown', pressed);
        doc.removeEventListener('keyup', released);
      };
    });
    owner.register(() => this.forget());
  }

  /** The pointer has come over something that `show` previews. */
  over(event: MouseEvent, show: (event: MouseEvent) => void): void {
    this.shown = show;
    if (Keymap.isModifier(event, 'Mod')) show(event);
  }

  private forget(): void {
    this.root.win.clearTimeout(this.timer);
    this.shown = null;
  }

  private pressed(event: KeyboardEvent): void {
    this.root.win.clearTimeout(this.timer);
    const { shown, root } = this;
    if (!shown || event.repeat || !['Control', 'Meta'].includes(event.key) || !Keymap.isModifier(event, 'Mod')) return;
    const { MouseEvent } = root.win as Window & typeof window;
    this.timer = root.win.setTimeout(
      () => shown(new MouseEvent('mouseover', { ctrlKey: event.ctrlKey, metaKey: event.metaKey })),
      HELD_MS,
    );
  }
}
