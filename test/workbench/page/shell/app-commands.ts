/** The few commands of the app itself that a pane is tried out with. */
import type { Command } from 'obsidian';
import type { App } from '../../../host/app/app';
import { FileView } from '../../../host/view/file-view';
import { MarkdownView } from '../../../host/view/markdown-view';
import { toggleTheme } from './appearance';
import { CommandPalette } from './command-palette';
import { createNote } from './create-note';
import { QuickSwitcher } from './quick-switcher';

export function addAppCommands(app: App): void {
  const { workspace, commands } = app;
  const add = (command: Command) => commands.addCommand(command);
  const hotkey = (key: string, ...modifiers: ('Mod' | 'Shift' | 'Alt')[]) => [{ modifiers, key }];
  add({
    id: 'command-palette:open',
    name: 'Command palette: Open command palette',
    hotkeys: hotkey('p', 'Mod'),
    callback: () => new CommandPalette(app).open(),
  });
  add({
    id: 'switcher:open',
    name: 'Quick switcher: Open quick switcher',
    hotkeys: hotkey('o', 'Mod'),
    callback: () => new QuickSwitcher(app).open(),
  });
  add({
    id: 'app:open-settings',
    name: 'Open settings',
    hotkeys: hotkey(',', 'Mod'),
    callback: () => app.setting.open(),
  });
  add({ id: 'app:toggle-left-sidebar', name: 'Toggle left sidebar', callback: () => workspace.leftSplit.toggle() });
  add({ id: 'app:toggle-right-sidebar', name: 'Toggle right sidebar', callback: () => workspace.rightSplit.toggle() });
  add({ id: 'theme:switch', name: 'Switch between light and dark', callback: () => toggleTheme(app) });
  add({
    id: 'file-explorer:new-file',
    name: 'Create new note',
    hotkeys: hotkey('n', 'Mod'),
    callback: () => void createNote(app),
  });
  add({
    id: 'workspace:new-tab',
    name: 'New tab',
    callback: () => workspace.setActiveLeaf(workspace.getLeaf('tab'), { focus: true }),
  });
  add({ id: 'workspace:close', name: 'Close current tab', callback: () => workspace.activeLeaf?.detach() });
  add({
    id: 'workspace:split-vertical',
    name: 'Split right',
    callback: () => workspace.activeLeaf && workspace.duplicateLeaf(workspace.activeLeaf, 'split'),
  });
  add({
    id: 'workspace:move-to-new-window',
    name: 'Move current pane to new window',
    callback: () => workspace.activeLeaf && workspace.moveLeafToPopout(workspace.activeLeaf),
  });
  add({
    id: 'markdown:toggle-preview',
    name: 'Toggle reading view',
    hotkeys: hotkey('e', 'Mod'),
    checkCallback(checking) {
      const view = workspace.activeLeaf?.view;
      if (!(view instanceof MarkdownView)) return false;
      if (!checking) view.setMode(view.getMode() === 'source' ? 'preview' : 'source');
      return true;
    },
  });
  add({
    id: 'app:delete-file',
    name: 'Delete current file',
    checkCallback(checking) {
      const view = workspace.activeLeaf?.view;
      if (!(view instanceof FileView) || !view.file) return false;
      if (!checking) void app.fileManager.trashFile(view.file);
      return true;
    },
  });
}
