/** A built plugin of a few lines that has one of everything a pane needs. */
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { onTestFinished } from 'vitest';
import type { ServedPlugin } from '../server/page-files';

const CODE = `
const { ConfirmationModal, ItemView, Menu, Notice, Plugin, PluginSettingTab, Scope } = require('obsidian');

class SampleView extends ItemView {
  hoverPopover = null;
  constructor(leaf) { super(leaf); this.icon = 'list'; this.scope = new Scope(this.app.scope); this.scope.register([], 'F9', () => { this.bump(); return false; }); }
  getViewType() { return 'sample'; }
  getDisplayText() { return 'Sample'; }
  getState() { return { count: this.count }; }
  async setState(state, result) { this.count = state?.count ?? 0; this.draw(); await super.setState(state, result); }
  bump() { this.count++; this.draw(); this.app.workspace.requestSaveLayout(); }
  draw() {
    this.contentEl.empty();
    this.contentEl.createEl('button', { cls: 'sample-count', text: 'Count ' + this.count }).addEventListener('click', () => this.bump());
    const link = this.contentEl.createEl('a', { cls: 'sample-link', text: 'A note', href: '#' });
    link.addEventListener('mouseover', (event) => this.app.workspace.trigger('hover-link', { event, source: 'sample', hoverParent: this, targetEl: link, linktext: 'Note', sourcePath: '' }));
    link.addEventListener('click', (event) => { event.preventDefault(); this.app.workspace.getLeaf('tab').openFile(this.app.vault.getFileByPath('Note.md'), { eState: { line: 0 } }); });
    link.addEventListener('contextmenu', (event) => {
      const menu = new Menu();
      menu.addItem((item) => item.setTitle('First').setSection('own').onClick(() => new Notice('First chosen')));
      menu.addItem((item) => item.setTitle('Off').setSection('own').setDisabled(true));
      menu.addItem((item) => item.setTitle('Second').setSection('own').onClick(() => new Notice('Second chosen')));
      this.app.workspace.trigger('file-menu', menu, this.app.vault.getFileByPath('Note.md'), 'sample', this.leaf);
      menu.showAtMouseEvent(event);
    });
  }
}

class SampleTab extends PluginSettingTab {
  constructor(app, plugin) { super(app, plugin); this.plugin = plugin; }
  getSettingDefinitions() {
    const { settings } = this.plugin;
    const restructure = async (names) => { settings.names = names; await this.plugin.saveData(settings); this.update(); };
    return [
      { name: 'Loud', desc: 'Says it loudly', control: { type: 'toggle', key: 'loud' } },
      { name: 'Greeting', control: { type: 'text', key: 'greeting', validate: (value) => (value === '' ? 'Say something.' : undefined) } },
      { type: 'list', heading: 'Names', emptyState: 'Nobody', items: settings.names.map((name) => ({ type: 'page', name, items: [{ name: 'Note', control: { type: 'file', key: 'note' } }] })),
        addItem: { name: 'Add name', action: () => restructure([...settings.names, 'Cora']) },
        onDelete: (index) => restructure(settings.names.filter((_, i) => i !== index)),
        onReorder: (from, to) => { const names = [...settings.names]; names.splice(to, 0, ...names.splice(from, 1)); return restructure(names); } },
    ];
  }
}

module.exports = class extends Plugin {
  async onload() {
    this.settings = { loud: false, greeting: 'Hello', note: '', names: ['Ada', 'Bert'], ...(await this.loadData()) };
    this.registerView('sample', (leaf) => new SampleView(leaf));
    this.addRibbonIcon('list', 'Open sample', () => this.app.workspace.getLeaf('tab').setViewState({ type: 'sample', active: true }));
    this.addStatusBarItem().setText('sample');
    this.addSettingTab(new SampleTab(this.app, this));
    this.registerHoverLinkSource('sample', { display: 'Sample', defaultMod: false });
    this.addCommand({ id: 'greet', name: 'Greet', callback: () => new Notice(this.settings.greeting) });
    this.addCommand({ id: 'side', name: 'Open in sidebar', callback: () => this.app.workspace.ensureSideLeaf('sample', 'right', { active: true }) });
    this.addCommand({ id: 'upper', name: 'Make upper case', editorCallback: (editor) => editor.setLine(0, editor.getLine(0).toUpperCase()) });
    this.addCommand({ id: 'ask', name: 'Ask', callback: () => new ConfirmationModal(this.app).setTitle('Sure?')
      .addButton((button) => button.setButtonText('Yes').onClick(() => void new Notice('Yes it is'))).addCancelButton().open() });
    this.registerMarkdownCodeBlockProcessor('sample', (source, el) => void el.setText('processed ' + source));
  }
};`;

export function samplePlugin(): ServedPlugin {
  const folder = mkdtempSync(join(tmpdir(), 'workbench-plugin-'));
  onTestFinished(() => rmSync(folder, { recursive: true, force: true }));
  const mainJs = join(folder, 'main.js');
  writeFileSync(mainJs, CODE);
  const manifest = {
    id: 'sample',
    name: 'Sample',
    author: '',
    version: '1.0.0',
    minAppVersion: '1.13.0',
    description: '',
  };
  return { mainJs, manifest, stylesCss: null };
}
