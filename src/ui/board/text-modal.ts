import { Modal, type App } from 'obsidian';
import { keyName } from './key-title';

/** A few lines to read, and nothing to decide. */
export class TextModal extends Modal {
  constructor(
    app: App,
    private readonly heading: string,
    private readonly lines: readonly (readonly [term: string, text: string] | string)[],
  ) {
    super(app);
  }

  override onOpen(): void {
    this.setTitle(this.heading);
    for (const line of this.lines) {
      if (typeof line === 'string') {
        this.contentEl.createEl('p', { text: line });
        continue;
      }
      const row = this.contentEl.createDiv({ cls: 'ops-row' });
      row.createEl('kbd', { text: line[0].split(', ').map(keyName).join(', ') });
      row.createSpan({ text: line[1] });
    }
  }

  override onClose(): void {
    this.contentEl.empty();
  }
}

/** The keys of the board; `Mod` is written as the platform writes it. */
export const BOARD_KEYS: readonly (readonly [string, string])[] = [
  ['← ↑ → ↓', 'Move between cards and columns'],
  ['→, ←', 'Open a card in place, close it'],
  ['Home, End', 'To the column’s header, to its last card'],
  ['Page Up, Page Down', 'Ten cards back, ten on'],
  ['Enter', 'Open the note beside; on a header, the phase page'],
  ['Mod+Enter', 'Open in a new tab'],
  ['Space', 'On a header: collapse or expand the column'],
  ['Space', 'On a card: mark as done'],
  ['S', 'Split a section into its bullets'],
  ['E', 'Edit the text'],
  ['M', 'Move to a phase'],
  ['O', 'Set the owner'],
  ['D', 'Set the due date'],
  ['P', 'Pick up; then the arrow keys choose the column, and the row; Enter drops, Esc cancels'],
  ['A', 'Add a responsibility to the column'],
  ['X, Shift+↑↓, Shift+click', 'Select a card, several; keys are then for all'],
  ['Mod+A, Esc', 'Select the column; select none'],
  ['Shift+F10', 'The card’s menu'],
  ['Mod+Z, Mod+Shift+Z', 'Undo and redo what was done here'],
  ['/', 'Filter'],
  ['Esc', 'In the filter: clear it, then to the cards'],
  ['?', 'These keys'],
];
