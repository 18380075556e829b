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
  /** Mod is held for a shortcut: until it is let go, it asks for nothing. */
  private isTaken = false;

  constructor(
    owner: Component,
    private readonly root: HTMLElement,
  ) {
    owner.registerDomEvent(root, 'mouseleave', () => this.forget());
    inOwnWindow(owner, root, (win) => {
      const pressed = (event: KeyboardEvent): void => this.pressed(event);
      const released = (event: KeyboardEvent): void => {
        win.clearTimeout(this.timer);
        this.isTaken = Keymap.isModifier(event, 'Mod');
      };
      // Before whoever the key is for keeps it to himself.
      win.addEventListener('keydown', pressed, true);
      win.addEventListener('keyup', released, true);
      return () => {
        win.removeEventListener('keydown', pressed, true);
        win.removeEventListener('keyup', released, true);
      };
    });
    owner.register(() => this.forget());
  }

  /** The pointer has come over something that `show` previews. */
  over(event: MouseEvent, show: (event: MouseEvent) => void): void {
    this.shown = show;
    if (Keymap.isModifier(event, 'Mod') && !this.isTaken) show(event);
  }

  private forget(): void {
    this.root.win.clearTimeout(this.timer);
    this.shown = null;
  }

  private pressed(event: KeyboardEvent): void {
    this.root.win.clearTimeout(this.timer);
    const { shown, root } = this;
    const isMod = ['Control', 'Meta'].includes(event.key);
    this.isTaken = !isMod && Keymap.isModifier(event, 'Mod');
    if (!shown || event.repeat || !isMod || !Keymap.isModifier(event, 'Mod')) return;
    const { MouseEvent } = root.win as Window & typeof window;
    this.timer = root.win.setTimeout(
      () => shown(new MouseEvent('mouseover', { ctrlKey: event.ctrlKey, metaKey: event.metaKey })),
      HELD_MS,
    );
  }
}
