/** Runs a built main.js as the app does: a CommonJS module that may require what the app provides, and nothing else. */
import type { PluginManifest } from 'obsidian';
import type { App } from '../app/app';
import { compileScript } from './compile-script';
import type { Plugin } from './plugin';

export type PluginClass = new (app: App, manifest: PluginManifest) => Plugin;

/** @param sources where the modules are found that `require` gives, by name. */
export async function loadPluginClass(
  mainJs: string,
  ...sources: readonly Readonly<Record<string, unknown>>[]
): Promise<PluginClass> {
  const run = await compileScript(mainJs);
  const module: { exports: unknown } = { exports: {} };
  const require = (name: string): unknown => {
    const source = sources.find((each) => Object.hasOwn(each, name));
    if (source) return source[name];
    const names = sources.flatMap((each) => Object.keys(each)).join(', ');
    throw new Error(`${mainJs} requires '${name}', which the test host does not provide. It provides ${names}.`);
  };
  run(require, module, module.exports);
  const found = isRecord(module.exports) && 'default' in module.exports ? module.exports.default : module.exports;
  if (typeof found !== 'function') throw new Error(`${mainJs} exports no plugin class.`);
  return found as PluginClass;
}

function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null;
}
