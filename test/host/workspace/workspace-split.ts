/** Pieces of the window side by side, or one above the other. */
import type { App } from '../app/app';
import { WorkspaceParent } from './workspace-parent';

export type SplitDirection = 'vertical' | 'horizontal';

export class WorkspaceSplit extends WorkspaceParent {
  readonly containerEl: HTMLElement;
  readonly direction: SplitDirection;

  /** @param direction `vertical` puts the pieces beside each other, as the app names it. */
  constructor(app: App, direction: SplitDirection, cls = '') {
    super(app);
    this.direction = direction;
    this.containerEl = createDiv(`workspace-split mod-${direction} ${cls}`.trim());
  }

  protected get childrenEl(): HTMLElement {
    return this.containerEl;
  }
}
