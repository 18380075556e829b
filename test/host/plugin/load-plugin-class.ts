/** Runs a built main.js as the app does: a CommonJS module that may require what the app provides, and nothing else. */
import { readFile } from 'node:fs/promises';
import { compileFunction } from 'node:vm';
import type { PluginManifest } from 'obsidian';
import type { App } from '../app/app';
import type { Plugin } from './plugin';

export type PluginClass = new (app: App, manifest: PluginManifest) => Plugin;

/** @param provided the modules that `require` gives, by name. */
export async function loadPluginClass(
  mainJs: string,
  provided: Readonly<Record<string, unknown>>,
): Promise<PluginClass> {
  const code = await readFile(mainJs, 'utf8');
  const module: { exports: unknown } = { exports: {} };
  const require = (name: string): unknown => {
    if (Object.hasOwn(provided, name)) return provided[name];
    const names = Object.keys(provided).join(', ');
    throw new Error(`${mainJs} requires '${name}', which the test host does not provide. It provides ${names}.`);
  };
  // In this very context, so that the plugin's arrays, errors and promises are those of the host.
  const run = compileFunction(code, ['require', 'module', 'exports'], { filename: mainJs }) as (...parts: unknown[]) => void;
  run(require, module, module.exports);
  const found = isRecord(module.exports) && 'default' in module.exports ? module.exports.default : module.exports;
  if (typeof found !== 'function') throw new Error(`${mainJs} exports no plugin class.`);
  return found as PluginClass;
}

function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null;
}
