import { Modal, type App } from 'obsidian';

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

/** Where the clipboard refuses, the text is there to be copied by hand. */
export function showToCopy(app: App, title: string, text: string): void {
  const modal = new Modal(app).setTitle(title);
  const field = modal.contentEl.createEl('input', {
    type: 'text',
    value: text,
    attr: { readonly: '', 'aria-label': title },
  });
  modal.open();
  field.select();
}
