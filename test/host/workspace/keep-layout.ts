/** Keeps the panes where the app keeps them, or beside. */
import type { App } from '../app/app';

/** @returns what puts the last layout back; what cannot be read is as if it were not there. */
export async function keepLayout(app: App, fileName = 'workspace.json'): Promise<() => Promise<void>> {
  const { vault, workspace } = app;
  const path = `${vault.configDir}/${fileName}`;
  const text = (await vault.adapter.exists(path)) ? await vault.adapter.read(path) : null;
  workspace.saveLayout = async () => {
    // Before the old layout is back there is nothing worth keeping.
    if (!workspace.layoutReady) return;
    // As it is now: windows may be closing.
    const layout = JSON.stringify(workspace.getLayout(), null, 2);
    await vault.adapter.mkdir(vault.configDir);
    await vault.adapter.write(path, layout);
  };
  return async () => {
    const layout = text === null ? null : parse(text);
    if (layout !== null) await workspace.changeLayout(layout);
  };
}

function parse(text: string): unknown {
  try {
    return JSON.parse(text) as unknown;
  } catch {
    return null;
  }
}
