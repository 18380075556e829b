import type { Board } from '../../core/board/build-board';
import type { Show } from '../../core/block/board-block';
import { Icon } from './icon';

/** How a board stands in a note. */
export interface BlockLook {
  readonly show: Show;
  /** What it is called: the saved view's name. */
  readonly name: string;
  /** At most so many cards in a column; null for all. */
  readonly limit: number | null;
  openAsPane(): void;
}

/** What a board in a note has in the place of a toolbar: its name, its totals, and the way to the pane. */
export function BlockBar({ board, look, isFiltered }: { board: Board; look: BlockLook; isFiltered: boolean }) {
  const { open, shown, overdue, beyond } = board;
  const totals = [
    isFiltered ? `${shown + beyond} of ${open} open` : `${open} open`,
    overdue > 0 ? `${overdue} overdue` : '',
    beyond > 0 ? `${shown} shown` : '',
  ];
  return (
    <div class="ops-block-bar">
      <span class="ops-block-name" dir="auto">
        {look.name}
      </span>
      <span class="ops-totals" role="status">
        {totals.filter((part) => part !== '').join(' · ')}
      </span>
      <button class="clickable-icon" aria-label="Open as a pane" onClick={() => look.openAsPane()}>
        <Icon name="maximize-2" />
      </button>
    </div>
  );
}
