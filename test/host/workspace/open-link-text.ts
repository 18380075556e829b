/** Follows a link: to its note, to the place in it, and to a new note where there is none. */
import type { PaneType } from 'obsidian';
import type { App } from '../app/app';
import { mocks, type TFile } from '../mocks';
import { folderOf } from '../vault/vault-path';
import type { OpenViewState } from './workspace-leaf';

interface LinkToOpen {
  readonly app: App;
  readonly linktext: string;
  readonly sourcePath: string;
  readonly newLeaf: PaneType | boolean;
  readonly openViewState: OpenViewState;
}

export async function openLinkText(request: LinkToOpen): Promise<void> {
  const { app, linktext, sourcePath, newLeaf, openViewState } = request;
  const { path, subpath } = mocks.parseLinktext(linktext);
  const file = app.metadataCache.getFirstLinkpathDest(path, sourcePath) ?? (await createNote(app, path, sourcePath));
  const eState = subpath === '' ? openViewState.eState : { subpath, ...openViewState.eState };
  await app.workspace.getLeaf(newLeaf).openFile(file, { ...openViewState, ...(eState ? { eState } : {}) });
}

async function createNote(app: App, linkpath: string, sourcePath: string): Promise<TFile> {
  const name = linkpath.endsWith('.md') ? linkpath : `${linkpath}.md`;
  const parent = app.fileManager.getNewFileParent(sourcePath, name);
  const path = parent.isRoot() || name.includes('/') ? name : `${parent.path}/${name}`;
  const folder = folderOf(path);
  if (folder !== '' && !app.vault.getFolderByPath(folder)) await app.vault.createFolder(folder);
  return app.vault.create(path, '');
}
