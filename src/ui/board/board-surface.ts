import { Component, Keymap, Platform, type App, type HoverPopover } from 'obsidian';
import { h, render } from 'preact';
import type { Board } from '../../core/board/build-board';
import { isoDay } from '../../core/text/iso-day';
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
import { INITIAL_STATE, type BoardState } from './board-state';
import { readyWhenIdle } from './ready-when-idle';
import { isTextField } from './is-text-field';
import { watchLongPress } from './long-press';
import { ModPreview } from './mod-preview';
import { showKeys } from './show-text';
import type { ShownBoard } from './shown-board';
import { typesCharacter } from './types-character';
import { watchSize } from './watch-size';

/** Below this width in pixels columns do not stand side by side. */
const WIDE = 640;

/** What of the state the model is made of. */
const MODEL = ['query', 'elsewhere', 'group', 'sort'] as const;

/** A board in an element of a pane or a note: it follows the vault; `actions` carries out what its components hand back. Its state is its own; whoever shows it may keep that. */
export class BoardSurface extends Component implements ShownBoard, IndexBoard {
  /** The preview that hovers over a card: Obsidian keeps it here. */
  hoverPopover: HoverPopover | null = null;
  state: BoardState = INITIAL_STATE;
  board: Board | null = null;
  today = '';
  previews: ModPreview | null = null;
  readonly memory = new BoardMemory();
  private isStale = true;
  private willDraw = false;
  private isClosed = false;
  private endReadying = (): void => undefined;
  private drawnLayout: BoardLayout | null = null;
  private readonly controller: BoardController;
  private readonly asked: AskedView;
  readonly actions: BoardActions;
  private readonly app: App;
  private readonly root: HTMLElement;

  constructor(
    readonly host: BoardHost,
    readonly site: BoardSite,
  ) {
    super();
    this.app = host.context.app;
    this.root = site.root;
    this.controller = new BoardController(this);
    this.asked = new AskedView(this);
    this.actions = new BoardActions(this, this.controller, this.asked);
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
    else if (event.key === '?' && typesCharacter(event)) showKeys(this.app);
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

  /** Shows the board in a state that was kept. */
  show(state: BoardState): void {
    this.state = state;
    this.asked.take(state.query);
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

  invalidate(): void {
    this.isStale = true;
    this.drawIfStale();
  }

  /** Shows what a note holds: its path as the filter, Elsewhere included where needed. */
  showNote(path: string): void {
    const isElsewhere = this.host.index.todosOf(path).some(({ why }) => why === 'none');
    this.change({
      query: printTerm({ key: 'in', values: [path], negated: false }),
      elsewhere: this.state.elsewhere || isElsewhere,
    });
  }

  drawIfStale(): void {
    if (this.isStale && this.site.isShown()) this.drawSoon();
  }

  change(change: Partial<BoardState>): void {
    this.isStale ||= MODEL.some((key) => change[key] !== undefined);
    if (change.query !== undefined) this.asked.take(change.query);
    this.keep(change);
    this.drawSoon();
  }

  keep(change: Partial<BoardState>): void {
    this.state = { ...this.state, ...change };
    this.site.stateChanged?.();
  }

  /** Never at once: a change may come out of a drawing, by a focus that moves, and drawings must not nest. */
  drawSoon(): void {
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
        base?.build(this.state.elsewhere) ??
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
        state: this.state,
        layout: this.drawnLayout,
        today: this.today,
        reading,
        work: this.controller.work,
        memory: this.memory,
        actions: this.actions,
        block: this.site.block ?? null,
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

  get canCarry(): boolean {
    return this.layout() !== 'tabs';
  }
}
