/** Every command that applies now, by some letters of its name. */
import type { Command } from 'obsidian';
import type { FuzzyMatch } from 'obsidian';
import type { App } from '../../../host/app/app';
import { FuzzySuggestModal } from '../../../host/modal/fuzzy-suggest-modal';
import { spellHotkey } from './hotkeys';

export class CommandPalette extends FuzzySuggestModal<Command> {
  constructor(app: App) {
    super(app);
    this.setPlaceholder('Select a command…');
    this.emptyStateText = 'No commands found.';
  }

  getItems(): Command[] {
    return this.app.commands.listCommands().sort((a, b) => a.name.localeCompare(b.name));
  }

  getItemText(command: Command): string {
    return command.name;
  }

  override renderSuggestion(match: FuzzyMatch<Command>, el: HTMLElement): void {
    el.addClass('mod-complex');
    super.renderSuggestion(match, el.createDiv('suggestion-content').createDiv('suggestion-title'));
    const hotkeys = el.createDiv('suggestion-aux');
    for (const hotkey of match.item.hotkeys ?? [])
      hotkeys.createEl('kbd', { cls: 'suggestion-hotkey', text: spellHotkey(hotkey) });
  }

  onChooseItem(command: Command): void {
    this.app.commands.executeCommand(command);
  }
}
