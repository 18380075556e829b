/** Gives each key press to the scope that is on top: a modal's or menu's, else that of the view which is active in the key's window, else the app's. */
import type { Modifier, PaneType, UserEvent } from 'obsidian';
import { callSafely } from '../host-record';
import { isHeld } from './modifiers';
import { Scope } from './scope';

export class Keymap {
  readonly #scopes: Scope[] = [];
  readonly #fallback: (win: Window) => Scope;

  /** @param fallback the scope that applies in a window while none was pushed. */
  constructor(fallback: (win: Window) => Scope = () => new Scope()) {
    this.#fallback = fallback;
  }

  static isModifier(event: MouseEvent | TouchEvent | KeyboardEvent, modifier: Modifier): boolean {
    return isHeld(event, modifier);
  }

  static isModEvent(event?: UserEvent | null): PaneType | boolean {
    if (!event) return false;
    // A middle click of any window's: the event may be of another window's class.
    if ('button' in event && event.button === 1) return 'tab';
    if (!isHeld(event, 'Mod')) return false;
    if (!isHeld(event, 'Alt')) return 'tab';
    return isHeld(event, 'Shift') ? 'window' : 'split';
  }

  pushScope(scope: Scope): void {
    this.#scopes.push(scope);
  }

  popScope(scope: Scope): void {
    const at = this.#scopes.lastIndexOf(scope);
    if (at >= 0) this.#scopes.splice(at, 1);
  }

  /** Listens in a window; the app's own keys come before those of what has the focus. */
  static listenIn(keymap: Keymap, win: Window): () => void {
    const listener = (event: KeyboardEvent) => keymap.#press(event, win);
    win.addEventListener('keydown', listener, true);
    return () => win.removeEventListener('keydown', listener, true);
  }

  #press(event: KeyboardEvent, win: Window): void {
    // Half-typed characters of an input method are nobody's keys.
    if (event.isComposing) return;
    callSafely(() => {
      if (Scope.handle(this.#scopes.at(-1) ?? this.#fallback(win), event) !== false) return;
      event.preventDefault();
      event.stopPropagation();
    });
  }
}
