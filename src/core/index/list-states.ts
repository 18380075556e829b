import type { OperationsIndex } from './operations-index';

/** The states that nested tags name (`#todo/blocked`), the most used first. */
export function listStates(index: Pick<OperationsIndex, 'todos'>): readonly string[] {
  const counts = new Map<string, number>();
  for (const { state } of index.todos()) if (state !== null) counts.set(state, (counts.get(state) ?? 0) + 1);
  return [...counts].sort(([a, times], [b, often]) => often - times || (a < b ? -1 : 1)).map(([state]) => state);
}
