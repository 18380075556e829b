/** The page's entry: opens the vault, puts the window together, loads the plugin. */
import type { ObsidianProtocolHandler } from 'obsidian';
import { registrationsOf } from '../../host/app/registrations';
import * as obsidian from '../../host/obsidian';
import { codeBlocks } from './editor/code-blocks';
import { tableCells } from './editor/table-cells';
import { openPageHost } from './open-page-host';
import { readAddress } from './read-address';
import { setPlatform } from './set-platform';
import { Shell } from './shell/shell';
import { makeClipboardStrict } from './strict-clipboard';
import type { WorkbenchPage } from './workbench-page';

async function start(): Promise<WorkbenchPage> {
  const address = readAddress(location.href);
  setPlatform(address);
  makeClipboardStrict();
  // What is drawn in other letters first would move when these come.
  await Promise.all([400, 500, 600, 700].map((weight) => document.fonts.load(`${weight} 13px 'Inter Variable'`)));
  const { host, app, pluginOf, socket } = await openPageHost();
  const shell = new Shell(app, socket);
  const plugin = await host.loadPlugin(await pluginOf());
  shell.ready();
  const showTableCells = () => plugin.registerEditorExtension(tableCells);
  const showCodeBlocks = () => plugin.registerEditorExtension(codeBlocks);
  const openUri = (uri: string) => {
    const { hostname: action, searchParams } = new URL(uri);
    const handlers = registrationsOf(app).others.get('registerObsidianProtocolHandler');
    (handlers?.get(action) as ObsidianProtocolHandler)({ action, ...Object.fromEntries(searchParams) });
  };
  return { app, host, obsidian, plugin, showTableCells, showCodeBlocks, openUri };
}

const started = start();
Object.assign(window, { workbench: started });
started.then(
  ({ app }) => Object.assign(window, { app }),
  (error: unknown) => {
    console.error(error);
    document.body.createDiv({ cls: 'workbench-failure', text: `The workbench could not start. ${String(error)}` });
  },
);
