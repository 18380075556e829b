/** Keys of a view, a modal or a menu, and what is to be done when one is pressed. */
import type { KeymapContext, KeymapEventHandler, KeymapEventListener, Modifier } from 'obsidian';
import { modifiersOf, spellModifiers } from './modifiers';

interface Handler {
  readonly scope: Scope;
  /** Sorted and joined by commas; null takes any. */
  readonly modifiers: string | null;
  /** In lower case; null takes any. */
  readonly key: string | null;
  readonly func: KeymapEventListener;
}

export class Scope {
  readonly #parent: Scope | undefined;
  readonly #handlers: Handler[] = [];

  constructor(parent?: Scope) {
    this.#parent = parent;
  }

  register(modifiers: Modifier[] | null, key: string | null, func: KeymapEventListener): KeymapEventHandler {
    const handler: Handler = {
      scope: this,
      modifiers: modifiers === null ? null : spellModifiers(modifiers),
      key: key === null ? null : key.toLowerCase(),
      func,
    };
    this.#handlers.push(handler);
    return handler;
  }

  unregister(handler: KeymapEventHandler): void {
    const at = this.#handlers.indexOf(handler as unknown as Handler);
    if (at >= 0) this.#handlers.splice(at, 1);
  }

  /** The first handler that answers at all decides; where none does, the parent's are asked. */
  static handle(scope: Scope, event: KeyboardEvent): unknown {
    const modifiers = modifiersOf(event);
    const context = { key: event.key, vkey: event.key, modifiers } as KeymapContext;
    for (const handler of [...scope.#handlers]) {
      if (handler.key !== null && handler.key !== event.key.toLowerCase()) continue;
      if (handler.modifiers !== null && handler.modifiers !== modifiers) continue;
      const answer: unknown = handler.func(event, context);
      if (answer !== undefined) return answer;
    }
    return scope.#parent ? Scope.handle(scope.#parent, event) : undefined;
  }
}
