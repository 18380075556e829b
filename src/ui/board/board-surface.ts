import {
  Component,
  Keymap,
  Menu,
  Notice,
  Platform,
  type App,
  type HoverParent,
  type HoverPopover,
  type PaneType,
  type TFile,
} from 'obsidian';
import { h, render } from 'preact';
import { askedOf, type Board, type BoardBuilder, type BoardRequest, type Column } from '../../core/board/build-board';
import type { Card } from '../../core/board/card';
import { isoDay } from '../../core/board/iso-day';
import { cardOrder } from '../../core/board/order-cards';
import type { Chip } from '../../core/board/query/chips';
import { findBlockingTerm, type BlockingTerm } from '../../core/board/query/blocking-term';
import { isAnswerable, type QueryMessage } from '../../core/board/query/query';
import { readQuery } from '../../core/board/query/read-query';
import { suggest } from '../../core/board/query/suggest';
import { phaseOffers, planAdoptPhase, type PhaseOffer } from '../../core/draft/adopt-phase';
import { planUnfinished } from '../../core/edit/mark/plan-unfinished';
import type { CopyCounts } from '../../core/index/count-copies';
import { listRoles } from '../../core/index/list-roles';
import type { OperationsIndex, VaultView } from '../../core/index/operations-index';
import type { Todo } from '../../core/index/todo';
import type { Missing } from '../../core/progress/readiness';
import type { ResponsibilityState } from '../../core/progress/responsibilities';
import { saveView, viewLike, type View } from '../../core/settings/view';
import type { ActionContext } from '../actions/action-context';
import { refusedActions } from '../actions/refused-actions';
import { choose, type Choice } from '../dialog/choose';
import { runPlan, tellError, tellStep } from '../plan/run-plan';
import { openRestore } from '../restore/open-restore';
import { writeBlock } from '../../core/block/board-block';
import { copyLater, showToCopy } from '../embed/copy-later';
import type { BlockLook } from './block-bar';
import type { BoardActions, CardRendering } from './board-actions';
import { BoardComponent, type BoardLayout } from './board-component';
import { BoardMemory } from './board-memory';
import { BoardController } from './board-controller';
import { canMove } from './can-move';
import { isTextField } from './is-text-field';
import { watchLongPress } from './long-press';
import { INITIAL_STATE, type BoardState, type ScrollPlace } from './board-state';
import { buildCardMenu } from './card-menu';
import { ModPreview } from './mod-preview';
import { QuerySuggest } from './query-suggest';
import { ReadyModal } from './ready-modal';
import { setResponsibilityOwner } from '../actions/set-responsibility-owner';
import { renderExcerpt } from './render-excerpt';
import { typesCharacter } from './types-character';
import { viewLink } from './view-link';
import { BOARD_KEYS, TextModal } from './text-modal';
import { addGroupMenu, addViewMenu, type ViewMenuParts } from './view-menu';
import { ViewSheet } from './view-sheet';

export const BOARD_VIEW_TYPE = 'operations-lifecycle-board';

/** Where hints that were put away are kept: on this device, for this vault. */
const DISMISSED_KEY = 'operations-lifecycle-dismissed';

/** Below this width in pixels columns do not stand side by side. */
const WIDE = 640;

/** What of the state the model is made of. */
const MODEL = ['filter', 'showElsewhere', 'group', 'sort'] as const;

/** What a board asks of the plugin. */
export interface BoardHost {
  readonly index: OperationsIndex;
  readonly vault: VaultView;
  /** One for all boards: they show the same cards. */
  readonly builder: BoardBuilder;
  readonly context: ActionContext;
  /** Opens the form for a responsibility with a note of its own. */
  newResponsibility(column: string, title: string): void;
  /** Progress of the first index; null when it is complete. */
  readonly reading: { readonly done: number; readonly total: number } | null;
  /** Lines about the index for the pane's menu: how many notes, how long, which could not be read. */
  readonly report: {
    readonly summary: string;
    readonly problems: readonly { readonly path: string; readonly reason: string }[];
    /** What could not be registered. */
    readonly missing: readonly string[];
  };
  openSettings(): void;
  /** The form that makes a vault's first pages. */
  createPages(): void;
  /** The form that makes notes of bullets or sections. */
  turnIntoNote(path: string, lines: readonly number[]): void;
  /** How many errors the handbook check has found in a note, as far as it has come; asking lets it go on. */
  errorsIn(path: string): number;
  openCheck(): void;
  /** "Progress over time", today included. */
  showProgress(): void;
  /** Shows a view in a pane. */
  openPane(view: View): void;
  /** When a note was changed last. */
  changedAt(path: string): number;
  /** What a phase lacks, when the handbook check has looked at all of the vault. */
  missing(phase: string): Promise<readonly Missing[]>;
  /** Fixes an error that a phase's page has; whether it was written. */
  fixMissing(one: Missing): Promise<boolean>;
}

/** What a board shows in the place of the vault's todos: the notes of a base. */
export interface BaseSource {
  build(withElsewhere: boolean): Board;
  /** Puts what the base shows of a note into an element. */
  renderProperties(path: string, into: HTMLElement): void;
}

/** Where a board is drawn, and what its place decides. */
export interface BoardSite {
  readonly root: HTMLElement;
  /** How it stands in a note; null in a pane. */
  readonly block: BlockLook | null;
  readonly base?: BaseSource;
  /** Whether somebody can see it: what cannot be seen is not drawn. */
  isShown(): boolean;
  /** The board's state is another. */
  stateChanged(): void;
  /** Opens a note at a 0-based line. */
  open(file: TFile, line: number, pane: PaneType | boolean): Promise<void>;
}

/** A board in an element of a pane or a note: it follows the vault, and carries out what its components hand back. Its state is its own; whoever shows it may keep that. */
export class BoardSurface extends Component implements BoardActions, HoverParent {
  /** The preview that hovers over a card: Obsidian keeps it here. */
  hoverPopover: HoverPopover | null = null;
  private current: BoardState = INITIAL_STATE;
  private board: Board | null = null;
  private isStale = true;
  private willDraw = false;
  private isClosed = false;
  private today = '';
  /** The last query that could be answered, and what is wrong with the one that stands in the field. */
  private query = '';
  private slips: readonly QueryMessage[] = [];
  private chips: readonly Chip[] = [];
  private blockingTerm: BlockingTerm | null = null;
  private sheet: ViewSheet | null = null;
  private drawnLayout: BoardLayout | null = null;
  private dismissed: ReadonlySet<string>;
  private previews: ModPreview | null = null;
  private readonly memory = new BoardMemory();
  readonly controller: BoardController;
  private readonly app: App;
  private readonly root: HTMLElement;

  constructor(
    private readonly host: BoardHost,
    private readonly site: BoardSite,
  ) {
    super();
    this.app = host.context.app;
    this.root = site.root;
    this.controller = new BoardController({
      app: this.app,
      context: host.context,
      memory: this.memory,
      root: this.root,
      board: () => this.board,
      group: () => this.current.group,
      orderAfter: (written) =>
        cardOrder(this.current.sort, (path) => (path === written ? Infinity : host.changedAt(path))),
      drawSoon: () => this.drawSoon(),
      rebuild: () => this.invalidate(),
      canCarry: () => this.layout() !== 'tabs',
    });
    this.dismissed = new Set(readTexts(this.app.loadLocalStorage(DISMISSED_KEY)));
  }

  override onload(): void {
    watchLongPress(this, this.root);
    this.previews = new ModPreview(this, this.root);
    // What was hidden does its work when it is seen again.
    this.registerEvent(this.app.workspace.on('layout-change', () => this.drawIfStale()));
    this.registerEvent(this.app.workspace.on('active-leaf-change', () => this.drawIfStale()));
    this.watchSize();
    // A pane has a scope for them.
    if (this.site.block ?? this.site.base) this.registerDomEvent(this.root, 'keydown', (event) => this.pressed(event));
    this.invalidate();
  }

  /** The keys that a pane has as a whole: beside a block there are other things to undo while the focus is elsewhere. */
  private pressed(event: KeyboardEvent): void {
    const { context } = this.host;
    if (isTextField(event.target)) return;
    if (event.key.toLowerCase() === 'z' && Keymap.isModifier(event, 'Mod') && !event.altKey)
      void tellStep(event.shiftKey ? context.redo() : context.undo());
    else if (event.key === '?' && typesCharacter(event)) this.showKeys();
    else return;
    event.preventDefault();
    event.stopPropagation();
  }

  override onunload(): void {
    this.isClosed = true;
    this.controller.moves.stopDrag();
    render(null, this.root);
  }

  get state(): BoardState {
    return this.current;
  }

  /** Shows the board in a state that was kept. */
  show(state: BoardState): void {
    this.current = state;
    this.invalidate();
  }

  /** Puts the focus where the keys of the grid work. */
  focusGrid(): void {
    this.root.querySelector<HTMLElement>('.ops-grid [tabindex="0"]')?.focus({ preventScroll: true });
  }

  private resized(): void {
    if (!this.site.isShown()) return;
    if (this.layout() === this.drawnLayout) this.drawIfStale();
    else this.drawSoon();
  }

  /** A neighbour that comes or goes leaves the pane another width, whoever tells of it. */
  private watchSize(): void {
    const { root } = this;
    let stop = (): void => undefined;
    // Of the element's own window: another one that is hidden draws no frames.
    const watch = (): void => {
      stop();
      const win = root.win as Window & typeof window;
      // In the next frame: what is drawn now would be measured too late for this one.
      const sizes = new win.ResizeObserver(() => win.requestAnimationFrame(() => this.resized()));
      sizes.observe(root);
      stop = () => sizes.disconnect();
    };
    watch();
    this.register(
      root.onWindowMigrated(() => {
        watch();
        // Every component took its observers and frames from the window that it was drawn in.
        render(null, root);
        this.drawSoon();
      }),
    );
    this.register(() => stop());
  }

  /** In order; none before the first drawing. */
  get columnNames(): readonly string[] {
    return (this.board?.columns ?? []).map(({ name }) => name);
  }

  /** The index has changed. */
  invalidate(): void {
    this.isStale = true;
    this.drawIfStale();
  }

  /** Shows what a note holds: its path as the filter, Elsewhere included where needed. */
  showNote(path: string): void {
    const isElsewhere = this.host.index.todosOf(path).some(({ why }) => why === 'none');
    this.change({ filter: `"${path}"`, showElsewhere: this.current.showElsewhere || isElsewhere });
  }

  drawIfStale(): void {
    if (this.isStale && this.site.isShown()) this.drawSoon();
  }

  /** Changes what is shown, and draws it. */
  readonly change = (change: Partial<BoardState>): void => {
    this.isStale ||= MODEL.some((key) => change[key] !== undefined);
    this.current = { ...this.current, ...change };
    this.site.stateChanged();
    this.drawSoon();
  };

  /** Never at once: a change may come out of a drawing, by a focus that moves, and drawings must not nest. */
  private drawSoon(): void {
    if (this.willDraw) return;
    this.willDraw = true;
    queueMicrotask(() => {
      this.willDraw = false;
      this.draw();
    });
  }

  private draw(): void {
    // What hangs at the pointer stays over what it hangs over; the end of the drag draws.
    if (this.isClosed || this.controller.moves.isDragging) return;
    if (!this.site.isShown()) {
      this.isStale = true;
      return;
    }
    const { index, vault, reading } = this.host;
    if (this.isStale || !this.board) {
      this.today = isoDay(new Date());
      const before = this.board;
      const { base, block } = this.site;
      this.board =
        base?.build(this.current.showElsewhere) ??
        this.host.builder.build({
          ...this.request(this.view()),
          errorsIn: (path) => this.host.errorsIn(path),
          limit: block?.limit ?? undefined,
          roles: this.controller.moves.offersRoles ? listRoles(index, vault).map(({ path }) => path) : [],
        });
      if (!base) this.followQuery(this.board);
      this.isStale = false;
      this.controller.follow(before, this.board);
    }
    this.drawnLayout = this.layout();
    render(
      h(BoardComponent, {
        board: this.board,
        messages: [...this.slips, ...this.board.messages],
        chips: this.chips,
        blockingTerm: this.blockingTerm,
        lifecycle: index.lifecycle,
        state: this.current,
        layout: this.drawnLayout,
        today: this.today,
        density: this.current.density,
        dismissed: this.dismissed,
        reading,
        work: this.controller.work,
        memory: this.memory,
        actions: this,
        setState: this.change,
        block: this.site.block,
        isBase: this.site.base !== undefined,
      }),
      this.root,
    );
    if (this.sheet?.containerEl.isConnected) this.sheet.draw();
  }

  /** What is asked for; a query that cannot be answered leaves on the board what the one before it let through. */
  private view(): View {
    const { filter, showElsewhere, group, density, sort, finished } = this.current;
    const asked = readQuery(filter);
    this.slips = isAnswerable(asked) ? [] : asked.messages;
    if (this.slips.length === 0) this.query = filter;
    return { query: this.query, group, density, sort, finished, elsewhere: showElsewhere };
  }

  private request(view: View): BoardRequest {
    const { index, vault } = this.host;
    return { index, vault, view, today: this.today, changedAt: (path) => this.host.changedAt(path) };
  }

  /** What stands beside the query that is answered. */
  private followQuery({ shown }: Board): void {
    const request = this.request({ ...this.view(), query: this.query });
    const asked = askedOf(request);
    const cardsFor = (query: string): readonly Card[] =>
      this.host.builder.pool({ ...request, view: { ...request.view, query } });
    this.chips = this.host.builder.chips(request);
    this.blockingTerm = shown === 0 ? findBlockingTerm(this.query, cardsFor, asked) : null;
  }

  private layout(): BoardLayout {
    const { block } = this.site;
    if ((block?.show ?? 'board') === 'board' && this.root.clientWidth >= WIDE) return 'wide';
    return Platform.isMobile && !block ? 'tabs' : 'stacked';
  }

  // What components hand back.

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
    if (file) await this.site.open(file, line, pane);
  }

  showMenu(card: Card, event: MouseEvent | KeyboardEvent): void {
    const cards = this.controller.subjects(card);
    const target = event.target as HTMLElement;
    const refused =
      cards.length === 1 && !card.todo.fromCopy
        ? refusedActions(this.host.context, card.todo)
        : Promise.resolve(new Set<string>());
    void refused.then((ids) => {
      const menu = this.menuOf(card, cards, ids);
      if (event.instanceOf(MouseEvent)) menu.showAtMouseEvent(event);
      else {
        const box = target.getBoundingClientRect();
        menu.showAtPosition({ x: box.left + 16, y: box.top + 24 }, this.root.doc);
      }
    }, tellError);
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
      isSelected: controller.work.selected.has(this.memory.keys.of(card)),
      canCarry: this.layout() !== 'tabs' && cards.some(({ todo }) => canMove(this.host.context, todo)),
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
    this.previews?.over(event, (shown) =>
      this.app.workspace.trigger('hover-link', {
        event: shown,
        source: BOARD_VIEW_TYPE,
        hoverParent: this,
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
      owner: this,
      path,
      preview: (event, target, linktext) => this.preview(event, target, linktext, path),
    });
  }

  renderProperties(card: Card, into: HTMLElement): void {
    this.site.base?.renderProperties(card.todo.path, into);
  }

  shownIn(card: Card): readonly string[] {
    return this.host.index.shownIn(card.todo);
  }

  rememberScroll(column: string, place: ScrollPlace | null): void {
    const others = Object.entries(this.current.scroll).filter(([name]) => name !== column);
    this.current = { ...this.current, scroll: Object.fromEntries(place ? [...others, [column, place]] : others) };
    this.site.stateChanged();
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
          .setChecked(this.current.finished)
          .onClick(() => this.change({ finished: !this.current.finished })),
      );
    this.showMenuAt(menu, event);
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
      },
      phase,
      await missing(),
    ).open();
  }

  showGroupMenu(event: MouseEvent): void {
    const menu = new Menu();
    addGroupMenu(menu, this.current.group, (group) => this.change({ group }));
    this.showMenuAt(menu, event);
  }

  showViewMenu(event: MouseEvent): void {
    if (Platform.isPhone) {
      this.sheet = new ViewSheet(this.app, () => this.viewMenu());
      this.sheet.open();
      return;
    }
    const menu = new Menu();
    addViewMenu(menu, this.viewMenu());
    this.showMenuAt(menu, event);
  }

  private viewMenu(): ViewMenuParts {
    const { group, sort } = this.current;
    return {
      chips: this.chips,
      group,
      sort,
      savedViews: this.host.index.settings.savedViews,
      filter: (filter) => this.change({ filter }),
      setGroup: (next) => this.change({ group: next }),
      setSort: (next) => this.change({ sort: next }),
      open: ({ view }) => this.openView(view),
      save: () => void this.saveView(),
      copyLink: () => void navigator.clipboard.writeText(this.link()),
      showKeys: () => this.showKeys(),
    };
  }

  /** Shows what a view asks for, as it asks for it. */
  openView({ query, group, sort, density, finished, elsewhere }: View): void {
    this.change({ filter: query, group, sort, density, finished, showElsewhere: elsewhere });
  }

  /** The link to what is shown: to the saved view that it is, else to its query. */
  private link(): string {
    const saved = viewLike(this.host.index.settings.savedViews, this.view());
    return viewLink(this.app.vault.getName(), saved ? { view: saved.name } : { query: this.query });
  }

  /** Copies a block that shows in a note what is shown here. */
  copyBlock(): void {
    const block = writeBlock(this.view(), this.host.index.settings.savedViews);
    copyLater(Promise.resolve(block)).then(
      () => new Notice('Copied: paste it into a note'),
      () => showToCopy(this.app, 'The board as a block', block),
    );
  }

  private async saveView(): Promise<void> {
    const { settings } = this.host.index;
    const free = (name: string): Choice<string> | null =>
      name.trim() === '' ? null : { text: `Save as “${name.trim()}”`, note: '', value: name };
    const choices = settings.savedViews.map(({ name, view }): Choice<string> => ({
      text: name,
      note: view.query === '' ? 'takes its place' : `takes its place: ${view.query}`,
      value: name,
    }));
    const chosen = await choose(this.app, { question: 'Save this view as…', choices, free });
    if (chosen)
      await this.host.context.changeSettings((now) => ({
        ...now,
        savedViews: saveView(now.savedViews, chosen.value, this.view()),
      }));
  }

  private showMenuAt(menu: Menu, event: MouseEvent | KeyboardEvent): void {
    if (event.instanceOf(MouseEvent)) menu.showAtMouseEvent(event);
    else {
      const box = (event.target as HTMLElement).getBoundingClientRect();
      menu.showAtPosition({ x: box.left + 16, y: box.top + 24 }, this.root.doc);
    }
  }

  suggestIn(input: HTMLInputElement): () => void {
    const suggestions = new QuerySuggest(this.app, input, (text, cursor) => {
      const request = this.request({ ...this.view(), query: text });
      return suggest(text, cursor, this.host.builder.pool(request), askedOf(request));
    });
    return () => suggestions.close();
  }

  markUnfinished(responsibility: ResponsibilityState): void {
    const { context } = this.host;
    void runPlan(
      context,
      context.planning().then((planning) => planUnfinished(planning, responsibility)),
    );
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

  dismiss(hint: string): void {
    this.dismissed = new Set([...this.dismissed, hint]);
    this.app.saveLocalStorage(DISMISSED_KEY, [...this.dismissed]);
    this.drawSoon();
  }
}

/** Mod opens a new tab, as everywhere in the app; so does the middle button. */
function paneOf(event: MouseEvent | KeyboardEvent): PaneType | boolean {
  return Keymap.isModEvent(event);
}

const readTexts = (stored: unknown): string[] =>
  Array.isArray(stored) ? stored.filter((text) => typeof text === 'string') : [];
