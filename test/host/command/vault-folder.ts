/** The folder that `--vault` names. */
import { stat } from 'node:fs/promises';
import process from 'node:process';
import { resolve } from 'node:path';
import { UsageError } from './usage-error';

/** Relative to where npm was called: npm itself runs its scripts in the project's folder. */
export async function vaultFolder(given: string | undefined): Promise<string> {
  if (given === undefined) throw new UsageError('--vault DIR is missing.');
  const folder = fromWhereNpmWasCalled(given);
  const found = await stat(folder).catch(() => null);
  if (!found) throw new UsageError(`There is no folder ${folder}.`);
  if (!found.isDirectory()) throw new UsageError(`${folder} is no folder.`);
  return folder;
}

export function fromWhereNpmWasCalled(path: string): string {
  return resolve(process.env.INIT_CWD ?? process.cwd(), path);
}
