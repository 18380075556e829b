import type { Vault } from 'obsidian';

/** Reads one of the files in the configuration folder as an object; absent or unreadable: an empty one. */
export async function readConfig(vault: Vault, file: string): Promise<Readonly<Record<string, unknown>>> {
  const path = `${vault.configDir}/${file}`;
  try {
    if (!(await vault.adapter.exists(path))) return {};
    const data: unknown = JSON.parse(await vault.adapter.read(path));
    return typeof data === 'object' && data !== null ? (data as Record<string, unknown>) : {};
  } catch {
    // Another program's settings: what cannot be read says nothing.
    return {};
  }
}
