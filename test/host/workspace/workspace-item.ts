/** A piece of the window: a leaf, or what holds leaves. */
import type { App } from '../app/app';
import { Events } from '../mocks';
import type { WorkspaceContainer } from './workspace-container';
import type { WorkspaceLeaf } from './workspace-leaf';
import type { WorkspaceParent } from './workspace-parent';

export abstract class WorkspaceItem extends Events {
  /** Null at the top, and for what was taken out of the window. */
  parent: WorkspaceParent | null = null;
  readonly app: App;
  abstract readonly containerEl: HTMLElement;

  constructor(app: App) {
    super();
    this.app = app;
  }

  /** Itself where it is a leaf. */
  asLeaf(): WorkspaceLeaf | null {
    return null;
  }

  getRoot(): WorkspaceItem {
    return this.parent?.getRoot() ?? this;
  }

  /** What stands in a sidebar belongs to the main window. */
  getContainer(): WorkspaceContainer {
    return this.parent?.getContainer() ?? this.app.workspace.rootSplit;
  }
}
