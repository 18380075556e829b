import { Modal, type App } from 'obsidian';

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
      row.createEl('kbd', { text: line[0] });
      row.createSpan({ text: line[1] });
    }
  }

  override onClose(): void {
    this.contentEl.empty();
  }
}

/** The keys of the board. */
export const BOARD_KEYS: readonly (readonly [string, string])[] = [
  ['← ↑ → ↓', 'Move between cards and columns'],
  ['Home, End', 'To the column’s header, to its last card'],
  ['Enter', 'Open the note beside the board; on a header, the phase page'],
  ['Mod+Enter', 'Open in a new tab'],
  ['Space', 'On a header: collapse or expand the column'],
  ['Shift+F10', 'The card’s menu'],
  ['/', 'Filter'],
  ['Esc', 'In the filter: clear it, then back to the cards'],
  ['?', 'These keys'],
];
