/** Says what this page is, and switches what a user of the app would find in its settings. */
import { setIcon } from '../../../host/icons/icons';
import { setTooltip } from '../../../host/tooltip';
import type { App } from '../../../host/app/app';
import type { VaultSocket } from '../adapter/vault-socket';
import { toggleMobile, toggleTheme } from './appearance';

export function addTitleBar(container: HTMLElement, app: App, socket: VaultSocket): void {
  const bar = container.createEl('header', 'titlebar workbench-titlebar');
  const left = bar.createDiv('titlebar-start');
  button(left, 'panel-left', 'Toggle left sidebar', () => app.workspace.leftSplit.toggle());
  const title = bar.createDiv('titlebar-text');
  title.createEl('h1', { cls: 'titlebar-name', text: 'Workbench: a stand-in for Obsidian' });
  const vault = title.createSpan({ cls: 'titlebar-vault', text: app.vault.getName() });
  socket.onLost = () => {
    vault.setText('the server is gone: start it again');
    vault.addClass('mod-warning');
  };
  const right = bar.createDiv('titlebar-end');
  button(right, 'sun-moon', 'Switch between light and dark', () => toggleTheme(app));
  button(right, 'smartphone', 'Switch between desktop and phone', () => toggleMobile());
  button(right, 'panel-right', 'Toggle right sidebar', () => app.workspace.rightSplit.toggle());
}

function button(parent: HTMLElement, icon: string, title: string, act: () => void): void {
  const element = parent.createEl('button', { cls: 'clickable-icon', attr: { type: 'button' } });
  setIcon(element, icon);
  setTooltip(element, title);
  element.addEventListener('click', act);
}
