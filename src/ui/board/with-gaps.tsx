import type { ComponentChild } from 'preact';
import type { ColumnWindow } from './column-window';

/** Draws what of a list is in sight, and room for the rest; the item at `kept` is drawn wherever it is (-1: none). Indexes count from 0. */
export function withGaps<Item>(
  window: ColumnWindow<Item>,
  items: readonly Item[],
  kept: number,
  draw: (item: Item, at: number) => ComponentChild,
): ComponentChild[] {
  const runs = window.runs(kept);
  const gap = (at: number): ComponentChild => {
    const height = window.space({ from: runs[at - 1]?.to ?? 0, to: runs[at]?.from ?? items.length });
    return (
      height > 0 && <div key={`gap ${at}`} class="ops-gap" aria-hidden="true" style={{ '--ops-gap': `${height}px` }} />
    );
  };
  return [
    ...runs.flatMap(({ from, to }, at) => [
      gap(at),
      ...items.slice(from, to).map((item, index) => draw(item, from + index)),
    ]),
    gap(runs.length),
  ];
}
