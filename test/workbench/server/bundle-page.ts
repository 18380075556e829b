/** Bundles the page's script; where the host's modules need Node, the page's own take their place. */
import { readFile } from 'node:fs/promises';
import { fileURLToPath } from 'node:url';
import { build as bundleFiles, type Plugin } from 'esbuild';

const here = (path: string): string => fileURLToPath(new URL(path, import.meta.url));

/** The host's module, and the page's that stands in its place. */
const IN_THE_PAGE = new Map([
  [here('../../host/adapter/folder-adapter.ts'), here('../page/adapter/socket-adapter.ts')],
  [here('../../host/plugin/app-modules.ts'), here('../page/app-modules.ts')],
  [here('../../host/plugin/compile-script.ts'), here('../page/compile-script.ts')],
  [here('../../host/dom/install-window.ts'), here('../page/install-window.ts')],
]);

let bundled: Promise<string> | null = null;

/** Once for each process: the page's sources do not change while tests run. */
export function bundlePage(): Promise<string> {
  bundled ??= bundle();
  return bundled;
}

/** From now on `bundlePage` is what another process has bundled into this file. */
export function takeBundle(path: string): void {
  bundled ??= readFile(path, 'utf8');
}

async function bundle(): Promise<string> {
  const { outputFiles } = await bundleFiles({
    entryPoints: [here('../page/main.ts')],
    bundle: true,
    write: false,
    format: 'iife',
    platform: 'browser',
    target: 'es2022',
    // Some of the Markdown parser's packages were written for Node.
    define: { global: 'globalThis', 'process.env.NODE_ENV': '"production"' },
    // A second copy would not work with the editor that the first one made.
    alias: Object.fromEntries(
      ['@codemirror/state', '@codemirror/view', '@codemirror/language', '@lezer/common'].map((name) => [
        name,
        here(`../../../node_modules/${name}`),
      ]),
    ),
    sourcemap: 'inline',
    logLevel: 'warning',
    plugins: [inThePage],
  });
  return outputFiles[0]?.text ?? '';
}

const inThePage: Plugin = {
  name: 'in-the-page',
  setup(build) {
    build.onResolve({ filter: /^\.{1,2}\// }, async ({ path, importer, kind, pluginData, resolveDir }) => {
      if (pluginData === inThePage || !importer.endsWith('.ts')) return undefined;
      const resolved = await build.resolve(path, { importer, kind, resolveDir, pluginData: inThePage });
      const replacement = IN_THE_PAGE.get(resolved.path);
      return replacement === undefined ? undefined : { path: replacement };
    });
  },
};
