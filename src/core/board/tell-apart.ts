import { folderOf } from '../note/link-text';
import type { Card } from './card';

const looks = ({ title, breadcrumb }: Card): string => `${title}\n${breadcrumb.join('\n')}`;

/** Gives cards that would look alike what tells them apart: the folder when their notes differ, the line when they do not. */
export function tellApart(cards: readonly Card[]): readonly Card[] {
  const alike = new Map<string, Card[]>();
  for (const card of cards) {
    const group = alike.get(looks(card));
    if (group) group.push(card);
    else alike.set(looks(card), [card]);
  }
  if (alike.size === cards.length) return cards;
  return cards.map((card) => {
    const group = alike.get(looks(card)) ?? [];
    if (group.length < 2) return card;
    const sameNote = group.some((other) => other !== card && other.todo.path === card.todo.path);
    const folder = folderOf(card.todo.path) === '' ? 'top of the vault' : folderOf(card.todo.path);
    const sameFolders = group.every((other) => folderOf(other.todo.path) === folderOf(card.todo.path));
    const parts = [sameFolders ? '' : `in ${folder}`, sameNote ? `line ${card.todo.line + 1}` : ''];
    return { ...card, distinction: parts.filter((part) => part !== '').join(', ') };
  });
}
