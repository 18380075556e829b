import { folderOf } from '../note/link-text';
import { Card } from './card';

/** Gives cards that would look alike what tells them apart: the folder when their notes differ, the line when they do not. */
export class Distinctions {
  /** Cards by their looks; most look like no other. */
  private readonly groups = new Map<string, Card | Set<Card>>();
  /** By plain card: the card with its distinction, so that an unchanged one is the same object each time. */
  private readonly told = new Map<Card, Card>();

  change(gone: readonly Card[], come: readonly Card[]): void {
    const changed = new Set<string>();
    for (const card of gone) {
      this.told.delete(card);
      const group = this.groups.get(card.looks);
      if (group instanceof Set && group.delete(card)) changed.add(card.looks);
      else if (group === card) this.groups.delete(card.looks);
    }
    for (const card of come) {
      const group = this.groups.get(card.looks);
      if (group === undefined) this.groups.set(card.looks, card);
      else {
        changed.add(card.looks);
        if (group instanceof Set) group.add(card);
        else this.groups.set(card.looks, new Set([group, card]));
      }
    }
    for (const looks of changed) this.tell(this.groups.get(looks));
  }

  /** The card as it is shown. */
  of(card: Card): Card {
    return this.told.get(card) ?? card;
  }

  private tell(group: Card | Set<Card> | undefined): void {
    if (!(group instanceof Set)) return;
    const folders = new Set<string>();
    const inNote = new Map<string, number>();
    for (const { todo } of group) {
      folders.add(folderOf(todo.path));
      inNote.set(todo.path, (inNote.get(todo.path) ?? 0) + 1);
    }
    for (const card of group) {
      const { path, line } = card.todo;
      const folder = folders.size > 1 ? `in ${folderOf(path) === '' ? 'top of the vault' : folderOf(path)}` : '';
      const parts = [folder, (inNote.get(path) ?? 0) > 1 ? `line ${line + 1}` : ''];
      const distinction = parts.filter((part) => part !== '').join(', ');
      if (this.of(card).distinction === distinction) continue;
      if (distinction === '') this.told.delete(card);
      else this.told.set(card, new Card(card, { distinction }));
    }
  }
}
