import type { App } from '../../../host/app/app';

/** An empty note where new ones go, opened to be written. */
export async function createNote(app: App): Promise<void> {
  const { vault, fileManager, workspace } = app;
  const folder = fileManager.getNewFileParent(workspace.getActiveFile()?.path ?? '');
  const prefix = folder.isRoot() ? '' : `${folder.path}/`;
  let number = 0;
  const path = () => `${prefix}Untitled${number === 0 ? '' : ` ${number}`}.md`;
  while (vault.getFileByPath(path())) number++;
  const leaf = workspace.getLeaf(false);
  await leaf.openFile(await vault.create(path(), ''), { eState: { focus: true } });
}
