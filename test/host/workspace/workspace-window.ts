/** A pop-out window. It closes when its last tab goes, and its tabs go when it closes. */
import type { App } from '../app/app';
import { WorkspaceContainer } from './workspace-container';
import { WorkspaceParent } from './workspace-parent';

export class WorkspaceWindow extends WorkspaceContainer {
  override win: Window;
  override doc: Document;

  constructor(app: App, win: Window) {
    super(app, 'vertical', 'mod-root');
    this.win = win;
    this.doc = win.document;
    win.document.body.append(this.containerEl);
  }

  protected override becameEmpty(): void {
    super.becameEmpty();
    this.win.close();
  }
}

/** The pop-out windows there are. */
export class WorkspaceFloating extends WorkspaceParent {
  readonly containerEl = createDiv();

  protected get childrenEl(): HTMLElement {
    return this.containerEl;
  }

  /** A window's elements are in its own document, not in this one. */
  override insertChild(child: WorkspaceWindow): void {
    this.children.push(child);
    child.parent = this;
  }

  protected override becameEmpty(): void {
    return;
  }
}
