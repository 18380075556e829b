/** The packages that the app gives plugins besides `obsidian`, each loaded when a plugin requires it. A page bundles them. */
import { builtinModules, createRequire } from 'node:module';

const NAMES = [
  '@codemirror/autocomplete',
  '@codemirror/collab',
  '@codemirror/commands',
  '@codemirror/language',
  '@codemirror/lint',
  '@codemirror/search',
  '@codemirror/state',
  '@codemirror/view',
  '@lezer/common',
  '@lezer/highlight',
  '@lezer/lr',
] as const;

export type AppModules = Readonly<Record<(typeof NAMES)[number], unknown>>;

const require = createRequire(import.meta.url);
const lazily = (name: string): PropertyDescriptor => ({ enumerable: true, get: (): unknown => require(name) });

/** What plugins may require besides on a desktop. */
export const desktopModules = Object.defineProperties(
  {},
  Object.fromEntries(builtinModules.flatMap((name) => [name, `node:${name}`]).map((name) => [name, lazily(name)])),
) as Readonly<Record<string, unknown>>;

export const appModules = Object.defineProperties(
  {},
  Object.fromEntries(NAMES.map((name) => [name, lazily(name)])),
) as AppModules;
