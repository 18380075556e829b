/** The app's own buttons at the window's left edge, above those of plugins; help and settings at its foot. */
import type { App } from '../../../host/app/app';
import { setIcon } from '../../../host/icons/icons';
import { setTooltip } from '../../../host/tooltip';

export function addRibbonButtons({ workspace, commands }: App): void {
  const { containerEl, actionsEl } = workspace.leftRibbon;
  const add = (parent: HTMLElement, icon: string, title: string, command: string) => {
    const button = parent.createEl('button', {
      cls: 'clickable-icon side-dock-ribbon-action',
      attr: { type: 'button' },
    });
    setIcon(button, icon);
    setTooltip(button, title, { placement: 'right' });
    button.addEventListener('click', () => commands.executeCommandById(command));
  };
  add(actionsEl, 'file-search', 'Open quick switcher', 'switcher:open');
  add(actionsEl, 'terminal', 'Open command palette', 'command-palette:open');
  add(containerEl.createDiv('side-dock-settings'), 'settings', 'Settings', 'app:open-settings');
}
