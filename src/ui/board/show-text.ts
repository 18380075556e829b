import { Modal, type App } from 'obsidian';
import { keyName } from './key-title';

/** Shows a few lines to read, a key and what it does among them; there is nothing to decide. */
export function showText(
  app: App,
  title: string,
  lines: readonly (readonly [key: string, text: string] | string)[],
): void {
  const modal = new Modal(app).setTitle(title);
  for (const line of lines) {
    if (typeof line === 'string') {
      modal.contentEl.createEl('p', { text: line });
      continue;
    }
    const row = modal.contentEl.createDiv({ cls: 'ops-row' });
    row.createEl('kbd', { text: line[0].split(', ').map(keyName).join(', ') });
    row.createSpan({ text: line[1] });
  }
  modal.open();
}

/** The keys of the board; `Mod` is written as the platform writes it. */
const BOARD_KEYS: readonly (readonly [string, string])[] = [
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

export const showKeys = (app: App): void => showText(app, 'Keys of the board', BOARD_KEYS);
