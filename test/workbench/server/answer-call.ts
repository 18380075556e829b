/** One call of the page's adapter: `{id, method, args}` in, `{id, result}` or `{id, error}` out. */
import type { FolderAdapter } from '../../host/adapter/folder-adapter';
import type { ScannedEntry } from '../../host/adapter/host-adapter';
import type { GuardedFolder } from './guarded-folder';

interface Vault {
  readonly adapter: FolderAdapter;
  readonly folder: GuardedFolder;
}

/** The methods that a page may call, and how many of the first arguments are paths. */
const PATHS: Readonly<Record<string, number>> = {
  append: 1,
  copy: 2,
  exists: 1,
  list: 1,
  mkdir: 1,
  read: 1,
  readBinary: 1,
  readNotes: 0,
  remove: 1,
  rename: 2,
  rmdir: 1,
  scan: 0,
  stat: 1,
  trashLocal: 1,
  write: 1,
  writeBinary: 1,
};

export async function answerCall(vault: Vault, message: string): Promise<string> {
  let id: unknown = null;
  try {
    const call = JSON.parse(message) as { id: unknown; method: unknown; args: unknown };
    id = call.id;
    return JSON.stringify({ id, result: await run(vault, call.method, call.args) });
  } catch (error) {
    const { message: text, code } = error as Error & { code?: string };
    return JSON.stringify({ id, error: text, code });
  }
}

async function run({ adapter, folder }: Vault, method: unknown, given: unknown): Promise<unknown> {
  if (typeof method !== 'string' || !Object.hasOwn(PATHS, method))
    throw new Error(`There is no method ${String(method)}.`);
  if (!Array.isArray(given)) throw new Error(`${method} needs a list of arguments.`);
  // What was left out comes as null.
  const args = (given as unknown[]).map((arg) => arg ?? undefined);
  for (let i = 0; i < (PATHS[method] ?? 0); i++) {
    if (typeof args[i] !== 'string') throw new Error(`${method} needs a path.`);
    await folder.resolve(args[i] as string);
  }
  // Bytes travel as base64.
  if (method === 'writeBinary') args[1] = new Uint8Array(Buffer.from(args[1] as string, 'base64')).buffer;
  if (method === 'scan') return scanInside({ adapter, folder });
  if (method === 'readNotes') return readNotes({ adapter, folder });
  const run = adapter[method as 'read'].bind(adapter) as (...args: unknown[]) => Promise<unknown>;
  const result = await run(...args);
  return method === 'readBinary' ? Buffer.from(result as ArrayBuffer).toString('base64') : result;
}

/** The host follows links as the app does; this server does not let them out. */
async function scanInside({ adapter, folder }: Vault): Promise<ScannedEntry[]> {
  const [entries, links] = await Promise.all([adapter.scan(), folder.linksOut()]);
  if (links.length === 0) return entries;
  return entries.filter(({ path }) => !links.some((link) => path === link || path.startsWith(`${link}/`)));
}

/** Every note's text by path, in one answer: thousands of single ones would take a page many seconds. */
async function readNotes(vault: Vault): Promise<Record<string, string>> {
  const texts: Record<string, string> = {};
  for (const { kind, path } of await scanInside(vault)) {
    if (kind !== 'file' || !path.endsWith('.md')) continue;
    // One that cannot be read is left to whoever asks for it by name.
    const text = await vault.adapter.read(path).catch(() => null);
    if (text !== null) texts[path] = text;
  }
  return texts;
}
