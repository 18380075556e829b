/** An image or another file of the vault, for the page to show. */
import { readFile } from 'node:fs/promises';
import type { ServerResponse } from 'node:http';
import { extname } from 'node:path';
import type { GuardedFolder } from './guarded-folder';

const TYPES: Readonly<Record<string, string>> = {
  '.avif': 'image/avif',
  '.bmp': 'image/bmp',
  '.gif': 'image/gif',
  '.jpeg': 'image/jpeg',
  '.jpg': 'image/jpeg',
  '.png': 'image/png',
  '.svg': 'image/svg+xml',
  '.webp': 'image/webp',
};

export async function sendVaultFile(response: ServerResponse, folder: GuardedFolder, path: string): Promise<void> {
  // An address that is no encoding of anything names no file.
  const data = await Promise.resolve(path)
    .then(decodeURIComponent)
    .then((name) => folder.resolve(name))
    .then((full) => readFile(full))
    .catch(() => null);
  if (!data) {
    response.writeHead(404).end();
    return;
  }
  response.writeHead(200, {
    'Content-Type': TYPES[extname(path).toLowerCase()] ?? 'application/octet-stream',
    // An image may hold scripts; opened by itself it must not run them here.
    'Content-Security-Policy': "default-src 'none'; style-src 'unsafe-inline'; sandbox",
    'X-Content-Type-Options': 'nosniff',
    'Cache-Control': 'no-store',
  });
  response.end(data);
}
