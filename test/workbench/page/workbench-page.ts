/** What a test reaches in the page, as `await window.workbench`. */
import type { App } from '../../host/app/app';
import type { Host } from '../../host/host';
import type { Plugin } from '../../host/plugin/plugin';

export interface WorkbenchPage {
  readonly app: App;
  readonly host: Host;
  readonly plugin: Plugin;
}
