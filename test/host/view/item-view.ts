/** A view with a header: title, actions, and the menu behind the three dots. */
import { setIcon } from '../icons/icons';
import { setTooltip } from '../tooltip';
import { Menu } from '../menu/menu';
import type { WorkspaceLeaf } from '../workspace/workspace-leaf';
import { View } from './view';

interface Header {
  readonly titleEl: HTMLElement;
  readonly actionsEl: HTMLElement;
}

const headers = new WeakMap<object, Header>();

export abstract class ItemView extends View {
  contentEl: HTMLElement;

  constructor(leaf: WorkspaceLeaf) {
    super(leaf);
    const headerEl = this.containerEl.createDiv('view-header');
    const titleEl = headerEl.createDiv('view-header-title-container mod-at-start').createDiv('view-header-title');
    const actionsEl = headerEl.createDiv('view-actions');
    headers.set(this, { titleEl, actionsEl });
    this.contentEl = this.containerEl.createDiv('view-content');
    this.addAction('more-vertical', 'More options', (event) => this.#showMenu(event));
  }

  /** Actions stand in the order in which they were added, from the menu's button towards the title. */
  addAction(icon: string, title: string, callback: (event: MouseEvent) => unknown): HTMLElement {
    const button = createEl('button', {
      cls: 'clickable-icon view-action',
      attr: { 'aria-label': title, type: 'button' },
    });
    setIcon(button, icon);
    setTooltip(button, title);
    button.addEventListener('click', callback);
    headers.get(this)?.actionsEl.prepend(button);
    return button;
  }

  /** Called by the leaf when the view's title may have changed. */
  static updateTitle(view: View): void {
    headers.get(view)?.titleEl.setText(view.getDisplayText());
  }

  #showMenu(event: MouseEvent): void {
    const menu = new Menu();
    this.onPaneMenu(menu, 'more-options');
    const button = event.currentTarget as HTMLElement;
    const { left, bottom } = button.getBoundingClientRect();
    menu.setParentElement(button).showAtPosition({ x: left, y: bottom }, button.ownerDocument);
  }
}
