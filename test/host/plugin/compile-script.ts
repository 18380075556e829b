/** Makes a function of a built script. A page does it its own way. */
import { readFile } from 'node:fs/promises';
import { compileFunction } from 'node:vm';

export type Script = (require: (name: string) => unknown, module: { exports: unknown }, exports: unknown) => void;

/** In this very context, so that the plugin's arrays, errors and promises are those of the host. */
export async function compileScript(path: string): Promise<Script> {
  return compileFunction(await readFile(path, 'utf8'), ['require', 'module', 'exports'], { filename: path }) as Script;
}
