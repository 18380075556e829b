/** Asks for a file's or folder's new name; links to it follow. */
import type { App } from '../../../host/app/app';
import { Modal } from '../../../host/modal/modal';
import { TFile, type TAbstractFile } from '../../../host/mocks';
import { Notice } from '../../../host/notice';
import { folderOf } from '../../../host/vault/vault-path';

export class RenameModal extends Modal {
  readonly #file: TAbstractFile;

  constructor(app: App, file: TAbstractFile) {
    super(app);
    this.#file = file;
    this.setTitle(file instanceof TFile ? 'File name' : 'Folder name');
    const ending = file instanceof TFile ? `.${file.extension}` : '';
    const input = this.contentEl.createEl('input', {
      type: 'text',
      cls: 'rename-input',
      value: file.name.slice(0, -ending.length || undefined),
    });
    input.setAttribute('aria-label', 'New name');
    const buttons = this.modalEl.createDiv('modal-button-container');
    buttons
      .createEl('button', { cls: 'mod-cta', text: 'Save', type: 'button' })
      .addEventListener('click', () => void this.#rename(input.value + ending));
    buttons
      .createEl('button', { cls: 'mod-cancel', text: 'Cancel', type: 'button' })
      .addEventListener('click', () => this.close());
    this.scope.register([], 'Enter', () => {
      void this.#rename(input.value + ending);
      return false;
    });
  }

  async #rename(name: string): Promise<void> {
    const folder = folderOf(this.#file.path);
    try {
      await this.app.fileManager.renameFile(this.#file, folder === '' ? name : `${folder}/${name}`);
      this.close();
    } catch (error) {
      new Notice((error as Error).message);
    }
  }
}
