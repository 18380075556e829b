/** What the app adds to a file's menu, wherever it is opened. */
import type { TAbstractFile } from '../../../host/mocks';
import { TFile } from '../../../host/mocks';
import type { App } from '../../../host/app/app';
import type { Menu } from '../../../host/menu/menu';
import { RenameModal } from './rename-modal';

export function addFileMenu(app: App): void {
  const { workspace, fileManager } = app;
  workspace.on('file-menu', ((menu: Menu, file: TAbstractFile, source: string) => {
    const add = (section: string, icon: string, title: string, act: () => unknown) =>
      menu.addItem((item) => item.setSection(section).setIcon(icon).setTitle(title).onClick(act));
    if (file instanceof TFile && source !== 'more-options' && source !== 'tab-header') {
      add('open', 'file-plus', 'Open in new tab', () => workspace.getLeaf('tab').openFile(file));
      add('open', 'separator-vertical', 'Open to the right', () => workspace.getLeaf('split').openFile(file));
    }
    add('action', 'pencil', 'Rename…', () => new RenameModal(app, file).open());
    menu.addItem((item) =>
      item
        .setSection('danger')
        .setIcon('trash-2')
        .setTitle('Delete')
        .setWarning(true)
        .onClick(() => fileManager.trashFile(file)),
    );
  }) as never);
}
