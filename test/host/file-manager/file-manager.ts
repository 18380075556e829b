/** The app's file manager: what a plugin makes links, moves and frontmatter with. */
import type { DataWriteOptions, FileManager as ObsidianFileManager } from 'obsidian';
import { generateMarkdownLink } from '../links/generate-markdown-link';
import type { MetadataCache } from '../metadata/metadata-cache';
import { TFile, type TAbstractFile, type TFolder } from '../mocks';
import type { AppConfig } from '../vault/app-config';
import type { FileTree } from '../vault/file-tree';
import type { Vault } from '../vault/vault';
import { folderOf, normalizePath } from '../vault/vault-path';
import { changeFrontMatter } from './change-front-matter';
import { rewriteLinks } from './rewrite-links';

export interface FileManagerParts {
  readonly vault: Vault;
  readonly tree: FileTree;
  readonly metadataCache: MetadataCache;
  readonly config: AppConfig;
}

export class FileManager implements Omit<ObsidianFileManager, 'promptForDeletion' | 'getAvailablePathForAttachment'> {
  readonly #parts: FileManagerParts;

  constructor(parts: FileManagerParts) {
    this.#parts = parts;
  }

  generateMarkdownLink(file: TFile, sourcePath: string, subpath = '', alias = ''): string {
    const { config, tree } = this.#parts;
    return generateMarkdownLink({
      file,
      sourcePath,
      subpath,
      alias,
      newLinkFormat: config.get('newLinkFormat'),
      useMarkdownLinks: config.get('useMarkdownLinks'),
      targets: tree,
    });
  }

  getNewFileParent(sourcePath: string, _newFilePath?: string): TFolder {
    const { config, tree } = this.#parts;
    switch (config.get('newFileLocation')) {
      case 'current':
        return tree.folder(folderOf(sourcePath)) ?? tree.root;
      case 'folder':
        return tree.folder(normalizePath(config.get('newFileFolderPath'))) ?? tree.root;
      default:
        return tree.root;
    }
  }

  /** As if the user had "Automatically update internal links" on; the app would ask first otherwise. */
  async renameFile(file: TAbstractFile, newPath: string): Promise<void> {
    const { vault, metadataCache } = this.#parts;
    await rewriteLinks({ vault, metadataCache, moved: file, move: () => vault.rename(file, newPath) });
  }

  async trashFile(file: TAbstractFile): Promise<void> {
    const { vault, config } = this.#parts;
    const option = config.get('trashOption');
    if (option === 'none') await vault.delete(file, true);
    else await vault.trash(file, option === 'system');
  }

  async processFrontMatter(
    file: TFile,
    change: (frontmatter: Record<string, unknown>) => void,
    options?: DataWriteOptions,
  ): Promise<void> {
    if (!(file instanceof TFile) || file.extension !== 'md') throw new Error('Only a Markdown file has frontmatter.');
    await this.#parts.vault.process(file, (text) => changeFrontMatter(text, change), options);
  }
}
