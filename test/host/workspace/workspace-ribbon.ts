/** The strip of buttons at the window's edge. */
export class WorkspaceRibbon {
  readonly containerEl: HTMLElement;
  /** Where plugins' buttons go. */
  readonly actionsEl: HTMLElement;

  constructor(side: 'left' | 'right') {
    this.containerEl = createDiv(`workspace-ribbon side-dock-ribbon mod-${side}`);
    this.actionsEl = this.containerEl.createDiv('side-dock-actions');
  }
}
