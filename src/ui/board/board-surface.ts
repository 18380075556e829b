import { Component, Keymap, Platform, type App, type HoverParent, type HoverPopover } from 'obsidian';
import { h, render } from 'preact';
import type { Board } from '../../core/board/build-board';
import { isoDay } from '../../core/text/iso-day';
import { cardOrder } from '../../core/board/card-order';
import { fewMessages } from '../../core/board/query/few-messages';
import { printTerm } from '../../core/board/query/print-query';
import { listRoles } from '../../core/index/list-roles';
import type { IndexBoard } from '../../core/index/operations-index';
import { tellStep } from '../plan/run-plan';
import { AskedView } from './asked-view';
import { BoardActions } from './board-actions';
import { BoardComponent, type BoardLayout } from './board-component';
import { BoardController } from './board-controller';
import type { BoardHost, BoardSite } from './board-host';
import { BoardMemory } from './board-memory';
import { INITIAL_STATE, type BoardState, type ScrollPlace } from './board-state';
import { readyWhenIdle } from './ready-when-idle';
import { isTextField } from './is-text-field';
import { watchLongPress } from './long-press';
import { ModPreview } from './mod-preview';
import { typesCharacter } from './types-character';
import { watchSize } from './watch-size';
import { textsIn } from '../../core/text/fields';

/** Where hints that were put away are kept: on this device, for this vault. */
const DISMISSED_KEY = 'operations-lifecycle-dismissed';

/** Below this width in pixels columns do not stand side by side. */
const WIDE = 640;

/** What of the state the model is made of. */
const MODEL = ['filter', 'showElsewhere', 'group', 'sort'] as const;

/** A board in an element of a pane or a note: it follows the vault; `actions` carries out what its components hand back. Its state is its own; whoever shows it may keep that. */
export class BoardSurface extends Component implements HoverParent, IndexBoard {
  /** The preview that hovers over a card: Obsidian keeps it here. */
  hoverPopover: HoverPopover | null = null;
  private current: BoardState = INITIAL_STATE;
  private board: Board | null = null;
  private isStale = true;
  private willDraw = false;
  private isClosed = false;
  private endReadying = (): void => undefined;
  private today = '';
  private drawnLayout: BoardLayout | null = null;
  private dismissed: ReadonlySet<string>;
  private previews: ModPreview | null = null;
  private readonly memory = new BoardMemory();
  readonly actions: BoardActions;
  private readonly controller: BoardController;
  private readonly asked: AskedView;
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
      context: host.context,
      memory: this.memory,
      root: this.root,
      board: () => this.board,
      group: () => this.current.group,
      orderAfter: (written) =>
        cardOrder(this.current.sort, (path) => (path === written ? Infinity : host.changedAt(path))),
      drawSoon: () => this.drawSoon(),
      rebuild: () => this.invalidate(),
      canCarry: () => this.canCarry(),
    });
    const state = (): BoardState => this.current;
    this.asked = new AskedView(host, state, () => this.today);
    this.actions = new BoardActions({
      host,
      site,
      owner: this,
      state,
      asked: this.asked,
      controller: this.controller,
      change: this.change,
      previews: () => this.previews,
      canCarry: () => this.canCarry(),
      rememberScroll: (column, place) => this.rememberScroll(column, place),
      dismiss: (hint) => this.dismiss(hint),
    });
    this.dismissed = new Set(textsIn(this.app.loadLocalStorage(DISMISSED_KEY)));
  }

  override onload(): void {
    this.host.boards.add(this);
    watchLongPress(this, this.root);
    this.previews = new ModPreview(this, this.root);
    // What was hidden does its work when it is seen again.
    this.registerEvent(this.app.workspace.on('layout-change', () => this.drawIfStale()));
    this.registerEvent(this.app.workspace.on('active-leaf-change', () => this.drawIfStale()));
    // A neighbour that comes or goes leaves the pane another width, whoever tells of it.
    watchSize(
      this,
      this.root,
      () => this.resized(),
      () => {
        // Every component took its observers and frames from the window that it was drawn in.
        render(null, this.root);
        this.drawSoon();
      },
    );
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
    else if (event.key === '?' && typesCharacter(event)) this.actions.showKeys();
    else return;
    event.preventDefault();
    event.stopPropagation();
  }

  override onunload(): void {
    this.isClosed = true;
    this.host.boards.delete(this);
    this.endReadying();
    this.controller.moves.stopDrag();
    render(null, this.root);
  }

  get state(): BoardState {
    return this.current;
  }

  /** Shows the board in a state that was kept. */
  show(state: BoardState): void {
    this.current = state;
    this.asked.take(state.filter);
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

  /** In order; none before the first drawing. */
  get columnNames(): readonly string[] {
    return (this.board?.columns ?? []).map(({ name }) => name);
  }

  /** The vault or the settings have changed. */
  invalidate(): void {
    this.isStale = true;
    this.drawIfStale();
  }

  /** Shows what a note holds: its path as the filter, Elsewhere included where needed. */
  showNote(path: string): void {
    const isElsewhere = this.host.index.todosOf(path).some(({ why }) => why === 'none');
    this.change({
      filter: printTerm({ key: 'in', values: [path], negated: false }),
      showElsewhere: this.current.showElsewhere || isElsewhere,
    });
  }

  drawIfStale(): void {
    if (this.isStale && this.site.isShown()) this.drawSoon();
  }

  /** Changes what is shown, and draws it. */
  readonly change = (change: Partial<BoardState>): void => {
    this.isStale ||= MODEL.some((key) => change[key] !== undefined);
    this.current = { ...this.current, ...change };
    if (change.filter !== undefined) this.asked.take(change.filter);
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
    // While notes are read for the first time it shows what there is.
    const ahead = this.isStale && !this.site.base && !reading ? this.host.cardsAhead() : null;
    if (ahead) {
      void ahead.then(() => this.drawSoon());
      return;
    }
    if (this.isStale || !this.board) {
      this.today = isoDay(new Date());
      const before = this.board;
      const { base, block } = this.site;
      this.board =
        base?.build(this.current.showElsewhere) ??
        this.host.builder.build({
          ...this.asked.request(),
          limit: block?.limit ?? undefined,
          roles: this.controller.moves.offersRoles ? listRoles(index, vault).map(({ path }) => path) : [],
          errorsIn: (path) => this.host.errorsIn(path),
        });
      if (!base) this.asked.answered(this.board);
      this.isStale = false;
      this.controller.follow(before, this.board);
      this.endReadying();
      // Only a pane has a filter.
      if (!base && !block) this.endReadying = readyWhenIdle(this.root.win, this.host.builder.byNote());
    }
    this.drawnLayout = this.layout();
    this.memory.frame.begin(this.root.doc, true);
    render(
      h(BoardComponent, {
        board: this.board,
        messages: fewMessages(this.asked.slips.length > 0 ? this.asked.slips : this.board.messages),
        chips: this.asked.chips,
        blockingTerm: this.asked.blockingTerm,
        lifecycle: index.lifecycle,
        state: this.current,
        layout: this.drawnLayout,
        today: this.today,
        density: this.current.density,
        dismissed: this.dismissed,
        reading,
        work: this.controller.work,
        memory: this.memory,
        actions: this.actions,
        setState: this.change,
        block: this.site.block,
        isBase: this.site.base !== undefined,
      }),
      this.root,
    );
    this.actions.views.draw();
  }

  private layout(): BoardLayout {
    const { block } = this.site;
    if ((block?.show ?? 'board') === 'board' && this.root.clientWidth >= WIDE) return 'wide';
    return Platform.isMobile && !block ? 'tabs' : 'stacked';
  }

  private canCarry(): boolean {
    return this.layout() !== 'tabs';
  }

  private rememberScroll(column: string, place: ScrollPlace | null): void {
    const others = Object.entries(this.current.scroll).filter(([name]) => name !== column);
    this.current = { ...this.current, scroll: Object.fromEntries(place ? [...others, [column, place]] : others) };
    this.site.stateChanged();
  }

  private dismiss(hint: string): void {
    this.dismissed = new Set([...this.dismissed, hint]);
    this.app.saveLocalStorage(DISMISSED_KEY, [...this.dismissed]);
    this.drawSoon();
  }
}
