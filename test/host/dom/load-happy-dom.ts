/**
 * happy-dom is some six hundred modules, which take most of a second to load one by one. Bundled into one file, once
 * for each version, they take a tenth of that. Loaded without waiting: what is imported next may need the document.
 */
import { accessSync, mkdirSync, readFileSync, renameSync } from 'node:fs';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pid } from 'node:process';
import { fileURLToPath } from 'node:url';
import { buildSync } from 'esbuild';

type HappyDom = typeof import('happy-dom');

const MODULES = fileURLToPath(new URL('../../../node_modules/', import.meta.url));
const require = createRequire(import.meta.url);

export function loadHappyDom(): HappyDom {
  const { version } = JSON.parse(readFileSync(join(MODULES, 'happy-dom/package.json'), 'utf8')) as { version: string };
  const name = `happy-dom-${version}.cjs`;
  try {
    return require(bundleIn(join(MODULES, '.cache/operations-lifecycle'), name)) as HappyDom;
  } catch {
    // node_modules may belong to somebody else.
    return require(bundleIn(join(tmpdir(), 'operations-lifecycle-cache'), name)) as HappyDom;
  }
}

/** Test files run side by side: each bundles for itself, and the last one put in place stays. */
function bundleIn(folder: string, name: string): string {
  const path = join(folder, name);
  if (isThere(path)) return path;
  const own = `${path}.${pid}`;
  mkdirSync(folder, { recursive: true });
  buildSync({
    entryPoints: [join(MODULES, 'happy-dom/lib/index.js')],
    outfile: own,
    bundle: true,
    platform: 'node',
    format: 'cjs',
    minify: true,
    // Elements tell their class by its name.
    keepNames: true,
    logLevel: 'silent',
  });
  renameSync(own, path);
  return path;
}

function isThere(path: string): boolean {
  try {
    accessSync(path);
    return true;
  } catch {
    return false;
  }
}
