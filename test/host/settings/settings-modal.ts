/** The settings dialog: the plugins' tabs at the left, the chosen one beside them. */
import type { App } from '../app/app';
import { Modal } from '../modal/modal';

export class SettingsModal extends Modal {
  constructor(app: App) {
    super(app);
    this.setTitle('Settings');
  }
}
