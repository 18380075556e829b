/** Tells which item is which, by a number that stays with it: `CardKeys` for cards. */
export interface ItemKeys<Item> {
  of(item: Item): number;
  /** Items that are new take the numbers of those that they stand for. */
  follow(before: readonly Item[], after: readonly Item[]): void;
}

/** How high items are by their keys, in pixels, known or guessed. */
export interface ItemHeights {
  of(key: number): number;
  set(key: number, height: number): void;
  /** Space between two. */
  gap: number;
  /** Another number whenever a height has changed. */
  readonly version: number;
}

/** What of a list of cards is visible: pixels from the list's top, which may lie before or behind it, and how high the visible part is. */
export interface Viewport {
  readonly top: number;
  readonly height: number;
}

/** Cards from one index up to, not including, another. */
export interface CardRange {
  readonly from: number;
  readonly to: number;
}

/** A column of so many cards is drawn whole: that costs nothing to speak of, and the app's own search finds all of it. */
export const DRAWN_WHOLE = 24;

/** Cards so many pixels before and behind what is visible are drawn as well, as frames go by: they are there, with their text, when they come in sight. */
const AROUND = 600;

/** Those so near to what is visible are drawn at once. */
const AT_ONCE = 100;

/** So many of those in sight a list draws anew when it is another one, and when it is scrolled; the others with the next frames, as each list of a board is to have some. */
const OF_ANOTHER = 2;
const OF_SCROLLED = 8;

/** How many cards a frame may still draw anew. Lists of a board share it. */
export interface Allowance {
  left: number;
  /** What is around is drawn while more than this is left: that is for other lists, which may have something in sight. */
  readonly forOthers: number;
}

/** What is taken to be visible until somebody has looked. */
const FIRST_VIEWPORT: Viewport = { top: 0, height: 600 };

/** Which cards of a column, or rows of a board, are drawn: those in sight and some around them, wherever the list is scrolled to. */
export class ColumnWindow<Item> {
  private cards: readonly Item[] = [];
  private drawn: CardRange = { from: 0, to: 0 };
  /** Those in there that a frame had no time for. */
  private readonly holes = new Set<number>();
  private isFirst = true;
  /** Whether the next frame has to draw more. */
  isShort = false;
  /** Where each card begins, in pixels from the list's top; one more for the end. */
  private tops = new Float64Array(1);
  private measured: readonly [cards: readonly Item[], version: number] | null = null;

  constructor(
    private readonly keys: ItemKeys<Item>,
    private readonly heights: ItemHeights,
    /** So many are drawn whole. */
    private readonly whole = DRAWN_WHOLE,
    private sight = FIRST_VIEWPORT,
  ) {}

  /** From the first drawn card to the last. */
  get span(): CardRange {
    let { from, to } = this.drawn;
    while (from < to && this.holes.has(from)) from++;
    while (from < to && this.holes.has(to - 1)) to--;
    return { from, to };
  }

  /** Whether all cards are drawn, wherever the list is scrolled to: then nobody has to look. */
  get isWhole(): boolean {
    return this.mayBeWhole && this.drawn.to - this.drawn.from - this.holes.size === this.cards.length;
  }

  private get mayBeWhole(): boolean {
    return this.cards.length <= this.whole;
  }

  /** What is visible of a list that stands in an item, so many pixels below its top. */
  sightWithin(index: number, below: number): Viewport {
    return { top: this.sight.top - this.top(index) - below, height: this.sight.height };
  }

  /** How high the whole list is, in pixels, as far as heights are known. */
  get end(): number {
    return this.top(this.cards.length);
  }

  /** Takes other cards; those that were visible stay in sight, wherever they stand now. */
  show(cards: readonly Item[], allowance: Allowance): void {
    if (cards === this.cards) return;
    const before = this.cards;
    const isUnseen = this.isFirst && this.sight === FIRST_VIEWPORT;
    this.isFirst = false;
    this.keys.follow(before, cards);
    const visible = this.within(0);
    const by = this.sight.top - this.top(visible.from);
    const isBehind = this.sight.top >= this.end;
    const there = new Set(
      this.runs(-1).flatMap(({ from, to }) => before.slice(from, to).map((card) => this.keys.of(card))),
    );
    this.cards = cards;
    // What is scrolled to its top stays there.
    const shift =
      this.sight.top > 0 ? this.leastShift(before.slice(visible.from, visible.to), visible.from, cards) : null;
    const top = shift === null ? this.sight.top : this.top(visible.from + shift) + by;
    const { height } = this.sight;
    // A list that got shorter is scrolled to its end.
    this.sight = { top: isBehind ? top : Math.min(top, Math.max(0, this.end - height)), height };
    // A short list is there at once, where nobody knows how much of it is in sight.
    if (isUnseen && this.mayBeWhole) this.drawn = { from: 0, to: cards.length };
    else this.draw((card) => there.has(this.keys.of(card)), OF_ANOTHER, Infinity, allowance);
  }

  /** Brings the card at an index to so many pixels below the top of what is visible. */
  bring(index: number, below: number, allowance: Allowance): void {
    this.sight = { top: this.top(index) - below, height: this.sight.height };
    this.draw(() => false, OF_SCROLLED, Infinity, allowance);
  }

  /** Whether something in sight is missing. */
  get isMissing(): boolean {
    return this.holes.size > 0;
  }

  /** Takes note of what is visible. @param most of those in sight that are drawn anew. @returns whether other cards have to be drawn, and somebody has to look again when they are. */
  look(sight: Viewport, allowance: Allowance, most = OF_SCROLLED): boolean {
    this.sight = sight;
    const needed = this.reach(AROUND / 2);
    const { from, to } = this.drawn;
    if (needed.from === needed.to || (!this.isShort && needed.from >= from && needed.to <= to)) return false;
    const holes = new Set(this.holes);
    this.draw((_card, at) => at >= from && at < to && !holes.has(at), most, allowance.forOthers, allowance);
    return true;
  }

  /** The drawn cards in runs: those of the window, and the one at `pinned` wherever it is (-1 for none). */
  runs(pinned: number): readonly CardRange[] {
    const runs: { from: number; to: number }[] = [];
    const take = (at: number): void => {
      const last = runs.at(-1);
      if (last?.to === at) last.to++;
      else runs.push({ from: at, to: at + 1 });
    };
    const { from, to } = this.drawn;
    if (pinned >= 0 && pinned < from) take(pinned);
    for (let at = from; at < to; at++) if (at === pinned || !this.holes.has(at)) take(at);
    if (pinned >= to) take(pinned);
    return runs;
  }

  /** Pixels that cards take, the gaps between them included. */
  space({ from, to }: CardRange): number {
    return from === to ? 0 : this.top(to) - this.top(from) - this.heights.gap;
  }

  /** Takes of what is in sight and around it all that is there already, others as far as is allowed: first at most so many of those in sight, from the top on; when none of them is new, those around as long as the frame keeps so many for other lists. */
  private draw(isThere: (card: Item, at: number) => boolean, most: number, keeps: number, allowance: Allowance): void {
    const reach = this.reach(AROUND);
    let { from, to } = this.within(AT_ONCE);
    if (from === to) from = to = this.sight.top > 0 ? reach.to : reach.from;
    let left = most;
    const takes = (at: number, isAllowed: boolean): boolean => {
      const card = this.cards[at];
      if (!card || isThere(card, at)) return card !== undefined;
      this.isShort ||= !isAllowed;
      if (!isAllowed) return false;
      allowance.left--;
      left--;
      return true;
    };
    this.isShort = false;
    this.holes.clear();
    for (let at = from; at < to; at++) if (!takes(at, left > 0 && allowance.left > 0)) this.holes.add(at);
    const isQuiet = left === most && this.holes.size === 0;
    const isSpare = (): boolean => isQuiet && allowance.left > keeps;
    while (to < reach.to && takes(to, isSpare())) to++;
    while (from > reach.from && takes(from - 1, isSpare())) from--;
    this.drawn = { from, to };
  }

  private reach(around: number): CardRange {
    return this.mayBeWhole ? { from: 0, to: this.cards.length } : this.within(around);
  }

  /** The cards that are visible, or at most `around` pixels away from it. */
  private within(around: number): CardRange {
    const count = this.cards.length;
    const { top, height } = this.sight;
    if (count === 0 || top + height + around <= 0 || top - around >= this.end) return { from: 0, to: 0 };
    return { from: this.indexAt(top - around), to: this.indexAt(top + height + around) + 1 };
  }

  /** The index of the card at a place; the first or the last one for what lies outside. */
  private indexAt(place: number): number {
    let [low, high] = [0, this.cards.length - 1];
    while (low < high) {
      const middle = (low + high + 1) >> 1;
      if (this.top(middle) <= place) low = middle;
      else high = middle - 1;
    }
    return low;
  }

  /** Where the card at an index begins, as far as heights are known: pixels from the list's top. */
  top(index: number): number {
    if (this.measured?.[0] !== this.cards || this.measured[1] !== this.heights.version) this.measure();
    return this.tops[Math.min(index, this.cards.length)] ?? 0;
  }

  private measure(): void {
    const { cards, heights } = this;
    this.measured = [cards, heights.version];
    this.tops = new Float64Array(cards.length + 1);
    let top = 0;
    cards.forEach((card, at) => {
      this.tops[at] = top;
      top += heights.of(this.keys.of(card)) + heights.gap;
    });
    this.tops[cards.length] = top;
  }

  /** By how many places cards have moved: the least of all, since one of them may have been sent far away. Null when all have gone. */
  private leastShift(before: readonly Item[], from: number, after: readonly Item[]): number | null {
    const wasAt = new Map(before.map((card, at) => [this.keys.of(card), from + at]));
    let least: number | null = null;
    after.forEach((card, at) => {
      const was = wasAt.get(this.keys.of(card));
      if (was !== undefined && (least === null || Math.abs(at - was) < Math.abs(least))) least = at - was;
    });
    return least;
  }
}
