/** Suggests files or folders of the vault for a field that holds a path. */
import type { SettingFolderControl, TFile as ObsidianFile } from 'obsidian';
import type { App } from '../app/app';
import type { TFile, TFolder } from '../mocks';
import { AbstractInputSuggest } from '../modal/input-suggest';
import { prepareFuzzySearch } from '../search/fuzzy-search';
import type { SearchComponent } from './text-components';

abstract class PathSuggest<T extends TFile | TFolder> extends AbstractInputSuggest<T> {
  readonly #field: SearchComponent;

  constructor(app: App, field: SearchComponent) {
    super(app, field.inputEl);
    this.#field = field;
  }

  protected abstract all(): T[];

  protected getSuggestions(query: string): T[] {
    if (query === '') return this.all();
    const search = prepareFuzzySearch(query);
    return this.all()
      .map((entry) => ({ entry, score: search(entry.path)?.score ?? null }))
      .filter((found): found is { entry: T; score: number } => found.score !== null)
      .sort((a, b) => b.score - a.score)
      .map(({ entry }) => entry);
  }

  renderSuggestion(entry: T, el: HTMLElement): void {
    el.setText(entry.path);
  }

  override selectSuggestion(entry: T, event: MouseEvent | KeyboardEvent): void {
    super.selectSuggestion(entry, event);
    this.#field.setValue(entry.path);
    this.#field.onChanged();
    this.close();
  }
}

export class FilePathSuggest extends PathSuggest<TFile> {
  readonly #filter: (file: TFile) => boolean;

  constructor(app: App, field: SearchComponent, filter: (file: ObsidianFile) => boolean = () => true) {
    super(app, field);
    this.#filter = filter;
  }

  protected all(): TFile[] {
    return this.app.vault.getFiles().filter((file) => this.#filter(file));
  }
}

export class FolderPathSuggest extends PathSuggest<TFolder> {
  readonly #control: Pick<SettingFolderControl, 'filter' | 'includeRoot'>;

  constructor(app: App, field: SearchComponent, control: Pick<SettingFolderControl, 'filter' | 'includeRoot'>) {
    super(app, field);
    this.#control = control;
  }

  protected all(): TFolder[] {
    const { filter = () => true, includeRoot = false } = this.#control;
    return this.app.vault.getAllFolders(includeRoot).filter((folder) => filter(folder));
  }
}
