import { Keymap, Modal, type PaneType } from 'obsidian';
import { MISSING_WORDS, type Missing } from '../../core/progress/readiness';
import { counted } from '../../core/wording/counted';
import { setResponsibilityOwner } from '../actions/set-responsibility-owner';
import { copyText } from '../embed/copy-later';
import { tellError } from '../plan/run-plan';
import type { BoardHost } from './board-host';

/** "Is Day 1 ready?": yes, or what is missing, each a link to where it stands, with what can be done about it from here. */
export class ReadyModal extends Modal {
  constructor(
    private readonly host: BoardHost,
    private readonly phase: string,
    private missing: readonly Missing[],
    private readonly openAt: (path: string, line: number, pane: PaneType | boolean) => void,
  ) {
    super(host.context.app);
  }

  override onOpen(): void {
    this.setTitle(`Is ${this.phase} ready?`);
    this.draw();
  }

  private draw(): void {
    const { contentEl, missing, phase } = this;
    contentEl.empty();
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
      .addEventListener('click', () =>
        copyText(this.app, `What ${phase} lacks`, this.markdown(), 'Copied as Markdown'),
      );
  }

  private drawMissing(line: HTMLElement, one: Missing): void {
    const { what, path, line: at, text } = one;
    line.createSpan({ cls: `ops-missing-what is-${what}`, text: MISSING_WORDS[what] });
    if (path === null) {
      line.createSpan({ text, attr: { dir: 'auto' } });
      const create = line.createEl('button', { text: 'Create its page…' });
      create.addEventListener('click', () => {
        this.close();
        this.host.createPage(this.phase);
      });
      return;
    }
    const link = line.createEl('a', { text, href: '#', attr: { dir: 'auto' } });
    link.addEventListener('click', (event) => {
      event.preventDefault();
      this.close();
      if (what === 'error') this.host.openCheck();
      else this.openAt(path, at ?? 0, Keymap.isModEvent(event));
    });
    line.createEl('small', { text: `${path}:${(at ?? 0) + 1}` });
    const { host } = this;
    if (what === 'owner') this.addButton(line, 'Set owner…', text, () => setResponsibilityOwner(host.context, one));
    else if (one.fixable === true) this.addButton(line, 'Fix', text, () => host.fixMissing(one));
  }

  private addButton(line: HTMLElement, text: string, of: string, act: () => Promise<boolean>): void {
    const button = line.createEl('button', { text, attr: { 'aria-label': `${text.replace('…', '')}: ${of}` } });
    button.addEventListener('click', () => void this.actAndLook(button, act).catch(tellError));
  }

  /** What is missing is asked anew when something was written; the keyboard goes on where it was. */
  private async actAndLook(button: HTMLButtonElement, act: () => Promise<boolean>): Promise<void> {
    const { contentEl } = this;
    const at = [...contentEl.querySelectorAll('button')].indexOf(button);
    if (!(await act())) return;
    this.missing = await this.host.missing(this.phase);
    this.draw();
    const buttons = contentEl.querySelectorAll('button');
    (buttons[Math.min(at, buttons.length - 1)] ?? this.modalEl).focus();
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
