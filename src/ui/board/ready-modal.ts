import { Keymap, Modal, type App, type PaneType } from 'obsidian';
import { MISSING_WORDS, type Missing } from '../../core/progress/readiness';
import { counted } from '../../core/wording/counted';

/** What the answer asks of the plugin. */
export interface ReadyHost {
  readonly app: App;
  open(path: string, line: number, pane: PaneType | boolean): void;
  openCheck(): void;
}

/** "Is Day 1 ready?": yes, or what is missing, each a link to where it can be fixed. */
export class ReadyModal extends Modal {
  constructor(
    private readonly host: ReadyHost,
    private readonly phase: string,
    private readonly missing: readonly Missing[],
  ) {
    super(host.app);
  }

  override onOpen(): void {
    const { contentEl, missing, phase } = this;
    this.setTitle(`Is ${phase} ready?`);
    contentEl.createEl('p', {
      text:
        missing.length === 0
          ? `Yes: ${phase} is ready.`
          : `Not yet: ${counted(missing.length, 'thing is', 'things are')} missing.`,
    });
    if (missing.length === 0) return;
    const list = contentEl.createEl('ul', { cls: 'ops-missing' });
    for (const one of missing) this.drawMissing(list.createEl('li'), one);
    const row = contentEl.createDiv({ cls: 'modal-button-container' });
    row
      .createEl('button', { text: 'Copy as Markdown' })
      .addEventListener('click', () => void navigator.clipboard.writeText(this.markdown()));
  }

  private drawMissing(line: HTMLElement, { what, path, line: at, text }: Missing): void {
    line.createSpan({ cls: `ops-missing-what is-${what}`, text: MISSING_WORDS[what] });
    if (path === null) {
      line.createSpan({ text, attr: { dir: 'auto' } });
      return;
    }
    const link = line.createEl('a', { text, href: '#', attr: { dir: 'auto' } });
    link.addEventListener('click', (event) => {
      event.preventDefault();
      this.close();
      if (what === 'error') this.host.openCheck();
      else this.host.open(path, at ?? 0, Keymap.isModEvent(event));
    });
    line.createEl('small', { text: `${path}:${(at ?? 0) + 1}` });
  }

  private markdown(): string {
    const { app } = this;
    const place = (path: string | null): string => {
      const file = path === null ? null : app.vault.getFileByPath(path);
      return file ? ` ${app.fileManager.generateMarkdownLink(file, '')}` : '';
    };
    return [
      `${this.phase} is not ready:`,
      '',
      ...this.missing.map(({ what, path, text }) => `- ${MISSING_WORDS[what]}: ${text}${place(path)}`),
      '',
    ].join('\n');
  }

  override onClose(): void {
    this.contentEl.empty();
  }
}
