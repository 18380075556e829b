/** Makes a function of a built script. A page does it its own way. */
import { readFile } from 'node:fs/promises';
import { compileFunction } from 'node:vm';

export type Script = (require: (name: string) => unknown, module: { exports: unknown }, exports: unknown) => void;

/** The last one, which most hosts of a process load: to compile it takes longer than to open a host. Each call of it is a module of its own. */
let last: { readonly path: string; readonly text: string; readonly script: Script } | null = null;

/** In this very context, so that the plugin's arrays, errors and promises are those of the host. */
export async function compileScript(path: string): Promise<Script> {
  const text = await readFile(path, 'utf8');
  if (last?.path !== path || last.text !== text)
    last = {
      path,
      text,
      script: compileFunction(text, ['require', 'module', 'exports'], { filename: path }) as Script,
    };
  return last.script;
}

/** The next script is compiled anew, as when the app starts. */
export function forgetScript(): void {
  last = null;
}
