/** What the board must show of a vault: from the list that was written by hand beside it. */
import { readFileSync } from 'node:fs';
import type { TodoRecord } from '../../src/cli/todo-record';
import { FIXTURES } from '../built-plugin';

export const DEMO_VAULT = `${FIXTURES}/demo-vault`;
export const PUBLISHED_VAULT = `${FIXTURES}/published-vault`;
export const COLUMNS = ['Day 0', 'Day 1', 'Day 2', 'Cross-phase'];

/** The open todos of a vault. */
export function openTodos(vault: string): TodoRecord[] {
  const todos = JSON.parse(readFileSync(`${vault}.expected.json`, 'utf8')) as TodoRecord[];
  return todos.filter(({ status }) => status === null || !/^[xX-]$/.test(status));
}

/** The titles of a column's cards, sorted. */
export function expectedTitles(vault: string, column: string): string[] {
  return openTodos(vault)
    .filter((todo) => todo.column === column)
    .map(titleOnBoard)
    .sort();
}

/** A card says due date and owner in their own place, and whose list a phase page's responsibilities are. */
export function titleOnBoard({ kind, title: whole, excerpt, why, column, owner }: TodoRecord): string {
  // Of a table row only its first cell.
  const title = kind === 'block' && excerpt.startsWith('|') ? (whole.split(' | ')[0] ?? whole) : whole;
  const isPhaseList =
    kind === 'section' && title === 'Responsibilities' && (why === 'phase-page' || why === 'flattened');
  if (isPhaseList) return `${column} responsibilities`;
  const undated = title.replace(/ (?:📅 \d{4}-\d{2}-\d{2}|\[due:: \d{4}-\d{2}-\d{2}\])/u, '');
  const name = owner?.split('/').at(-1)?.replace(/\.md$/, '') ?? null;
  return name === null ? undated : undated.replace(` (${name})`, '');
}
