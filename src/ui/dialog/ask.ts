import { ButtonComponent, Modal, type App, type Setting } from 'obsidian';

/** Opens a dialog that `draw` fills. Answers with what that hands to `answer`, which closes it; with `otherwise` when it is closed without. */
export function ask<T>(
  app: App,
  otherwise: T,
  draw: (modal: Modal, answer: (answered: T) => void) => void,
): Promise<T> {
  return new Promise((resolve) => {
    const modal = new Modal(app);
    let answered = otherwise;
    modal.onOpen = () =>
      draw(modal, (given) => {
        answered = given;
        modal.close();
      });
    modal.onClose = () => {
      modal.contentEl.empty();
      resolve(answered);
    };
    modal.open();
  });
}

/** "Cancel", and the button that does what the dialog is for: that one is handed back. */
export function addButtons(row: Setting, modal: Modal, words: string, act: () => void): ButtonComponent {
  new ButtonComponent(row.controlEl).setButtonText('Cancel').onClick(() => modal.close());
  return new ButtonComponent(row.controlEl).setButtonText(words).setCta().onClick(act);
}
