import type { Board, Column } from '../../core/board/build-board';
import type { Card } from '../../core/board/card';
import { CardSelection } from '../../core/board/card-selection';
import { boxLines } from '../../core/board/card-text';
import { planAdd } from '../../core/edit/actions/plan-add';
import { planTodo } from '../../core/edit/actions/plan-several';
import { tickLine } from '../../core/edit/actions/tick-line';
import { CARD_ACTIONS, type CardAction } from '../actions/card-actions';
import { planAndRun, tellReason } from '../plan/run-plan';
import type { ActionContext } from '../actions/action-context';
import { readText, saveText } from '../actions/edit-text';
import { CardMoves, type MovesHost } from './card-moves';
import { NO_INTERACTION, type InteractionState } from './interaction-state';
import type { ShownBoard } from './shown-board';

/** What is done on the board with its cards: chosen, acted on, edited and added; moving them is `moves`. */
export class BoardController implements MovesHost {
  work = NO_INTERACTION;
  private readonly selection: CardSelection;
  /** Dialogs that are on their way: the next key is meant for them. */
  private asking = 0;
  private readonly context: ActionContext;
  readonly moves: CardMoves;

  constructor(private readonly at: ShownBoard) {
    this.context = at.host.context;
    this.selection = new CardSelection(at.memory.keys);
    this.moves = new CardMoves(at, this);
  }

  change(change: Partial<InteractionState>): void {
    this.work = { ...this.work, ...change };
    this.at.drawSoon();
  }

  /** Tells a screen reader. */
  say(said: string): void {
    // The same words twice are told twice.
    this.change({ said: said === this.work.said ? `${said}\u00A0` : said });
  }

  /** The board has been built anew. */
  follow(before: Board | null, after: Board): void {
    this.selection.follow(
      before?.columns.map(({ cards }) => cards) ?? [],
      after.columns.map(({ cards }) => cards),
    );
    this.work = { ...this.work, selected: this.selection.numbers };
    this.moves.tellArrival(after);
  }

  // Choosing

  select(card: Card, how: 'toggle' | 'extend'): void {
    if (how === 'toggle') this.selection.toggle(card);
    else this.selection.extend(this.listOf(card), card);
    this.tellSelection();
  }

  /** The cards of a column, or of a cell of rows, that one stands among. */
  private listOf(card: Card): readonly Card[] {
    const lists = this.at.board?.rows.flatMap(({ cells }) => cells) ?? [];
    return lists.find((cards) => cards.includes(card)) ?? [];
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
    return this.isSelected(card) ? this.selected : [card];
  }

  isSelected(card: Card): boolean {
    return this.selection.has(card);
  }

  get selected(): readonly Card[] {
    return this.selection.among(this.at.board?.columns.flatMap(({ cards }) => cards) ?? []);
  }

  /** Opens a card in place, or closes it. */
  setOpen(card: Card, isOpen: boolean): void {
    const key = this.at.memory.keys.of(card);
    const opened = new Set(this.work.opened);
    if (isOpen) opened.add(key);
    else opened.delete(key);
    this.change({ opened });
  }

  /** Ticks the box that somebody pressed in an opened card's text. */
  tick(card: Card, nth: number, of: number): void {
    const { context } = this;
    const lines = boxLines(card);
    const line = lines.length === of ? lines[nth] : undefined;
    if (line === undefined)
      tellReason(`Which line of “${card.title}” this is cannot be told here: tick it in the note.`);
    else
      void planAndRun(context, (planning) =>
        planTodo(planning, card.todo, tickLine({ nth, line }, context.toggleTask)),
      );
  }

  // Acting

  run(action: CardAction, cards: readonly Card[]): void {
    const todos = cards.map(({ todo }) => todo);
    if (!action.isFor(this.context, todos)) return;
    if (action.asks) this.asking++;
    void action.run(this.context, todos).finally(() => {
      if (action.asks) this.asking--;
    });
  }

  /** A key on a card, or on a column's header. Answers whether it was one of ours. */
  pressKey(event: KeyboardEvent, column: Column, card: Card | null): boolean {
    if (this.moves.isCarrying) return this.moves.carryOn(event);
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
    else if (key === 'p' && this.at.canCarry) this.moves.pickUp(card);
    else {
      const action = CARD_ACTIONS.find((one) => one.key === key);
      if (!action) return false;
      this.run(action, this.subjects(card));
    }
    return true;
  }

  // Text

  async startEditing(card: Card): Promise<void> {
    const text = await readText(this.context, card.todo);
    if (text !== null) this.change({ editing: { card: this.at.memory.keys.of(card), text } });
  }

  stopEditing(): void {
    this.change({ editing: null });
  }

  saveText(card: Card, text: string): void {
    const before = this.work.editing?.text;
    this.stopEditing();
    if (text.trim() !== before?.trim()) void saveText(this.context, card.todo, text);
  }

  // Adding

  /** Only a phase's page has responsibilities. */
  canAdd({ name, page }: Column): boolean {
    return page !== null && this.context.index.settings.phases.some((phase) => phase.name === name);
  }

  startAdding(column: Column): void {
    if (this.canAdd(column)) this.change({ adding: column.name });
  }

  stopAdding(): void {
    this.change({ adding: null });
  }

  /** Adds a bullet to a phase's page; whether it is there. */
  add({ name }: Column, text: string): Promise<boolean> {
    return planAndRun(this.context, (planning) => planAdd(planning, name, text));
  }
}
