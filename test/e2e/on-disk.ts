/** Changes of the vault's folder from outside of the page, as another device or program makes them. */
import { mkdir, readFile, rename, rm, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import type { Workbench } from '../workbench/open-workbench';

interface OnDisk {
  readonly bench: Workbench;
}

let written = 0;

/** In one go, so that nobody reads half of it. */
export async function writeNote({ bench }: OnDisk, path: string, text: string): Promise<void> {
  const full = join(bench.dir, path);
  await mkdir(dirname(full), { recursive: true });
  // Beside the vault, where nobody looks.
  const beside = `${bench.dir}.${written++}`;
  await writeFile(beside, text);
  await rename(beside, full);
}

/** Notes as they were before a test: what is so already is not written, and nothing need hear of it. */
export async function putBack(on: OnDisk, notes: Readonly<Record<string, string>>): Promise<void> {
  for (const [path, text] of Object.entries(notes))
    if ((await readNote(on, path).catch(() => null)) !== text) await writeNote(on, path, text);
}

export function readNote({ bench }: OnDisk, path: string): Promise<string> {
  return readFile(join(bench.dir, path), 'utf8');
}

export function deleteNote({ bench }: OnDisk, path: string): Promise<void> {
  return rm(join(bench.dir, path));
}
