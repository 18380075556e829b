/** A copy of a vault in a temporary folder, so that whatever the page does to it is gone with it. */
import { cp, mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { basename, dirname, join } from 'node:path';

export interface VaultCopy {
  readonly dir: string;
  remove(): Promise<void>;
}

/** @param vault a folder, or texts by path. */
export async function copyVault(vault: string | Readonly<Record<string, string>>): Promise<VaultCopy> {
  const parent = await mkdtemp(join(tmpdir(), 'workbench-'));
  // The folder's name is the vault's, and is seen in the page.
  const dir = join(parent, typeof vault === 'string' ? basename(vault) : 'vault');
  await mkdir(dir);
  if (typeof vault === 'string') await cp(vault, dir, { recursive: true });
  else {
    for (const [path, text] of Object.entries(vault)) {
      await mkdir(dirname(join(dir, path)), { recursive: true });
      await writeFile(join(dir, path), text);
    }
  }
  return { dir, remove: () => rm(parent, { recursive: true, force: true }) };
}
