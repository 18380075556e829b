import { Keymap, Menu, type App, type PaneType } from 'obsidian';
import type { Column } from '../../core/board/build-board';
import { rowKey, type Row } from '../../core/board/build-rows';
import type { Card } from '../../core/board/card';
import { phaseOffers, planAdoptPhase, type PhaseOffer } from '../../core/draft/adopt-phase';
import { planUnfinished } from '../../core/edit/mark/plan-unfinished';
import type { CopyCounts } from '../../core/index/count-copies';
import type { Todo } from '../../core/index/todo';
import { columnOf } from '../../core/phase/columns';
import type { ResponsibilityState } from '../../core/progress/responsibilities';
import { textsIn } from '../../core/text/fields';
import { refusedActions } from '../actions/refused-actions';
import { planAndRun, runPlan, tellError } from '../plan/run-plan';
import { openRestore } from '../restore/open-restore';
import type { AskedView } from './asked-view';
import type { BoardController } from './board-controller';
import { BOARD_VIEW_TYPE, type BoardHost } from './board-host';
import type { ScrollPlace } from './board-state';
import { buildCardMenu } from './card-menu';
import { ReadyModal } from './ready-modal';
import { renderExcerpt, type ExcerptRequest } from './render-excerpt';
import { showMenuAt } from './show-menu-at';
import type { ShownBoard } from './shown-board';
import { ViewActions } from './view-actions';

/** Where hints that were put away are kept: on this device, for this vault. */
const DISMISSED_KEY = 'operations-lifecycle-dismissed';

const toggled = (names: readonly string[], name: string): readonly string[] =>
  names.includes(name) ? names.filter((one) => one !== name) : [...names, name];

/** A card's Markdown, and where it goes. */
interface CardRendering extends Pick<ExcerptRequest, 'markdown' | 'into' | 'done' | 'tick'> {
  readonly card: Card;
}

/** What a person can want of the board: its components hand that back here, and it is carried out. */
export class BoardActions {
  /** What is done with the view. */
  readonly views: ViewActions;
  /** What the plugin opens from here. */
  readonly plugin: Pick<BoardHost, 'openSettings' | 'openCheck' | 'createPages' | 'newResponsibility'>;
  /** Changes what is shown. */
  readonly change: ShownBoard['change'];
  /** Hints that were put away. */
  dismissed: ReadonlySet<string>;
  private readonly host: BoardHost;
  private readonly app: App;

  constructor(
    private readonly at: ShownBoard,
    /** What is done with the cards themselves. */
    readonly controller: BoardController,
    asked: AskedView,
  ) {
    this.plugin = this.host = at.host;
    this.app = at.host.context.app;
    this.change = (change) => at.change(change);
    this.views = new ViewActions(at, asked);
    this.dismissed = new Set(textsIn(this.app.loadLocalStorage(DISMISSED_KEY)));
  }

  /** Puts a hint away for good, on this device. */
  dismiss(hint: string): void {
    this.dismissed = new Set([...this.dismissed, hint]);
    this.app.saveLocalStorage(DISMISSED_KEY, [...this.dismissed]);
    this.at.drawSoon();
  }

  /** Keeps where a column (or the board, '') is scrolled to, for the next start. */
  rememberScroll(column: string, place: ScrollPlace | null): void {
    const others = Object.entries(this.at.state.scroll).filter(([name]) => name !== column);
    this.at.keep({ scroll: Object.fromEntries(place ? [...others, [column, place]] : others) });
  }

  toggleColumn({ name }: Column): void {
    this.change({ collapsed: toggled(this.at.state.collapsed, name) });
  }

  toggleRow(row: Row): void {
    this.change({ collapsedRows: toggled(this.at.state.collapsedRows, rowKey(row)) });
  }

  /** Lists what is finished, or not any more. */
  toggleFinished(): void {
    this.change({ finished: !this.at.state.finished });
  }

  focusHead({ name }: Column): void {
    this.change({ column: name, card: null, row: null });
  }

  focusRow(row: Row): void {
    this.change({ card: null, row: rowKey(row) });
  }

  focusCard({ id, todo }: Card): void {
    this.change({ column: columnOf(todo), card: id });
  }

  /** Opens a todo's note at its place: a section's heading, not the tag below it. Mod opens a new tab, as everywhere in the app; so does the middle button. */
  open({ path, startLine }: Pick<Todo, 'path' | 'startLine'>, event: MouseEvent | KeyboardEvent): void {
    this.openAt(path, startLine, Keymap.isModEvent(event));
  }

  openPage({ page }: Column, event: MouseEvent | KeyboardEvent): void {
    if (page !== null) this.open({ path: page, startLine: 0 }, event);
  }

  private readonly openAt = (path: string, line: number, pane: PaneType | boolean): void => {
    const file = this.app.vault.getFileByPath(path);
    if (file) void this.at.site.open(file, line, pane);
  };

  showMenu(card: Card, event: MouseEvent | KeyboardEvent): void {
    const { controller, host } = this;
    const cards = controller.subjects(card);
    const refusing =
      cards.length === 1 && !card.todo.fromCopy
        ? refusedActions(host.context, card.todo)
        : Promise.resolve(new Set<string>());
    void refusing.then((refused) => {
      const canCarry = this.at.canCarry;
      showMenuAt(buildCardMenu({ host, controller, card, cards, refused, canCarry, open: this.openAt }), event);
    }, tellError);
  }

  previewCard(card: Card, event: MouseEvent, target: HTMLElement): void {
    const { path } = card.todo;
    const heading = card.todo.kind === 'section' ? card.todo.headings.at(-1) : undefined;
    this.preview(event, target, heading === undefined ? path : `${path}#${heading}`, path);
  }

  previewNote(path: string, event: MouseEvent, target: HTMLElement): void {
    this.preview(event, target, path, path);
  }

  private preview(event: MouseEvent, targetEl: HTMLElement, linktext: string, sourcePath: string): void {
    this.at.previews?.over(event, (shown) =>
      this.app.workspace.trigger('hover-link', {
        event: shown,
        source: BOARD_VIEW_TYPE,
        hoverParent: this.at,
        targetEl,
        linktext,
        sourcePath,
      }),
    );
  }

  /** Renders a card's Markdown into an element, and says when it is there; the result takes it away again. */
  renderExcerpt({ card, ...request }: CardRendering): () => void {
    const { path } = card.todo;
    return renderExcerpt({
      ...request,
      app: this.app,
      owner: this.at,
      path,
      preview: (event, target, linktext) => this.preview(event, target, linktext, path),
    });
  }

  /** Puts what a base shows of a card's note into an element. */
  renderProperties(card: Card, into: HTMLElement): void {
    this.at.site.base?.renderProperties(card, into);
  }

  /** The notes that show it too. */
  shownIn(card: Card): readonly string[] {
    return this.host.index.shownIn(card.todo);
  }

  showHeadMenu(column: Column, event: MouseEvent | KeyboardEvent): void {
    const menu = new Menu();
    const add = (title: string, icon: string, act: () => void): Menu =>
      menu.addItem((item) => item.setTitle(title).setIcon(icon).onClick(act));
    const { name, page, summary } = column;
    if (page !== null) add('Open its page', 'file-text', () => this.openPage(column, event));
    else if (summary) add('Create its page…', 'file-plus', () => this.host.createPage(name));
    if (summary) add(`Is ${name} ready?`, 'circle-help', () => void this.tellReady(name));
    if (summary && column.finished.length > 0)
      menu.addItem((item) =>
        item
          .setTitle('Show what is finished')
          .setIcon('check')
          .setChecked(this.at.state.finished)
          .onClick(() => this.toggleFinished()),
      );
    showMenuAt(menu, event);
  }

  /** "Is Day 1 ready?" */
  async tellReady(phase: string): Promise<void> {
    new ReadyModal(this.host, phase, await this.host.missing(phase), this.openAt).open();
  }

  markUnfinished(responsibility: ResponsibilityState): void {
    void planAndRun(this.host.context, (planning) => planUnfinished(planning, responsibility));
  }

  /** What the index knows of frozen copies. */
  copyCounts(): CopyCounts {
    return this.host.index.copyCounts();
  }

  /** Opens the dialog that turns frozen copies back, of one note or of all; with `create` it makes the missing pages, too. */
  restore(path: string | null, create: boolean): void {
    void openRestore(this.host.context, path, create);
  }

  /** Pages that look like phases which are not there. */
  phaseOffers(): readonly PhaseOffer[] {
    return phaseOffers(this.host.index, this.host.vault);
  }

  adoptPhase(offer: PhaseOffer): void {
    void runPlan(this.host.context, planAdoptPhase(this.host.index, this.host.vault, offer));
  }
}
