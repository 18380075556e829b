/** What a test reaches in the page, as `await window.workbench`. */
import type * as obsidian from '../../host/obsidian';
import type { App } from '../../host/app/app';
import type { Host } from '../../host/host';
import type { Plugin } from '../../host/plugin/plugin';

export interface WorkbenchPage {
  /** The module that plugins require. */
  readonly obsidian: typeof obsidian;
  readonly app: App;
  readonly host: Host;
  /** Shows tables as Live Preview does from now on: their cells have editors of their own. */
  showTableCells(): void;
  /** Shows plugins’ blocks of code as Live Preview does from now on: drawn, but for the one that the cursor is in. */
  showCodeBlocks(): void;
  /** Follows a link such as `obsidian://plugin-id?query=x`, as the system hands it to the app. */
  openUri(uri: string): void;
  readonly plugin: Plugin;
}
