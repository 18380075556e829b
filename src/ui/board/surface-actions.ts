import { Keymap, Menu, type App, type Component, type HoverParent, type PaneType } from 'obsidian';
import type { Column } from '../../core/board/build-board';
import type { Card } from '../../core/board/card';
import { phaseOffers, planAdoptPhase, type PhaseOffer } from '../../core/draft/adopt-phase';
import { planUnfinished } from '../../core/edit/mark/plan-unfinished';
import type { CopyCounts } from '../../core/index/count-copies';
import type { Todo } from '../../core/index/todo';
import type { Missing } from '../../core/progress/readiness';
import type { ResponsibilityState } from '../../core/progress/responsibilities';
import { planAndRun } from '../actions/plan-and-run';
import { refusedActions } from '../actions/refused-actions';
import { setResponsibilityOwner } from '../actions/set-responsibility-owner';
import { runPlan, tellError } from '../plan/run-plan';
import { openRestore } from '../restore/open-restore';
import type { BoardActions, CardRendering } from './board-actions';
import type { BoardController } from './board-controller';
import { BOARD_VIEW_TYPE, type BoardHost, type BoardSite } from './board-host';
import type { BoardMemory } from './board-memory';
import type { ScrollPlace } from './board-state';
import { canMove } from './can-move';
import { buildCardMenu } from './card-menu';
import type { ModPreview } from './mod-preview';
import { ReadyModal } from './ready-modal';
import { renderExcerpt } from './render-excerpt';
import { showMenuAt } from './show-menu-at';
import { BOARD_KEYS, TextModal } from './text-modal';
import { ViewActions, type ViewsHost } from './view-actions';

export interface ActionsHost extends Omit<ViewsHost, 'showKeys'> {
  readonly site: BoardSite;
  readonly controller: BoardController;
  readonly memory: BoardMemory;
  /** What lives as long as the board is shown. */
  readonly owner: Component & HoverParent;
  readonly previews: () => ModPreview | null;
  /** Whether cards can be carried to another column as they are laid out. */
  readonly canCarry: () => boolean;
  readonly rememberScroll: (column: string, place: ScrollPlace | null) => void;
  readonly dismiss: (hint: string) => void;
}

/** Carries out what the components of a board hand back. */
export class SurfaceActions implements BoardActions {
  readonly controller: BoardController;
  readonly views: ViewActions;
  readonly rememberScroll: ActionsHost['rememberScroll'];
  readonly dismiss: ActionsHost['dismiss'];
  private readonly host: BoardHost;
  private readonly app: App;

  constructor(private readonly at: ActionsHost) {
    this.controller = at.controller;
    this.rememberScroll = at.rememberScroll;
    this.dismiss = at.dismiss;
    this.host = at.host;
    this.app = at.host.context.app;
    this.views = new ViewActions({ ...at, showKeys: () => this.showKeys() });
  }

  open({ path, startLine }: Todo, event: MouseEvent | KeyboardEvent): void {
    void this.openAt(path, startLine, paneOf(event));
  }

  openPage(column: Column, event: MouseEvent | KeyboardEvent): void {
    if (column.page !== null) void this.openAt(column.page, 0, paneOf(event));
  }

  openNote(path: string, event: MouseEvent | KeyboardEvent): void {
    void this.openAt(path, 0, paneOf(event));
  }

  private async openAt(path: string, line: number, pane: PaneType | boolean): Promise<void> {
    const file = this.app.vault.getFileByPath(path);
    if (file) await this.at.site.open(file, line, pane);
  }

  showMenu(card: Card, event: MouseEvent | KeyboardEvent): void {
    const cards = this.controller.subjects(card);
    const refused =
      cards.length === 1 && !card.todo.fromCopy
        ? refusedActions(this.host.context, card.todo)
        : Promise.resolve(new Set<string>());
    void refused.then((ids) => showMenuAt(this.menuOf(card, cards, ids), event), tellError);
  }

  private menuOf(card: Card, cards: readonly Card[], refused: ReadonlySet<string>): Menu {
    const { controller } = this;
    const { path } = card.todo;
    return buildCardMenu({
      app: this.app,
      context: this.host.context,
      card,
      cards,
      refused,
      isSelected: controller.work.selected.has(this.at.memory.keys.of(card)),
      canCarry: this.at.canCarry() && cards.some(({ todo }) => canMove(this.host.context, todo)),
      open: (where) => void this.openAt(path, card.todo.startLine, where),
      explain: (question, answer) => new TextModal(this.app, question, [answer]).open(),
      run: (action) => controller.run(action, cards),
      edit: () => void controller.startEditing(card),
      pickUp: () => controller.moves.pickUp(card),
      shownIn: this.shownIn(card),
      openNote: (host) => void this.openAt(host, 0, false),
      openTodo: ({ startLine }) => void this.openAt(path, startLine, false),
      select: () => controller.select(card, 'toggle'),
      turnIntoNote: (note, lines) => this.host.turnIntoNote(note, lines),
    });
  }

  addNote(column: Column, text: string): void {
    this.host.newResponsibility(column.name, text);
  }

  previewCard(card: Card, event: MouseEvent, target: HTMLElement): void {
    const heading = card.todo.kind === 'section' ? card.todo.headings.at(-1) : undefined;
    this.preview(
      event,
      target,
      heading === undefined ? card.todo.path : `${card.todo.path}#${heading}`,
      card.todo.path,
    );
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

  renderProperties(card: Card, into: HTMLElement): void {
    this.at.site.base?.renderProperties(card, into);
  }

  shownIn(card: Card): readonly string[] {
    return this.host.index.shownIn(card.todo);
  }

  showHeadMenu(column: Column, event: MouseEvent | KeyboardEvent): void {
    const menu = new Menu();
    if (column.page !== null)
      menu.addItem((item) =>
        item
          .setTitle('Open its page')
          .setIcon('file-text')
          .onClick(() => this.openPage(column, event)),
      );
    else if (column.summary)
      menu.addItem((item) =>
        item
          .setTitle('Create its page…')
          .setIcon('file-plus')
          .onClick(() => this.host.createPage(column.name)),
      );
    if (column.summary)
      menu.addItem((item) =>
        item
          .setTitle(`Is ${column.name} ready?`)
          .setIcon('circle-help')
          .onClick(() => void this.tellReady(column.name)),
      );
    if (column.summary && column.finished.length > 0)
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
    const { host } = this;
    const missing = (): Promise<readonly Missing[]> => host.missing(phase);
    new ReadyModal(
      {
        app: this.app,
        open: (path, line, pane) => void this.openAt(path, line, pane),
        openCheck: () => host.openCheck(),
        missing,
        setOwner: (one) => setResponsibilityOwner(host.context, one),
        fix: (one) => host.fixMissing(one),
        createPage: () => host.createPage(phase),
      },
      phase,
      await missing(),
    ).open();
  }

  markUnfinished(responsibility: ResponsibilityState): void {
    void planAndRun(this.host.context, (planning) => planUnfinished(planning, responsibility));
  }

  openResponsibility({ path, line }: ResponsibilityState, event: MouseEvent | KeyboardEvent): void {
    void this.openAt(path, line, paneOf(event));
  }

  showKeys(): void {
    new TextModal(this.app, 'Keys of the board', BOARD_KEYS).open();
  }

  openSettings(): void {
    this.host.openSettings();
  }

  createPages(): void {
    this.host.createPages();
  }

  openCheck(): void {
    this.host.openCheck();
  }

  copyCounts(): CopyCounts {
    return this.host.index.copyCounts();
  }

  restore(path: string | null, create: boolean): void {
    void openRestore(this.host.context, path, create);
  }

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
