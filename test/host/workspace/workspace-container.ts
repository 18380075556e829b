/** All that one window shows in its main area. */
import { WorkspaceSplit } from './workspace-split';

export abstract class WorkspaceContainer extends WorkspaceSplit {
  abstract win: Window;
  abstract doc: Document;

  override getRoot(): this {
    return this;
  }

  override getContainer(): this {
    return this;
  }
}
