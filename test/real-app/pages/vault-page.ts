/** The vault, by the app's own API. */
import type { Driver } from './driver';

export class VaultPage {
  constructor(private readonly driver: Driver) {}

  /** Writes a note, and makes it and its folder where they are missing. */
  write(path: string, text: string): Promise<void> {
    return this.driver.run(
      async ({ app: { vault } }, { path, text }) => {
        const folder = path.slice(0, Math.max(0, path.lastIndexOf('/')));
        if (folder !== '' && !vault.getFolderByPath(folder)) await vault.createFolder(folder);
        const file = vault.getFileByPath(path);
        if (file) await vault.process(file, () => text);
        else await vault.create(path, text);
      },
      { path, text },
    );
  }

  /** The text on disk; null when there is no such note. */
  read(path: string): Promise<string | null> {
    return this.driver.run(async ({ app: { vault } }, path) => {
      const file = vault.getFileByPath(path);
      return file ? vault.read(file) : null;
    }, path);
  }

  /** Opens a note in the main area, the cursor at a 0-based line and character. */
  open(path: string, line = 0, ch = 0): Promise<void> {
    return this.driver.run(
      async ({ app: { vault, workspace } }, { path, line, ch }) => {
        const file = vault.getFileByPath(path);
        if (!file) throw new Error(`There is no ${path}.`);
        await workspace.getLeaf(false).openFile(file, { active: true });
        workspace.activeEditor?.editor?.setCursor({ line, ch });
      },
      { path, line, ch },
    );
  }

  /** Types into the note that is open, without waiting for the app to save it. */
  type(text: string): Promise<void> {
    return this.driver.run(({ app: { workspace } }, text) => {
      const editor = workspace.activeEditor?.editor;
      if (!editor) throw new Error('No note is being edited.');
      editor.replaceRange(text, { line: editor.lastLine(), ch: editor.getLine(editor.lastLine()).length });
    }, text);
  }

  /** Moves or deletes a file or folder as the file tree does, and answers with what the vault told meanwhile, one line each. */
  eventsOf(change: { readonly rename?: string; readonly to?: string; readonly trash?: string }): Promise<string[]> {
    return this.driver.run(
      async ({ app: { vault, metadataCache, fileManager } }, { rename, to, trash }) => {
        const told: string[] = [];
        const refs = [
          vault.on('create', (file) => void told.push(`create ${file.path}`)),
          vault.on('modify', (file) => void told.push(`modify ${file.path}`)),
          vault.on('delete', (file) => void told.push(`delete ${file.path}`)),
          vault.on('rename', (file, from) => void told.push(`rename ${from} > ${file.path}`)),
        ];
        const cacheRefs = [
          metadataCache.on('changed', (file) => void told.push(`changed ${file.path}`)),
          metadataCache.on('deleted', (file) => void told.push(`deleted ${file.path}`)),
        ];
        const file = vault.getAbstractFileByPath(rename || trash);
        if (!file) throw new Error(`There is no ${rename || trash}.`);
        if (rename === '') await vault.trash(file, false);
        else await fileManager.renameFile(file, to);
        await new Promise((resolve) => setTimeout(resolve, 1000));
        for (const ref of refs) vault.offref(ref);
        for (const ref of cacheRefs) metadataCache.offref(ref);
        return told;
      },
      { rename: change.rename ?? '', to: change.to ?? '', trash: change.trash ?? '' },
    );
  }
}
