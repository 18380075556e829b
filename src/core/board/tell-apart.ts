import { folderOf } from '../note/link-text';
import type { Card } from './card';

/** Cards that look the same: in how many folders they lie, and how many of them in each note. */
interface Alike {
  count: number;
  readonly folders: Set<string>;
  readonly notes: Map<string, number>;
}

function distinctionOf({ todo }: Card, { folders, notes }: Alike): string {
  const folder = folderOf(todo.path) === '' ? 'top of the vault' : folderOf(todo.path);
  const parts = [folders.size > 1 ? `in ${folder}` : '', (notes.get(todo.path) ?? 0) > 1 ? `line ${todo.line + 1}` : ''];
  return parts.filter((part) => part !== '').join(', ');
}

/** Gives cards that would look alike what tells them apart: the folder when their notes differ, the line when they do not. */
export class Distinctions {
  /** By plain card: the card with its distinction, so that an unchanged one is the same object each time. */
  private readonly told = new WeakMap<Card, Card>();

  of(cards: readonly Card[]): readonly Card[] {
    const byLooks = new Map<string, Alike>();
    for (const { looks, todo } of cards) {
      const alike: Alike = byLooks.get(looks) ?? { count: 0, folders: new Set(), notes: new Map() };
      byLooks.set(looks, alike);
      alike.count++;
      alike.folders.add(folderOf(todo.path));
      alike.notes.set(todo.path, (alike.notes.get(todo.path) ?? 0) + 1);
    }
    if (byLooks.size === cards.length) return cards;
    return cards.map((card) => {
      const alike = byLooks.get(card.looks);
      return alike === undefined || alike.count < 2 ? card : this.withDistinction(card, distinctionOf(card, alike));
    });
  }

  private withDistinction(card: Card, distinction: string): Card {
    const known = this.told.get(card);
    if (known?.distinction === distinction) return known;
    const told = { ...card, distinction };
    this.told.set(card, told);
    return told;
  }
}
