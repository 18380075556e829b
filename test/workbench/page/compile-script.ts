/** Makes a function of a built script that the server gives out. */
import type { Script } from '../../host/plugin/compile-script';

export async function compileScript(path: string): Promise<Script> {
  const response = await fetch(path);
  if (!response.ok) throw new Error(`${path} could not be loaded (${response.status}).`);
  const code = `${await response.text()}\n//# sourceURL=${path}`;
  // What runs a plugin's text is what the app does, too.
  // eslint-disable-next-line @typescript-eslint/no-implied-eval -- see above
  return new Function('require', 'module', 'exports', code) as Script;
}
