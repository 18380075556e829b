/** A workbench that is closed when the test is over, and whose page must have logged no error. */
import { expect, onTestFinished } from 'vitest';
import { openWorkbench, type Workbench, type WorkbenchOptions } from '../open-workbench';
import { samplePlugin } from './sample-plugin';

export async function openTestWorkbench(options: WorkbenchOptions): Promise<Workbench> {
  const workbench = await openWorkbench(options);
  onTestFinished(async () => {
    await workbench.close();
    expect(workbench.consoleErrors).toEqual([]);
  });
  return workbench;
}

/** With the sample plugin in it, over files given by path. */
export function openSample(
  files: Readonly<Record<string, string>> = { 'Note.md': 'Text\n' },
  options: Omit<WorkbenchOptions, 'vault' | 'plugin'> = {},
): Promise<Workbench> {
  return openTestWorkbench({ vault: files, plugin: samplePlugin(), ...options });
}
