import { useEffect, useRef } from 'preact/hooks';
import type { Board } from '../../core/board/build-board';
import type { Chip } from '../../core/board/query/chips';
import { readyForQuery } from '../../core/board/query/card-test';
import type { Group } from '../../core/settings/view';
import { GROUP_WORDS } from './view-menu';
import type { BoardActions } from './board-actions';
import type { BoardMemory } from './board-memory';
import { Icon } from './icon';
import { TermChips } from './term-chips';

export interface ToolbarProps {
  readonly board: Board;
  readonly filter: string;
  readonly group: Group;
  readonly isWide: boolean;
  readonly chips: readonly Chip[];
  readonly memory: BoardMemory;
  readonly actions: BoardActions;
  readonly onFilter: (filter: string) => void;
  /** The keys lead from the field back to where they were in the grid, or to its first card. */
  readonly onLeave: (to: 'back' | 'first') => void;
}

/** Cards that are readied for the filter at once. */
const AT_ONCE = 200;

/** Who comes to the filter is going to type. */
function readyCards({ columns }: Board, { queue }: BoardMemory, win: Window): void {
  for (const { cards } of columns)
    for (let at = 0; at < cards.length; at += AT_ONCE)
      queue.add(win, () => readyForQuery(cards.slice(at, at + AT_ONCE)));
}

/** Totals, chips, the filter, and what there is no room for in a menu. */
export function Toolbar({ board, filter, group, isWide, chips, memory, actions, onFilter, onLeave }: ToolbarProps) {
  const input = useRef<HTMLInputElement>(null);
  useEffect(() => (input.current ? actions.views.suggestIn(input.current) : undefined), [actions]);
  return (
    <div class="ops-toolbar">
      <span class="ops-totals" role="status">
        {filter.trim() !== '' ? `${board.shown} of ${board.open} open` : `${board.open} open`}
      </span>
      <TermChips chips={chips} onFilter={onFilter} />
      <button
        class="clickable-icon ops-group"
        aria-label={group === 'none' ? 'Rows' : GROUP_WORDS[group]}
        aria-haspopup="menu"
        onClick={(event) => actions.views.showGroupMenu(event)}
      >
        <Icon name="rows-3" />
      </button>
      <div class="ops-filter">
        <input
          ref={input}
          type="search"
          value={filter}
          placeholder={isWide ? 'Filter by text, owner:, due: …' : 'Filter'}
          aria-label="Filter the cards"
          autocapitalize="off"
          autocorrect="off"
          spellcheck={false}
          onFocus={(event) => readyCards(board, memory, event.currentTarget.win)}
          onInput={(event) => onFilter(event.currentTarget.value)}
          onKeyDown={(event) => {
            // Keys of which an input method still makes a word are its own.
            if (event.isComposing) return;
            if (event.key === 'Escape') {
              event.preventDefault();
              event.stopPropagation();
              if (filter === '') onLeave('back');
              else onFilter('');
            } else if (event.key === 'ArrowDown' || event.key === 'Enter') {
              event.preventDefault();
              onLeave('first');
            }
          }}
        />
      </div>
      <button
        class="clickable-icon"
        aria-label="Filter, sort and saved views"
        aria-haspopup="menu"
        onClick={(event) => actions.views.showViewMenu(event)}
      >
        <Icon name="sliders-horizontal" />
      </button>
    </div>
  );
}
