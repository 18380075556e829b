// Panes: where they open, which is active, what waits in the background, and what comes back after a restart.
import { ItemView, MarkdownView, View, type WorkspaceLeaf } from 'obsidian';
import { describe, expect, it } from 'vitest';
import type { Host } from './open-host';
import { openReadyHost, openTestHost } from './testing/open-test-host';
import { writePlugin } from './testing/write-plugin';

const VIEW = `
  this.registerView('sample', (leaf) => Object.assign(new (class extends obsidian.ItemView {
    getViewType() { return 'sample'; }
    getDisplayText() { return 'Sample'; }
    getState() { return { count: this.count ?? 0 }; }
    async setState(state) { this.count = state?.count ?? 0; }
  })(leaf)));`;

async function openSample(files: Record<string, string> = {}): Promise<Host> {
  const host = await openTestHost({ files, keepLayout: true });
  await host.loadPlugin(writePlugin(VIEW));
  return host;
}

/** Each leaf as `place type`, the active one with a star. */
function leaves({ app: { workspace } }: Host): string[] {
  const shown: string[] = [];
  workspace.iterateAllLeaves((leaf) => {
    const root = leaf.getRoot();
    const place = root === workspace.leftSplit ? 'left' : root === workspace.rightSplit ? 'right' : 'main';
    shown.push(
      `${place} ${leaf.view.getViewType()}${leaf.view === workspace.getActiveViewOfType(View) ? '*' : ''}${leaf.isDeferred ? ' deferred' : ''}`,
    );
  });
  return shown;
}

describe('a leaf', () => {
  it('is there from the start, empty, and takes the first note', async () => {
    const host = await openReadyHost({ files: { 'a.md': 'text' } });
    const { workspace, vault } = host.app;
    expect(leaves(host)).toEqual(['main empty*']);
    await workspace.getLeaf(false).openFile(vault.getFileByPath('a.md')!);
    expect(leaves(host)).toEqual(['main markdown*']);
    expect(workspace.getActiveFile()?.path).toBe('a.md');
    expect(workspace.activeEditor?.editor?.getValue()).toBe('text');
  });

  it('that is pinned, or shows a pane that is not for notes, is left alone', async () => {
    const host = await openSample({ 'a.md': '' });
    const { workspace, vault } = host.app;
    await workspace.getLeaf(false).setViewState({ type: 'sample', active: true });
    await workspace.getLeaf(false).openFile(vault.getFileByPath('a.md')!);
    workspace.getMostRecentLeaf()?.setPinned(true);
    await workspace.openLinkText('a', '');
    expect(leaves(host)).toEqual(['main sample', 'main markdown', 'main markdown*']);
  });

  it('that is closed while its file is being opened is not the active one', async () => {
    const host = await openReadyHost({ files: { 'a.md': 'text' } });
    const { workspace, vault } = host.app;
    const leaf = workspace.getLeaf(false);
    const opening = leaf.openFile(vault.getFileByPath('a.md')!);
    leaf.detach();
    await opening;
    expect(leaves(host)).toEqual(['main empty*']);
    expect(workspace.getLeaf(false)).not.toBe(leaf);
  });

  it('opens beside, in the sidebars, and closes', async () => {
    const host = await openSample();
    const { workspace } = host.app;
    const side = await workspace.ensureSideLeaf('sample', 'right');
    expect(await workspace.ensureSideLeaf('sample', 'right')).toBe(side);
    await workspace.getLeaf('split').setViewState({ type: 'sample', active: true });
    expect(leaves(host)).toEqual(['main empty', 'main sample*', 'right sample']);
    workspace.detachLeavesOfType('sample');
    expect(leaves(host)).toEqual(['main empty*']);
    expect((workspace.rightSplit as { collapsed: boolean }).collapsed).toBe(true);
  });

  it('tells, a moment later, what has become active and open', async () => {
    const host = await openReadyHost({ files: { 'a.md': '' } });
    const { workspace, vault } = host.app;
    const events: string[] = [];
    workspace.on('active-leaf-change', (leaf) => events.push(`active ${leaf?.view.getViewType() ?? 'none'}`));
    workspace.on('file-open', (file) => events.push(`open ${file?.path ?? 'none'}`));
    await workspace.getLeaf('tab').openFile(vault.getFileByPath('a.md')!);
    await host.settled();
    expect(events).toEqual(['active markdown', 'open a.md']);
    expect(workspace.getLastOpenFiles()).toEqual(['a.md']);
  });

  it('keeps its place and its state while its plugin is away', async () => {
    const host = await openSample();
    await host.app.workspace.getLeaf('tab').setViewState({ type: 'sample', active: true, state: { count: 3 } });
    await host.unloadPlugin();
    expect(leaves(host)).toEqual(['main empty', 'main sample* deferred']);
    await host.loadPlugin(writePlugin(VIEW));
    await host.settled();
    expect(host.app.workspace.getLeavesOfType('sample')[0]?.view.getState()).toEqual({ count: 3 });
  });
});

describe('a link', () => {
  it('leads to the heading that it names', async () => {
    const host = await openReadyHost({ files: { 'a.md': 'x\n\n# One\n# Two\n' } });
    await host.app.workspace.openLinkText('a#Two', '');
    expect(host.app.workspace.activeEditor?.editor?.getCursor()).toEqual({ line: 3, ch: 0 });
  });

  it('to a note that is not there makes it, with its folder', async () => {
    const host = await openReadyHost({ files: {} });
    await host.app.workspace.openLinkText('New/Note', '');
    expect(host.app.vault.getFileByPath('New/Note.md')).not.toBeNull();
  });
});

describe('a note that is edited', () => {
  const openNote = async (text: string): Promise<{ host: Host; view: MarkdownView; leaf: WorkspaceLeaf }> => {
    const host = await openReadyHost({ files: { 'a.md': text } });
    const leaf = host.app.workspace.getLeaf(false);
    await leaf.openFile(host.app.vault.getFileByPath('a.md')!);
    return { host, leaf, view: host.app.workspace.getActiveViewOfType(MarkdownView)! };
  };

  it('is not on disk before it is saved', async () => {
    const { host, view } = await openNote('old');
    view.editor.setValue('new');
    expect(await host.app.vault.adapter.read('a.md')).toBe('old');
    await view.save();
    expect(await host.app.vault.adapter.read('a.md')).toBe('new');
  });

  it('is saved when it is closed', async () => {
    const { host, view, leaf } = await openNote('old');
    view.editor.setValue('new');
    leaf.detach();
    await host.settled();
    expect(await host.app.vault.adapter.read('a.md')).toBe('new');
  });

  it('shows what others write, and follows its renaming', async () => {
    const { host, view } = await openNote('old');
    const file = view.file!;
    await host.app.vault.process(file, () => 'changed');
    await host.settled();
    expect(view.editor.getValue()).toBe('changed');
    await host.app.vault.rename(file, 'b.md');
    expect([view.getDisplayText(), view.getState().file]).toEqual(['b', 'b.md']);
  });

  it('keeps what is typed while it hears of what it has saved before', async () => {
    const { host, view } = await openNote('');
    view.editor.setValue('Written');
    await view.save();
    // The disk tells of that once more, and is slow to say what is there; meanwhile somebody goes on writing.
    const { vault } = host.app;
    let resolve = (): void => undefined;
    const read = new Promise<void>((done) => (resolve = done));
    const { adapter } = vault;
    const readNow = adapter.read.bind(adapter);
    adapter.read = async (path) => {
      const text = await readNow(path);
      await read;
      return text;
    };
    vault.trigger('modify', view.file);
    view.editor.setValue('Written while');
    const saving = view.save();
    view.editor.setValue('Written while nobody looked');
    resolve();
    await saving;
    await host.settled();
    expect(view.editor.getValue()).toBe('Written while nobody looked');
  });
});

describe('the layout', () => {
  it('comes back, its background tabs not loaded before they are looked at', async () => {
    const host = await openSample({ 'a.md': '' });
    const { workspace, vault } = host.app;
    await workspace.getLeaf('tab').setViewState({ type: 'sample', state: { count: 7 } });
    await workspace.getLeaf('tab').openFile(vault.getFileByPath('a.md')!);
    await workspace.requestSaveLayout.run();
    const saved = await vault.adapter.read('.obsidian/workspace.json');

    const again = await openSample({ 'a.md': '', '.obsidian/workspace.json': saved });
    expect(leaves(again)).toEqual(['main empty', 'main sample deferred', 'main markdown*']);
    const leaf = again.app.workspace.getLeavesOfType('sample')[0]!;
    expect(leaf.view).not.toBeInstanceOf(ItemView);
    await again.app.workspace.revealLeaf(leaf);
    expect(leaf.view).toBeInstanceOf(ItemView);
    expect(leaf.view.getState()).toEqual({ count: 7 });
  });

  it('that cannot be read is as if it were not there', async () => {
    for (const text of ['{', '[]', '{"main":{"children":[{"type":"leaf"},7,null]}}']) {
      const host = await openSample({ '.obsidian/workspace.json': text });
      expect(leaves(host)).toEqual(['main empty*']);
      expect(host.errors).toEqual([]);
    }
  });

  it('is not written unless asked for', async () => {
    const host = await openReadyHost({ files: {} });
    host.app.workspace.getLeaf('tab');
    await host.app.workspace.requestSaveLayout.run();
    expect(await host.app.vault.adapter.exists('.obsidian/workspace.json')).toBe(false);
  });
});
