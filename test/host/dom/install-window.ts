/**
 * The browser's globals, from happy-dom, in plain Node. `window` is the global object itself, so `window.setTimeout` is
 * Node's and a test can put its own in place. Nothing happens where a document is there already.
 */
import type { Window } from 'happy-dom';
import { EverythingInSight } from './intersection-observer';
import { loadHappyDom } from './load-happy-dom';

/** Node has these, but elements accept only those of their own window. */
const REPLACED = new Set(['Event', 'EventTarget', 'CustomEvent', 'DOMException', 'navigator']);

function installWindow(window: Window): void {
  for (const name of allNames(window)) {
    if (name in globalThis && !REPLACED.has(name)) continue;
    const value: unknown = Reflect.get(window, name);
    // Plain functions need their window as `this`; classes must stay what they are.
    const isFunction = typeof value === 'function' && /^[a-z]/.test(name);
    define(name, isFunction ? value.bind(window) : value);
  }
  for (const name of ['window', 'self', 'top', 'parent', 'activeWindow']) define(name, globalThis);
  define('IntersectionObserver', EverythingInSight);
  define('document', window.document);
  define('activeDocument', window.document);
}

function define(name: string, value: unknown): void {
  Object.defineProperty(globalThis, name, { configurable: true, enumerable: false, writable: true, value });
}

function allNames(object: object): Set<string> {
  const names = new Set<string>();
  for (
    let at: object | null = object;
    at !== null && at !== Object.prototype;
    at = Object.getPrototypeOf(at) as object | null
  ) {
    for (const name of Object.getOwnPropertyNames(at))
      if (!name.startsWith('_') && name !== 'constructor') names.add(name);
  }
  return names;
}

if (!('document' in globalThis)) installWindow(new (loadHappyDom().Window)({ url: 'app://obsidian.md/' }));
