/** The main area of the main window. It is never empty: its last tab is replaced by an empty one. */
import type { App } from '../app/app';
import { WorkspaceContainer } from './workspace-container';

export class WorkspaceRoot extends WorkspaceContainer {
  override win: Window = window;
  override doc: Document = document;

  constructor(app: App) {
    super(app, 'vertical', 'mod-root');
  }

  protected override becameEmpty(): void {
    return;
  }
}
