import { Platform } from 'obsidian';
import type { Board, Column } from '../../core/board/build-board';
import { rowKey } from '../../core/board/build-rows';
import type { Card } from '../../core/board/card';
import { nameTodos } from '../../core/board/name-todos';
import { cardOrder } from '../../core/board/card-order';
import type { Planned } from '../../core/edit/edit-plan';
import { isPageBullet, marksPhasePage } from '../../core/edit/move/move-problem';
import { ELSEWHERE } from '../../core/phase/columns';
import { noteName } from '../../core/note/link-text';
import { MovePlans, type DropPlace } from '../actions/move-plans';
import { runMove } from '../actions/move-todos';
import { CardDrag } from './card-drag';
import { NO_INTERACTION, type InteractionState } from './interaction-state';
import type { ShownBoard } from './shown-board';

/** What is being done with the board's cards, and who tells of it. */
export interface MovesHost {
  readonly work: InteractionState;
  /** What an action on a card is about. */
  subjects(card: Card): readonly Card[];
  change(change: Partial<InteractionState>): void;
  say(said: string): void;
}

/** How long a card is lit that has come, in milliseconds. */
const LIT_MS = 1600;

/** A place that cards were moved to, until they are drawn there. */
interface Arrival {
  readonly place: DropPlace;
  readonly titles: ReadonlySet<string>;
  readonly before: ReadonlySet<Card>;
}

/** Cards carried by key, dragged with the mouse, and moved to another column, row or both. */
export class CardMoves {
  private drag: CardDrag | null = null;
  private carrying: { readonly cards: readonly Card[]; readonly plans: MovePlans } | null = null;
  private arrival: Arrival | null = null;
  private isOffered = false;

  constructor(
    private readonly at: ShownBoard,
    private readonly host: MovesHost,
  ) {}

  /** While a card hangs at the pointer nothing is drawn under it, once the rows are there that it could be dropped in. */
  get isDragging(): boolean {
    return this.drag !== null && this.isOffered;
  }

  /** Whether roles without cards have rows, behind all others, so that nothing moves that somebody looks at. */
  get offersRoles(): boolean {
    return this.drag !== null || this.carrying !== null;
  }

  get isCarrying(): boolean {
    return this.carrying !== null;
  }

  private get columns(): readonly Column[] {
    return this.at.board?.columns ?? [];
  }

  /** The keys of the rows; one that is undefined where cards are not grouped. */
  private get rows(): readonly (string | undefined)[] {
    return this.at.state.group === 'none' ? [undefined] : (this.at.board?.rows.map(rowKey) ?? []);
  }

  private get targets(): readonly string[] {
    return this.columns.map(({ name }) => name).filter((name) => name !== ELSEWHERE);
  }

  private cardsAt({ column, row }: DropPlace, board = this.at.board): readonly Card[] {
    const at = board?.columns.findIndex(({ name }) => name === column) ?? -1;
    if (row === undefined) return board?.columns[at]?.cards ?? [];
    return board?.rows.find((one) => rowKey(one) === row)?.cells[at] ?? [];
  }

  private placeOf(card: Card): DropPlace {
    const places = this.rows.flatMap((row) => this.columns.map(({ name }): DropPlace => ({ column: name, row })));
    return places.find((place) => this.cardsAt(place).includes(card)) ?? { column: '' };
  }

  private plansFor(cards: readonly Card[], told: () => void): MovePlans {
    const { group } = this.at.state;
    const plans = new MovePlans(
      this.at.host.context,
      cards.map(({ todo }) => todo),
      group,
      group === 'notes' ? cards.map((card) => this.placeOf(card).row) : [],
      told,
    );
    // Of rows there may be hundreds: their plans are made when a card hangs there.
    if (group === 'none') void plans.prepare(this.targets.map((column) => ({ column })));
    return plans;
  }

  // Carrying by keyboard

  pickUp(card: Card): void {
    const cards = this.host.subjects(card);
    const own = this.placeOf(card);
    this.carrying = { cards, plans: this.plansFor(cards, () => this.target(this.host.work.target ?? own)) };
    this.host.change({ carried: new Set(cards.map((one) => this.at.memory.keys.of(one))) });
    this.target(own);
    this.at.invalidate();
    const where = own.row === undefined ? 'column' : 'column and row';
    this.host.say(
      `Picked up ${nameTodos(cards.map(({ todo }) => todo))}. The arrow keys choose the ${where}, Enter drops, Escape cancels.`,
    );
  }

  private target({ column, row }: DropPlace): void {
    if (this.carrying)
      this.host.change({ target: { column, row, prospect: this.carrying.plans.prospect({ column, row }) } });
  }

  /** A key while cards are carried. Answers whether they are. */
  carryOn({ key }: KeyboardEvent): boolean {
    const { carrying } = this;
    const { root } = this.at.site;
    const place: DropPlace = this.host.work.target ?? { column: '' };
    if (!carrying) return false;
    if (key.startsWith('Arrow')) {
      const backwards = root.win.getComputedStyle(root).direction === 'rtl' ? 'ArrowRight' : 'ArrowLeft';
      const by = key === 'ArrowUp' || key === backwards ? -1 : 1;
      const isAlong = place.row !== undefined && (key === 'ArrowUp' || key === 'ArrowDown');
      const step = <T>(all: readonly T[], from: T): T =>
        all[Math.min(Math.max(all.indexOf(from) + by, 0), all.length - 1)] ?? from;
      const next = isAlong
        ? { column: place.column, row: step(this.rows, place.row) }
        : { column: step(this.targets, place.column), row: place.row };
      this.target(next);
      this.host.say(`${this.nameOf(next)}. ${carrying.plans.prospect(next).text}`);
    } else if (key === 'Enter' || key === ' ') {
      const prospect = carrying.plans.prospect(place);
      if (prospect.kind === 'impossible') this.host.say(prospect.text);
      else {
        this.putDown('');
        this.move(carrying.cards, place, carrying.plans.plan(place));
      }
    } else if (key === 'Escape') this.putDown('Put back');
    return true;
  }

  /** `Day 1`, or with rows `SRE, Day 1`. */
  private nameOf({ column, row }: DropPlace): string {
    const name = this.at.board?.rows.find((one) => rowKey(one) === row)?.name;
    return row === undefined || name === undefined ? column : `${name}, ${column}`;
  }

  /** Whatever is carried stays where it was. */
  putDown(said: string): void {
    if (!this.carrying) return;
    this.carrying = null;
    this.host.change({ carried: NO_INTERACTION.carried, target: null });
    this.at.invalidate();
    if (said !== '') this.host.say(said);
  }

  // Dragging with the mouse

  /** Whether the mouse can take the card to another place. */
  canDrag(card: Card): boolean {
    return !Platform.isMobile && this.canMove(card);
  }

  /** Whether a card has another place: a phase page's own list stays with its page, a published copy where it is. */
  canMove({ todo }: Card): boolean {
    return !todo.fromCopy && !marksPhasePage(this.at.host.context, todo);
  }

  startDrag(card: Card, event: DragEvent): void {
    const { root } = this.at.site;
    const cards = this.host.subjects(card).filter((one) => this.canMove(one));
    if (cards.length === 0) {
      event.preventDefault();
      return;
    }
    const plans = this.plansFor(cards, () => this.drag?.refresh());
    this.drag = new CardDrag(
      {
        root,
        label: cards.length === 1 ? null : nameTodos(cards.map(({ todo }) => todo)),
        prospect: (place) => plans.prospect(place),
        keys: new Set(cards.map((one) => this.at.memory.keys.of(one))),
        next: (place) => this.nextIn(place, cards[0] ?? card, plans),
        drop: (place) => this.move(cards, place, plans.plan(place)),
        ended: () => {
          this.drag = null;
          this.at.invalidate();
        },
      },
      event,
    );
    this.isOffered = this.at.state.group !== 'owners';
    // Not yet: the browser is about to take its picture of the card.
    if (!this.isOffered)
      root.win.setTimeout(() => {
        this.at.invalidate();
        queueMicrotask(() => (this.isOffered = true));
      });
  }

  /** Before which card of a place a card would stand in the order that is shown, as far as that is known without its plan; by key. */
  private nextIn(place: DropPlace, card: Card, plans: MovePlans): number | null {
    const { state, host, memory } = this.at;
    const { index } = host;
    const phase = index.settings.phases.find(({ name }) => name === place.column);
    const page = isPageBullet(host.context, card.todo) && phase ? index.lifecycle.pages.get(phase.id) : undefined;
    const path = page ?? card.todo.path;
    const offset = path === card.todo.path ? card.todo.offset : plans.offsetIn(place, path);
    const ownerName = state.group === 'owners' ? (place.row ? noteName(place.row) : null) : card.ownerName;
    const there = { title: card.title, ownerName, todo: { due: card.todo.due, path, offset } };
    // Its note will be the one that changed last.
    const shown = cardOrder(state.sort, (one) => (one === path ? Infinity : host.changedAt(one)));
    const { note } = card;
    const next = this.cardsAt(place).find((other) =>
      note && other.note ? note.at < other.note.at : shown(there, other) < 0,
    );
    return next ? memory.keys.of(next) : null;
  }

  stopDrag(): void {
    this.drag?.end();
  }

  private move(cards: readonly Card[], place: DropPlace, planning: Planned | Promise<Planned>): void {
    const before = new Set(this.cardsAt(place));
    const todos = cards.map(({ todo }) => todo);
    void runMove(this.at.host.context, todos, planning).then((isDone) => {
      if (!isDone) return;
      this.arrival = { place, titles: new Set(cards.map(({ title }) => title)), before };
      const board = this.at.board;
      if (board) this.tellArrival(board);
    });
  }

  /** "Moved Metrics Tracking to Day 2, 3 of 7", once it is there. */
  tellArrival(board: Board): void {
    const { arrival } = this;
    if (!arrival) return;
    const cards = this.cardsAt(arrival.place, board);
    const come = cards.filter((card) => arrival.titles.has(card.title) && !arrival.before.has(card));
    const [card] = come;
    if (!card) return;
    this.arrival = null;
    const { memory, site } = this.at;
    this.host.change({ lit: new Set(come.map((one) => memory.keys.of(one))) });
    site.root.win.setTimeout(() => this.host.change({ lit: NO_INTERACTION.lit }), LIT_MS);
    const what = arrival.titles.size === 1 ? card.title : `${arrival.titles.size} todos`;
    this.host.say(`Moved ${what} to ${this.nameOf(arrival.place)}, ${cards.indexOf(card) + 1} of ${cards.length}`);
  }
}
