import { Keymap, Menu, type App, type Component, type HoverParent, type PaneType } from 'obsidian';
import type { Column } from '../../core/board/build-board';
import type { Card } from '../../core/board/card';
import { phaseOffers, planAdoptPhase, type PhaseOffer } from '../../core/draft/adopt-phase';
import { planUnfinished } from '../../core/edit/mark/plan-unfinished';
import type { CopyCounts } from '../../core/index/count-copies';
import type { Todo } from '../../core/index/todo';
import type { ResponsibilityState } from '../../core/progress/responsibilities';
import { refusedActions } from '../actions/refused-actions';
import { planAndRun, runPlan, tellError } from '../plan/run-plan';
import { openRestore } from '../restore/open-restore';
import type { BoardController } from './board-controller';
import { BOARD_VIEW_TYPE, type BoardHost, type BoardSite } from './board-host';
import type { ScrollPlace } from './board-state';
import { buildCardMenu } from './card-menu';
import type { ModPreview } from './mod-preview';
import { ReadyModal } from './ready-modal';
import { renderExcerpt, type ExcerptRequest } from './render-excerpt';
import { showMenuAt } from './show-menu-at';
import { BOARD_KEYS, showText } from './show-text';
import { ViewActions, type ViewsHost } from './view-actions';

interface ActionsHost extends Omit<ViewsHost, 'showKeys'> {
  readonly site: BoardSite;
  readonly controller: BoardController;
  /** What lives as long as the board is shown. */
  readonly owner: Component & HoverParent;
  readonly previews: () => ModPreview | null;
  /** Whether cards can be carried to another column as they are laid out. */
  readonly canCarry: () => boolean;
  readonly rememberScroll: (column: string, place: ScrollPlace | null) => void;
  readonly dismiss: (hint: string) => void;
}

/** A card's Markdown, and where it goes. */
interface CardRendering extends Pick<ExcerptRequest, 'markdown' | 'into' | 'done' | 'tick'> {
  readonly card: Card;
}

/** What a person can want of the board: its components hand that back here, and it is carried out. */
export class BoardActions {
  /** What is done with the cards themselves. */
  readonly controller: BoardController;
  /** What is done with the view. */
  readonly views: ViewActions;
  /** What the plugin opens from here. */
  readonly plugin: Pick<BoardHost, 'openSettings' | 'openCheck' | 'createPages' | 'newResponsibility'>;
  /** Where a column (or the board, '') is scrolled to, for the next start; nothing is drawn for it. */
  readonly rememberScroll: ActionsHost['rememberScroll'];
  /** Puts a hint away for good, on this device. */
  readonly dismiss: ActionsHost['dismiss'];
  private readonly host: BoardHost;
  private readonly app: App;

  constructor(private readonly at: ActionsHost) {
    this.controller = at.controller;
    this.rememberScroll = at.rememberScroll;
    this.dismiss = at.dismiss;
    this.plugin = this.host = at.host;
    this.app = at.host.context.app;
    this.views = new ViewActions({ ...at, showKeys: () => this.showKeys() });
  }

  /** Opens a todo's note at its place: a section's heading, not the tag below it. */
  open({ path, startLine }: Todo, event: MouseEvent | KeyboardEvent): void {
    this.openAt(path, startLine, paneOf(event));
  }

  openPage({ page }: Column, event: MouseEvent | KeyboardEvent): void {
    if (page !== null) this.openAt(page, 0, paneOf(event));
  }

  /** Opens the note of a finished responsibility at its line. */
  openResponsibility({ path, line }: ResponsibilityState, event: MouseEvent | KeyboardEvent): void {
    this.openAt(path, line, paneOf(event));
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
      const canCarry = this.at.canCarry();
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
    this.at.previews()?.over(event, (shown) =>
      this.app.workspace.trigger('hover-link', {
        event: shown,
        source: BOARD_VIEW_TYPE,
        hoverParent: this.at.owner,
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
      owner: this.at.owner,
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
          .setChecked(this.at.state().finished)
          .onClick(() => this.at.change({ finished: !this.at.state().finished })),
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

  showKeys(): void {
    showText(this.app, 'Keys of the board', BOARD_KEYS);
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

/** Mod opens a new tab, as everywhere in the app; so does the middle button. */
function paneOf(event: MouseEvent | KeyboardEvent): PaneType | boolean {
  return Keymap.isModEvent(event);
}
