/** What the app adds to a file's menu, wherever it is opened. */
import type { TAbstractFile } from '../../../host/mocks';
import type { App } from '../../../host/app/app';
import type { Menu } from '../../../host/menu/menu';
import { RenameModal } from './rename-modal';

export function addFileMenu(app: App): void {
  const { workspace, fileManager } = app;
  workspace.on('file-menu', ((menu: Menu, file: TAbstractFile) => {
    menu.addItem((item) =>
      item
        .setSection('action')
        .setIcon('pencil')
        .setTitle('Rename…')
        .onClick(() => new RenameModal(app, file).open()),
    );
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
