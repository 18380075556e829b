import type { Card } from '../core/board/card';
import { readingOnce, type PlanningVault } from '../core/edit/planning';
import { spellLines } from '../core/snapshot/spell-lines';
import { todoTable } from '../core/snapshot/todo-table';

/** A column of the board with its cards. */
export interface CardColumn {
  /** `Day 0 · Planning` */
  readonly title: string;
  readonly cards: readonly Card[];
}

/** A table for each column. Links are written as the vault has them; a relative one leads from the vault's top. */
export function printMarkdown(columns: readonly CardColumn[], vault: PlanningVault): Promise<string[]> {
  const lines = columns.flatMap(({ title, cards }) => [[`## ${title}`], [], ...todoTable(cards, () => true), []]);
  return spellLines(lines, { source: '', published: false }, readingOnce(vault));
}
