/** Any file that is no note: an image is shown, of another only its name. */
import { FileView } from '../../../host/view/file-view';
import type { TFile } from '../../../host/mocks';

const IMAGES = new Set(['avif', 'bmp', 'gif', 'jpeg', 'jpg', 'png', 'svg', 'webp']);

export class ImageView extends FileView {
  override icon = 'file';

  getViewType(): string {
    return 'file';
  }

  override async onLoadFile(file: TFile): Promise<void> {
    this.contentEl.empty();
    if (IMAGES.has(file.extension)) {
      const src = this.app.vault.getResourcePath(file);
      this.contentEl.createDiv('image-container').createEl('img', { attr: { src, alt: file.name } });
    } else {
      this.contentEl
        .createDiv('empty-state')
        .createDiv({ cls: 'empty-state-title', text: `${file.name} cannot be shown here` });
    }
    await super.onLoadFile(file);
  }
}
