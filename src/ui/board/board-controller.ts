import { Platform, type App } from 'obsidian';
import type { Board, Column } from '../../core/board/build-board';
import type { Card } from '../../core/board/card';
import { CardSelection } from '../../core/board/card-selection';
import { cardOrder } from '../../core/board/order-cards';
import { nameTodos } from '../../core/board/name-todos';
import { boxLines } from '../../core/board/card-text';
import { planTodo } from '../../core/edit/actions/plan-several';
import { tickLine } from '../../core/edit/actions/tick-line';
import type { Planned } from '../../core/edit/edit-plan';
import { isPageBullet } from '../../core/edit/move/move-problem';
import { ELSEWHERE } from '../../core/index/todo';
import type { ActionContext } from '../actions/action-context';
import { addResponsibility } from '../actions/add-responsibility';
import { CARD_ACTIONS, type CardAction } from '../actions/card-actions';
import { MovePlans } from '../actions/move-plans';
import { runPlan, tellReason } from '../plan/run-plan';
import { runMove } from '../actions/move-todos';
import { readText, saveText } from '../actions/edit-text';
import type { BoardMemory } from './board-memory';
import { NO_INTERACTION, type InteractionState } from './interaction-state';
import { CardDrag } from './card-drag';
import { canMove } from './can-move';

export interface ControllerHost {
  readonly app: App;
  readonly context: ActionContext;
  readonly memory: BoardMemory;
  readonly root: HTMLElement;
  readonly board: () => Board | null;
  readonly drawSoon: () => void;
  /** Whether cards can be carried to another column in this layout. */
  readonly canCarry: () => boolean;
}

/** How long a card is lit that has come, in milliseconds. */
const LIT_MS = 1600;

/** A column that a key moved cards to, until they are drawn there. */
interface Arrival {
  readonly column: string;
  readonly titles: ReadonlySet<string>;
  readonly before: ReadonlySet<Card>;
}

/** What is done on the board with its cards: chosen, carried, dragged, moved, edited and added. */
export class BoardController {
  private current = NO_INTERACTION;
  private readonly selection: CardSelection;
  private drag: CardDrag | null = null;
  private carrying: { readonly cards: readonly Card[]; readonly plans: MovePlans } | null = null;
  private arrival: Arrival | null = null;
  /** Dialogs that are on their way: the next key is meant for them. */
  private asking = 0;

  constructor(private readonly host: ControllerHost) {
    this.selection = new CardSelection(host.memory.keys);
  }

  get work(): InteractionState {
    return this.current;
  }

  /** While a card hangs at the pointer nothing is drawn under it. */
  get isDragging(): boolean {
    return this.drag !== null;
  }

  private change(change: Partial<InteractionState>): void {
    this.current = { ...this.current, ...change };
    this.host.drawSoon();
  }

  private say(said: string): void {
    // The same words twice are told twice.
    this.change({ said: said === this.current.said ? `${said}\u00A0` : said });
  }

  private get columns(): readonly Column[] {
    return this.host.board()?.columns ?? [];
  }

  /** The board has been built anew. */
  follow(before: Board | null, after: Board): void {
    this.selection.follow(
      before?.columns.map(({ cards }) => cards) ?? [],
      after.columns.map(({ cards }) => cards),
    );
    this.current = { ...this.current, selected: this.selection.numbers };
    this.tellArrival(after);
  }

  // Choosing

  select(card: Card, how: 'toggle' | 'extend'): void {
    if (how === 'toggle') this.selection.toggle(card);
    else this.selection.extend(this.columns.find(({ cards }) => cards.includes(card))?.cards ?? [], card);
    this.tellSelection();
  }

  selectColumn(column: Column): void {
    this.selection.add(column.cards);
    this.tellSelection();
  }

  clearSelection(): void {
    this.selection.clear();
    this.tellSelection();
  }

  private tellSelection(): void {
    const count = this.selection.numbers.size;
    this.change({ selected: this.selection.numbers });
    this.say(count === 0 ? 'None selected' : `${count} selected`);
  }

  /** What an action on a card is about: all chosen ones when it is one of them, else it alone. */
  subjects(card: Card): readonly Card[] {
    return this.selection.has(card) ? this.selection.among(this.columns.flatMap(({ cards }) => cards)) : [card];
  }

  get selected(): readonly Card[] {
    return this.selection.among(this.columns.flatMap(({ cards }) => cards));
  }

  /** Opens a card in place, or closes it. */
  setOpen(card: Card, isOpen: boolean): void {
    const key = this.host.memory.keys.of(card);
    const opened = new Set(this.current.opened);
    if (isOpen) opened.add(key);
    else opened.delete(key);
    this.change({ opened });
  }

  /** Ticks the box that somebody pressed in an opened card's text. */
  tick(card: Card, nth: number, of: number): void {
    const { context } = this.host;
    const lines = boxLines(card);
    const line = lines.length === of ? lines[nth] : undefined;
    if (line === undefined)
      tellReason(`Which line of “${card.title}” this is cannot be told here: tick it in the note.`);
    else
      void runPlan(
        context,
        context
          .planning()
          .then((planning) => planTodo(planning, card.todo, tickLine({ nth, line }, context.toggleTask))),
      );
  }

  // Acting

  run(action: CardAction, cards: readonly Card[]): void {
    const todos = cards.map(({ todo }) => todo);
    if (!action.isFor(this.host.context, todos)) return;
    if (action.asks) this.asking++;
    void action.run(this.host.context, todos).finally(() => {
      if (action.asks) this.asking--;
    });
  }

  /** A key on a card, or on a column's header. Answers whether it was one of ours. */
  pressKey(event: KeyboardEvent, column: Column, card: Card | null): boolean {
    if (this.carrying) return this.carryOn(event);
    if (this.asking > 0) return true;
    const key = event.key.toLowerCase();
    const isPlain = !event.ctrlKey && !event.metaKey && !event.altKey;
    if ((event.ctrlKey || event.metaKey) && key === 'a' && !event.shiftKey) this.selectColumn(column);
    else if (!isPlain || event.shiftKey) return false;
    else if (key === 'a') this.startAdding(column);
    else if (key === 'escape' && this.selection.numbers.size > 0) this.clearSelection();
    else if (!card) return false;
    else if (key === 'x') this.select(card, 'toggle');
    else if (key === 'e') void this.startEditing(card);
    else if (key === 'p' && this.canCarry) this.pickUp(card);
    else {
      const action = CARD_ACTIONS.find((one) => one.key === key);
      if (!action) return false;
      this.run(action, this.subjects(card));
    }
    return true;
  }

  // Carrying by keyboard

  get canCarry(): boolean {
    return this.host.canCarry();
  }

  pickUp(card: Card): void {
    const cards = this.subjects(card);
    const todos = cards.map(({ todo }) => todo);
    const own = this.columns.find((column) => column.cards.includes(card))?.name ?? '';
    const plans = new MovePlans(this.host.context, todos, () => this.target(this.current.target?.column ?? own));
    this.carrying = { cards, plans };
    void plans.prepare(this.targets());
    this.change({ carried: new Set(cards.map((one) => this.host.memory.keys.of(one))) });
    this.target(own);
    this.say(`Picked up ${nameTodos(todos)}. The arrow keys choose the column, Enter drops, Escape cancels.`);
  }

  private targets(): string[] {
    return this.columns.map(({ name }) => name).filter((name) => name !== ELSEWHERE);
  }

  private target(column: string): void {
    if (!this.carrying) return;
    const prospect = this.carrying.plans.prospect(column);
    this.change({ target: { column, prospect } });
  }

  private carryOn(event: KeyboardEvent): boolean {
    const { carrying } = this;
    const at = this.current.target?.column ?? '';
    if (!carrying) return false;
    const targets = this.targets();
    const rightToLeft = this.host.root.win.getComputedStyle(this.host.root).direction === 'rtl';
    const by = { ArrowDown: 1, ArrowUp: -1, ArrowRight: rightToLeft ? -1 : 1, ArrowLeft: rightToLeft ? 1 : -1 }[
      event.key
    ];
    if (by !== undefined) {
      const next = targets[Math.min(Math.max(targets.indexOf(at) + by, 0), targets.length - 1)];
      if (next !== undefined) {
        this.target(next);
        this.say(`${next}. ${carrying.plans.prospect(next).text}`);
      }
    } else if (event.key === 'Enter' || event.key === ' ') {
      const prospect = carrying.plans.prospect(at);
      if (prospect.kind === 'impossible') this.say(prospect.text);
      else {
        this.putDown('');
        this.move(carrying.cards, at, carrying.plans.plan(at));
      }
    } else if (event.key === 'Escape') this.putDown('Put back');
    return true;
  }

  /** Whatever is carried stays where it was. */
  putDown(said: string): void {
    if (!this.carrying) return;
    this.carrying = null;
    this.change({ carried: NO_INTERACTION.carried, target: null });
    if (said !== '') this.say(said);
  }

  // Dragging with the mouse

  /** Whether the mouse can take the card to another column. */
  canDrag(card: Card): boolean {
    return !Platform.isMobile && canMove(this.host.context, card.todo);
  }

  startDrag(card: Card, event: DragEvent): void {
    const cards = this.subjects(card).filter(({ todo }) => canMove(this.host.context, todo));
    const todos = cards.map(({ todo }) => todo);
    if (todos.length === 0) {
      event.preventDefault();
      return;
    }
    const plans = new MovePlans(this.host.context, todos, () => this.drag?.refresh());
    this.drag = new CardDrag(
      {
        root: this.host.root,
        label: todos.length === 1 ? null : nameTodos(todos),
        prospect: (column) => plans.prospect(column),
        keys: new Set(cards.map((one) => this.host.memory.keys.of(one))),
        place: (column) => this.placeIn(column, cards[0] ?? card),
        drop: (column) => this.move(cards, column, plans.plan(column)),
        ended: () => {
          this.drag = null;
          this.host.drawSoon();
        },
      },
      event,
    );
    void plans.prepare(this.targets());
  }

  /** Before which card of a column a card would stand, as far as that is known without its plan; by key. */
  private placeIn(column: string, card: Card): number | null {
    const { index } = this.host.context;
    const phase = index.settings.phases.find(({ name }) => name === column);
    // A bullet of a phase's page goes to the end of the other page.
    const page = isPageBullet(this.host.context, card.todo) && phase ? index.lifecycle.pages.get(phase.id) : undefined;
    const there = page === undefined ? card : { ...card, todo: { ...card.todo, path: page, offset: Infinity } };
    const order = cardOrder('due', () => 0);
    const next = this.columns.find(({ name }) => name === column)?.cards.find((other) => order(there, other) < 0);
    return next ? this.host.memory.keys.of(next) : null;
  }

  stopDrag(): void {
    this.drag?.end();
  }

  private move(cards: readonly Card[], column: string, planning: Planned | Promise<Planned>): void {
    const before = new Set(this.columns.find(({ name }) => name === column)?.cards);
    const todos = cards.map(({ todo }) => todo);
    void runMove(this.host.context, todos, planning).then((isDone) => {
      if (!isDone) return;
      this.arrival = { column, titles: new Set(todos.map(({ title }) => title)), before };
      const board = this.host.board();
      if (board) this.tellArrival(board);
    });
  }

  /** "Moved Metrics Tracking to Day 2, 3 of 7", once it is there. */
  private tellArrival(board: Board): void {
    const { arrival } = this;
    if (!arrival) return;
    const cards = board.columns.find(({ name }) => name === arrival.column)?.cards ?? [];
    const at = cards.findIndex((card) => arrival.titles.has(card.todo.title) && !arrival.before.has(card));
    const card = cards[at];
    if (!card) return;
    this.arrival = null;
    this.light(cards.filter((one) => arrival.titles.has(one.todo.title) && !arrival.before.has(one)));
    const what = arrival.titles.size === 1 ? card.title : `${arrival.titles.size} todos`;
    this.say(`Moved ${what} to ${arrival.column}, ${at + 1} of ${cards.length}`);
  }

  private light(cards: readonly Card[]): void {
    const { keys } = this.host.memory;
    this.change({ lit: new Set(cards.map((card) => keys.of(card))) });
    this.host.root.win.setTimeout(() => this.change({ lit: NO_INTERACTION.lit }), LIT_MS);
  }

  // Text

  async startEditing(card: Card): Promise<void> {
    const text = await readText(this.host.context, card.todo);
    if (text !== null) this.change({ editing: { card: this.host.memory.keys.of(card), text } });
  }

  stopEditing(): void {
    this.change({ editing: null });
  }

  saveText(card: Card, text: string): void {
    const before = this.current.editing?.text;
    this.stopEditing();
    if (text.trim() !== before?.trim()) void saveText(this.host.context, card.todo, text);
  }

  // Adding

  /** Only a phase's page has responsibilities. */
  canAdd({ name, page }: Column): boolean {
    return page !== null && this.host.context.index.settings.phases.some((phase) => phase.name === name);
  }

  startAdding(column: Column): void {
    if (this.canAdd(column)) this.change({ adding: column.name });
  }

  stopAdding(): void {
    this.change({ adding: null });
  }

  add({ name }: Column, text: string): Promise<boolean> {
    return addResponsibility(this.host.context, name, text);
  }
}
