/** What the page consists of: its own script and styles, and the plugin's files as they are on disk. */
import { readFile } from 'node:fs/promises';
import type { ServerResponse } from 'node:http';
import { fileURLToPath } from 'node:url';
import { bundlePage } from './bundle-page';
import { fontFile, fontRules } from './fonts';

/** The plugin that the page loads, by the paths of its files. */
export interface ServedPlugin {
  readonly mainJs: string;
  readonly manifest: object;
  /** Null where it has none. */
  readonly stylesCss: string | null;
}

interface Sources {
  readonly plugin: ServedPlugin;
  readonly settings: Readonly<Record<string, unknown>>;
}

/** Scripts only from here; the plugin is run from its text, as the app does. */
const POLICY =
  "default-src 'self'; script-src 'self' 'unsafe-eval'; style-src 'self' 'unsafe-inline'; img-src * data: blob:; connect-src 'self' ws:; frame-ancestors 'none'; base-uri 'none'; form-action 'none'";

const INDEX = fileURLToPath(new URL('../page/index.html', import.meta.url));
const STYLES = ['variables.css', 'app.css', 'controls.css', 'markdown.css', 'mobile.css'].map((name) =>
  fileURLToPath(new URL(`../page/styles/${name}`, import.meta.url)),
);

export class PageFiles {
  readonly #texts: ReadonlyMap<string, { readonly type: string; readonly text: () => Promise<string> }>;

  constructor({ plugin, settings }: Sources) {
    const file = (path: string) => () => readFile(path, 'utf8');
    const json = (value: unknown) => ({ type: 'application/json', text: async () => JSON.stringify(value) });
    this.#texts = new Map([
      ['/', { type: 'text/html', text: file(INDEX) }],
      ['/page.js', { type: 'text/javascript', text: bundlePage }],
      [
        '/page.css',
        {
          type: 'text/css',
          text: async () => (await Promise.all(STYLES.map((path) => readFile(path, 'utf8')))).join('\n'),
        },
      ],
      ['/fonts.css', { type: 'text/css', text: fontRules }],
      ['/settings.json', json(settings)],
      ['/plugin/manifest.json', json(plugin.manifest)],
      // Read anew each time: a reload of the page takes a newer build.
      ['/plugin/main.js', { type: 'text/javascript', text: file(plugin.mainJs) }],
      [
        '/plugin/styles.css',
        { type: 'text/css', text: plugin.stylesCss === null ? async () => '' : file(plugin.stylesCss) },
      ],
    ]);
  }

  send(response: ServerResponse, path: string): void {
    const found = this.#texts.get(path);
    const font = fontFile(path);
    if (font !== null) {
      void readFile(font).then(
        (bytes) =>
          response.writeHead(200, { 'Content-Type': 'font/woff2', 'X-Content-Type-Options': 'nosniff' }).end(bytes),
        () => response.writeHead(404).end(),
      );
      return;
    }
    if (!found) {
      response.writeHead(404, { 'Content-Type': 'text/plain' }).end('Not found\n');
      return;
    }
    found.text().then(
      (text) => {
        response.writeHead(200, {
          'Content-Type': `${found.type}; charset=utf-8`,
          'Content-Security-Policy': POLICY,
          'X-Content-Type-Options': 'nosniff',
          'Referrer-Policy': 'no-referrer',
          'Cache-Control': 'no-store',
        });
        response.end(text);
      },
      (error: unknown) => response.writeHead(500, { 'Content-Type': 'text/plain' }).end(String(error)),
    );
  }
}
