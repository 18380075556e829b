import { Modal, Setting, type ButtonComponent, type Editor, type TFile } from 'obsidian';
import { SHOWS, readBlock, writeFence, type BlockWords } from '../../core/block/board-block';
import { planBlock } from '../../core/block/plan-block';
import { offsetAt } from '../../core/note/offset-at';
import { GROUPS } from '../../core/settings/view';
import { refuse } from '../../core/text/refusal';
import { noteCursor } from '../actions/note-cursor';
import { addButtons } from '../dialog/ask';
import { FormFields } from '../form/form-fields';
import { BoardInNote, type BlockHost } from './board-in-note';
import { planAndRun } from '../plan/run-plan';

/** So long typing rests before the preview is drawn anew, in milliseconds. */
const REST_MS = 150;

/** A word as the form says it. */
const titled = (word: string): string => word.charAt(0).toUpperCase() + word.slice(1);

/** Asks what a board is to show, and shows it meanwhile. */
class InsertBlockModal extends Modal {
  private readonly text: Record<keyof BlockWords, string> = {
    view: '',
    query: '',
    group: '',
    show: 'board',
    limit: '',
  };
  private preview: BoardInNote | null = null;
  private button: ButtonComponent | null = null;
  private timer = 0;

  constructor(
    private readonly host: BlockHost,
    private readonly path: string,
    private readonly insert: (block: string) => void,
  ) {
    super(host.board.context.app);
  }

  override onOpen(): void {
    const { contentEl, text } = this;
    this.modalEl.addClass('ops-preview', 'ops-form');
    this.setTitle('Insert phase board');
    const fields = new FormFields(
      contentEl.createDiv({ cls: 'ops-form-fields' }),
      () => {
        contentEl.win.clearTimeout(this.timer);
        this.timer = contentEl.win.setTimeout(() => this.draw(), REST_MS);
      },
      () => this.submit(),
    );
    const set = (field: keyof BlockWords) => (value: string) => void (text[field] = value);
    fields.text({
      field: 'query',
      name: 'Show only',
      value: '',
      placeholder: 'owner:none due:week',
      set: set('query'),
    });
    const views = this.host.board.index.settings.savedViews.map(({ name }) => [name, name] as const);
    if (views.length > 0)
      fields.choice({
        field: 'view',
        name: 'Of the view',
        options: [['', 'All'], ...views],
        value: '',
        set: set('view'),
      });
    fields.choice({
      field: 'show',
      name: 'As',
      options: SHOWS.map((show) => [show, titled(show)]),
      value: text.show,
      set: set('show'),
    });
    fields.choice({
      field: 'group',
      name: 'Rows',
      options: [['', 'As the view has them'], ...GROUPS.map((group) => [group, titled(group)] as const)],
      value: '',
      set: set('group'),
    });
    fields.text({
      field: 'limit',
      name: 'At most so many in a column',
      value: '',
      placeholder: 'All',
      set: set('limit'),
    });
    contentEl.createDiv({ cls: 'ops-block-preview', attr: { role: 'region', 'aria-label': 'Preview' } });
    const buttons = new Setting(contentEl).setClass('ops-form-buttons');
    this.button = addButtons(buttons, this, 'Insert', () => this.submit());
    fields.focusFirst();
    this.draw();
  }

  override onClose(): void {
    this.contentEl.win.clearTimeout(this.timer);
    this.preview?.unload();
    this.contentEl.empty();
  }

  private get block(): string {
    return writeFence({ ...this.text, show: this.text.show === 'board' ? '' : this.text.show });
  }

  private get source(): string {
    return this.block.split('\n').slice(1, -2).join('\n');
  }

  private get isRight(): boolean {
    return !('problems' in readBlock(this.source, this.host.board.index.settings.savedViews));
  }

  private draw(): void {
    const into = this.contentEl.find('.ops-block-preview');
    this.preview?.unload();
    into.empty();
    this.preview = new BoardInNote(into.createDiv(), this.host, this.source, this.path);
    this.preview.load();
    this.button?.setDisabled(!this.isRight);
  }

  private submit(): void {
    this.draw();
    if (!this.isRight) return;
    this.close();
    this.insert(this.block);
  }
}

/** Asks what a board is to show, and puts its block at the cursor. Throws, for people, where the cursor is in no place of the note. */
export function insertBlock(host: BlockHost, editor: Editor, { path }: TFile): void {
  const cursor = noteCursor(editor)();
  new InsertBlockModal(host, path, (block) => {
    void planAndRun(host.board.context, async ({ vault }) => {
      const source = await vault.read(path);
      return source
        ? planBlock(source, offsetAt(source.text, cursor.line, cursor.ch), block)
        : refuse(`${path} is not there any more.`);
    });
  }).open();
}
