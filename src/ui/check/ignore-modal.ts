import { Modal, Setting, type App } from 'obsidian';

/** Asks why a finding is to be ignored. */
class IgnoreModal extends Modal {
  constructor(
    app: App,
    private readonly message: string,
    private readonly answer: (reason: string) => void,
  ) {
    super(app);
  }

  override onOpen(): void {
    this.setTitle('Ignore this finding?');
    this.contentEl.createEl('p', { text: this.message.replaceAll('`', '') });
    const form = this.contentEl.createEl('form');
    let reason = '';
    new Setting(form)
      .setName('Reason')
      .setDesc('For whoever wonders later')
      .addText((text) => {
        text.onChange((value) => (reason = value.trim()));
        text.inputEl.setAttribute('aria-label', 'Reason');
        text.inputEl.focus();
      });
    new Setting(form)
      .addButton((button) =>
        button
          .setButtonText('Cancel')
          .onClick(() => this.close())
          .buttonEl.setAttribute('type', 'button'),
      )
      .addButton((button) => button.setButtonText('Ignore').setCta().buttonEl.setAttribute('type', 'submit'));
    form.addEventListener('submit', (event) => {
      event.preventDefault();
      this.close();
      this.answer(reason);
    });
  }

  override onClose(): void {
    this.contentEl.empty();
  }
}

/** Asks for the reason, and calls back with it unless the user thinks better of it. */
export function askToIgnore(app: App, message: string, ignore: (reason: string) => void): void {
  new IgnoreModal(app, message, ignore).open();
}
