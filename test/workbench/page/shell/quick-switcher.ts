/** Every file, by some letters of its path. */
import type { App } from '../../../host/app/app';
import { Keymap } from '../../../host/keys/keymap';
import { FuzzySuggestModal } from '../../../host/modal/fuzzy-suggest-modal';
import type { TFile } from '../../../host/mocks';

export class QuickSwitcher extends FuzzySuggestModal<TFile> {
  constructor(app: App) {
    super(app);
    this.setPlaceholder('Find a note…');
  }

  getItems(): TFile[] {
    return this.app.vault.getFiles();
  }

  getItemText(file: TFile): string {
    return file.extension === 'md' ? file.path.slice(0, -'.md'.length) : file.path;
  }

  onChooseItem(file: TFile, event: MouseEvent | KeyboardEvent): void {
    void this.app.workspace.getLeaf(Keymap.isModEvent(event)).openFile(file, { eState: { focus: true } });
  }
}
