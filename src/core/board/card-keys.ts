import { groupBy } from '../note/group-by';
import type { Card } from './card';

/**
 * Tells which card is which from one drawing to the next, by a number that stays with it. An id alone does not: a bullet that is put in above its
 * likes takes the first one's id, and all others move up by one. Words alone do not either, since they are what people change.
 */
export class CardKeys {
  private readonly keys = new WeakMap<Card, number>();
  private last = 0;

  /** The card's number. */
  of(card: Card): number {
    const known = this.keys.get(card);
    if (known !== undefined) return known;
    this.keys.set(card, ++this.last);
    return this.last;
  }

  /** Gives cards that are new in a list the numbers of those that they stand for: with the same words, else with the same id. */
  follow(before: readonly Card[], after: readonly Card[]): void {
    const unknown = after.filter((card) => !this.keys.has(card));
    if (unknown.length === 0 || before.length === 0) return;
    const stays = new Set(after);
    const gone = before.filter((card) => !stays.has(card));
    const left = this.inherit(unknown, gone, ({ looks }) => looks);
    this.inherit(left.unknown, left.gone, ({ id }) => id);
  }

  private inherit(
    unknown: readonly Card[],
    gone: readonly Card[],
    trait: (card: Card) => string,
  ): { readonly unknown: Card[]; readonly gone: Card[] } {
    const heirs = groupBy(unknown, trait);
    const leftOver = gone.filter((card) => {
      const heir = heirs.get(trait(card))?.shift();
      if (heir) this.keys.set(heir, this.of(card));
      return heir === undefined;
    });
    return { unknown: [...heirs.values()].flat(), gone: leftOver };
  }
}
