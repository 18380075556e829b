/** Writes a file so that a reader sees the old content or the new one, never a part of either. */
import { chmod, realpath, rename, rm, stat, utimes, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { pid } from 'node:process';
import type { DataWriteOptions } from 'obsidian';

let written = 0;

/** @throws ENOENT when the folder is missing. */
export async function writeAtomically(
  path: string,
  data: string | Uint8Array,
  options: DataWriteOptions = {},
): Promise<void> {
  // A linked file stays a link: what it points at is replaced.
  const target = await realpath(path).catch(() => path);
  const mode = await stat(target).then(
    (found) => found.mode,
    () => undefined,
  );
  // Hidden, so that it never shows in the vault; in the same folder, so that renaming it is one step on one disk.
  const temporary = join(dirname(target), `.write-${pid}-${++written}.tmp`);
  try {
    await writeFile(temporary, data);
    if (mode !== undefined) await chmod(temporary, mode);
    if (options.mtime !== undefined) await utimes(temporary, options.mtime / 1000, options.mtime / 1000);
    await rename(temporary, target);
  } catch (error) {
    await rm(temporary, { force: true });
    if (isMissing(error))
      throw Object.assign(new Error(`ENOENT: no such file or directory, open '${path}'`), { code: 'ENOENT' });
    throw error;
  }
}

/** Whether an error says that a file or folder is not there. */
export function isMissing(error: unknown): boolean {
  return error instanceof Error && ['ENOENT', 'ENOTDIR'].includes((error as NodeJS.ErrnoException).code ?? '');
}
