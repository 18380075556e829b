/** A view that edits a text file: it saves a while after a change, and takes over what others write. */
import { debounce } from '../debounce';
import { reportError } from '../host-record';
import type { TFile } from '../mocks';
import type { WorkspaceLeaf } from '../workspace/workspace-leaf';
import { EditableFileView } from './editable-file-view';

export abstract class TextFileView extends EditableFileView {
  data = '';
  requestSave: () => void;
  /** What the file held when it was last read or written; text that differs from it is not saved yet. */
  #saved = '';
  #isSaving = false;

  constructor(leaf: WorkspaceLeaf) {
    super(leaf);
    const later = debounce(() => this.save().catch((error: unknown) => reportError(error)), this.app.saveDelay);
    this.requestSave = () => void later();
    this.registerEvent(this.app.vault.on('modify', (file) => file === this.file && void this.#fileChanged(this.file)));
  }

  abstract getViewData(): string;
  abstract setViewData(data: string, clear: boolean): void;
  abstract clear(): void;

  async save(clear = false): Promise<void> {
    const { file } = this;
    if (!file) return;
    const data = this.getViewData();
    if (clear) this.clear();
    this.data = data;
    if (data === this.#saved) return;
    this.#saved = data;
    this.#isSaving = true;
    await this.app.vault.modify(file, data).finally(() => {
      this.#isSaving = false;
    });
  }

  override async onLoadFile(file: TFile): Promise<void> {
    this.#take(await this.app.vault.read(file), true);
    await super.onLoadFile(file);
  }

  override async onUnloadFile(file: TFile): Promise<void> {
    await this.save(true);
    await super.onUnloadFile(file);
  }

  async #fileChanged(file: TFile): Promise<void> {
    if (this.#isSaving) return;
    const saved = this.#saved;
    const text = await this.app.vault.read(file).catch(() => null);
    // Gone meanwhile, this view's own writing, or what stood there before that.
    if (text === null || file !== this.file || text === saved || saved !== this.#saved) return;
    this.#take(text, false);
  }

  #take(text: string, clear: boolean): void {
    this.#saved = text;
    this.data = text;
    this.setViewData(text, clear);
  }
}
