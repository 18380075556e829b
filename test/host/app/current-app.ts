/**
 * Menus, and rendering by the older `renderMarkdown`, know no app: like a notice they belong to the one that was opened
 * last. In the app itself there is only one.
 */
import type { App } from './app';

const open: App[] = [];

export function enterApp(app: App): void {
  open.push(app);
  showGlobally();
}

export function leaveApp(app: App): void {
  const at = open.indexOf(app);
  if (at >= 0) open.splice(at, 1);
  showGlobally();
}

/** Not declared, but older plugins look for the app there. */
function showGlobally(): void {
  const app = open.at(-1);
  if (app) Object.assign(globalThis, { app });
  else Reflect.deleteProperty(globalThis, 'app');
}

export function currentApp(): App {
  const app = open.at(-1);
  if (!app) throw new Error('No app is open.');
  return app;
}
