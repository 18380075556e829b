/**
 * Listeners as in the app: one that throws does not stop the others, a list that changes while it is called is
 * called as it was, and `offref` takes off one registration even when the same function was registered twice.
 */
import { callSafely } from './host-record';
import { mocks } from './mocks';
import { patchPrototype } from './patch-prototype';

interface Listener {
  readonly name: string;
  readonly fn: (...data: unknown[]) => unknown;
  readonly ctx: unknown;
  readonly e: object;
}

interface ListenerLists {
  _: Record<string, Listener[] | undefined>;
}

export function patchEvents(): void {
  patchPrototype(mocks.Events as unknown as { prototype: ListenerLists }, {
    on(name: string, fn: Listener['fn'], ctx?: unknown): Listener {
      const listener: Listener = { name, fn, ctx, e: this };
      this._[name] = [...(this._[name] ?? []), listener];
      return listener;
    },
    off(name: string, fn: Listener['fn']): void {
      this._[name] = (this._[name] ?? []).filter((listener) => listener.fn !== fn);
    },
    offref(ref: Listener): void {
      this._[ref.name] = (this._[ref.name] ?? []).filter((listener) => listener !== ref);
    },
    trigger(name: string, ...data: unknown[]): void {
      for (const listener of this._[name] ?? []) callSafely(() => listener.fn.apply(listener.ctx, data), this);
    },
    tryTrigger(ref: Listener, args: unknown[]): void {
      callSafely(() => ref.fn.apply(ref.ctx, args), this);
    },
  });
}
