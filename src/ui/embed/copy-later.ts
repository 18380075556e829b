import { Modal, Notice, type App } from 'obsidian';

/**
 * Copies a text that is still being made. To be called while what the user did is handled, before any wait: WebKit refuses later writes, but
 * takes a promise. Rejects when the text does, or when the clipboard refuses.
 */
export async function copyLater(text: Promise<string>): Promise<void> {
  const win = activeWindow as Window & typeof window;
  const { clipboard } = win.navigator;
  // Older web views have no such item.
  if (!('ClipboardItem' in win)) await clipboard.writeText(await text);
  else
    await clipboard.write([
      new win.ClipboardItem({ 'text/plain': text.then((made) => new Blob([made], { type: 'text/plain' })) }),
    ]);
}

/** A field with the text, to be copied by hand. */
export function addToCopy(into: HTMLElement, title: string, text: string): HTMLTextAreaElement {
  return into.createEl('textarea', {
    cls: 'ops-to-copy',
    text,
    attr: { readonly: '', 'aria-label': title, rows: Math.min(text.split('\n').length, 12) },
  });
}

/** Where the clipboard refuses, the text is there to be copied by hand. */
export function showToCopy(app: App, title: string, text: string): void {
  const modal = new Modal(app).setTitle(title);
  const field = addToCopy(modal.contentEl, title, text);
  modal.open();
  field.select();
}

/** Copies a text and says so; where the clipboard refuses, shows it under the title. To be called while what the user did is handled. */
export function copyText(app: App, title: string, text: string, done: string): void {
  copyLater(Promise.resolve(text)).then(
    () => new Notice(done),
    () => showToCopy(app, title, text),
  );
}
