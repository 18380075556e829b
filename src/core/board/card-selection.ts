import type { Card } from './card';
import type { CardKeys } from './card-keys';

/** Which cards are chosen for one action on all of them; a card stays chosen while the text around it changes. */
export class CardSelection {
  private chosen = new Set<number>();
  /** Where a range begins: the card that was chosen last by itself. */
  private anchor: number | null = null;

  constructor(private readonly keys: CardKeys) {}

  /** Numbers of the chosen cards; another object after each change. */
  get numbers(): ReadonlySet<number> {
    return this.chosen;
  }

  has(card: Card): boolean {
    return this.chosen.has(this.keys.of(card));
  }

  toggle(card: Card): void {
    const key = this.keys.of(card);
    const next = new Set(this.chosen);
    if (!next.delete(key)) next.add(key);
    this.chosen = next;
    this.anchor = key;
  }

  /** Adds the cards of a column from the anchor to this one; without an anchor among them, this one. */
  extend(cards: readonly Card[], to: Card): void {
    const at = cards.indexOf(to);
    const from = cards.findIndex((card) => this.keys.of(card) === this.anchor);
    const range = from < 0 ? [to] : cards.slice(Math.min(from, at), Math.max(from, at) + 1);
    if (from < 0) this.anchor = this.keys.of(to);
    this.add(range);
  }

  add(cards: readonly Card[]): void {
    this.chosen = new Set([...this.chosen, ...cards.map((card) => this.keys.of(card))]);
  }

  clear(): void {
    this.chosen = new Set();
    this.anchor = null;
  }

  /** Takes other cards for the same columns, by their order: what has gone, or cannot be told, is no longer chosen. */
  follow(before: readonly (readonly Card[])[], after: readonly (readonly Card[])[]): void {
    if (this.chosen.size === 0) return;
    after.forEach((cards, at) => this.keys.follow(before[at] ?? [], cards));
    const there = new Set(after.flatMap((cards) => cards.map((card) => this.keys.of(card))));
    const kept = [...this.chosen].filter((key) => there.has(key));
    if (kept.length < this.chosen.size) this.chosen = new Set(kept);
  }

  /** The chosen cards among these, in their order. */
  among(cards: readonly Card[]): readonly Card[] {
    return this.chosen.size === 0 ? [] : cards.filter((card) => this.has(card));
  }
}
