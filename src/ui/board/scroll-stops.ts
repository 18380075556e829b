/**
 * A list that scrolls is a stop for the keyboard where the browser finds nothing in it to stop at; but the grid has its own one stop. Saying so
 * for good, with a tabindex, would make each list a part of its row for a screen reader.
 */
const LISTS = '.ops-cards';

/** Tab was pressed in the grid: it leads out of it. */
export function skipLists(grid: HTMLElement): void {
  const lists = grid.querySelectorAll<HTMLElement>(LISTS);
  for (const list of lists) list.tabIndex = -1;
  // By then the browser has moved the focus.
  grid.win.setTimeout(() => {
    for (const list of lists) list.removeAttribute('tabindex');
  });
}

/** Tab led from elsewhere to a list: then to the grid's stop. */
export function leaveList({ target }: FocusEvent): void {
  const element = target as HTMLElement;
  if (element.matches(LISTS)) element.closest('.ops-grid')?.querySelector<HTMLElement>('[tabindex="0"]')?.focus();
}
