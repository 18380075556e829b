import { useEffect, useLayoutEffect, useRef, useState } from 'preact/hooks';
import type { Column } from '../../core/board/build-board';
import type { Card } from '../../core/board/card';
import type { BoardActions } from './board-actions';
import { CardView } from './card-view';
import { Icon } from './icon';
import { watchSight } from './use-in-sight';

/** Cards that a column draws at first, and each time its end comes in sight: a few screens' worth. */
const PAGE = 20;

export interface ColumnViewProps {
  readonly column: Column;
  readonly actions: BoardActions;
  readonly today: string;
  readonly isFiltered: boolean;
  readonly isCollapsed: boolean;
  /** The card that is the grid's tab stop: its id, null for this column's header, undefined when it is in another column. */
  readonly tabStop: string | null | undefined;
  readonly scrollTop: number;
  readonly onToggle: (column: Column) => void;
  readonly onFocusCard: (card: Card) => void;
  readonly onFocusHead: (column: Column) => void;
}

const counted = (number: number, one: string, many: string): string => `${number} ${number === 1 ? one : many}`;

function countsOf({ open, cards, summary, purpose }: Column, isFiltered: boolean): string[] {
  const openText = isFiltered ? `${cards.length} of ${open} open` : `${open} open`;
  if (!summary) return [openText, purpose];
  if (summary.page === null) return [openText, 'no page yet'];
  const without = summary.responsibilities - summary.owned;
  const parts = [counted(summary.responsibilities, 'responsibility', 'responsibilities'), openText, without > 0 ? `${without} without owner` : ''];
  return parts.filter((part) => part !== '');
}

function Header({ column, actions, isCollapsed, isFiltered, tabStop, onToggle, onFocusHead }: ColumnViewProps) {
  const label = [column.name, column.purpose, counted(column.cards.length, 'todo', 'todos'), isCollapsed ? 'collapsed' : ''].filter((part) => part !== '').join(', ');
  return (
    <div
      class="ops-column-head"
      role="rowheader"
      tabIndex={tabStop === null ? 0 : -1}
      data-column-head={column.name}
      aria-label={label}
      aria-expanded={!isCollapsed}
      onFocus={() => onFocusHead(column)}
    >
      <div class="ops-column-title">
        {column.page === null ? (
          <span class="ops-column-name">{column.name}</span>
        ) : (
          <a
            class="ops-column-name"
            tabIndex={-1}
            onClick={(event) => actions.openPage(column, event)}
            onAuxClick={(event) => {
              if (event.button === 1) actions.openPage(column, event);
            }}
            onMouseOver={(event) => actions.previewPage(column, event, event.currentTarget)}
          >
            {column.name}
          </a>
        )}
        <span class="ops-column-purpose">{column.summary ? column.purpose : ''}</span>
        <button class="clickable-icon ops-collapse" tabIndex={-1} aria-label={isCollapsed ? `Expand ${column.name}` : `Collapse ${column.name}`} onClick={() => onToggle(column)}>
          <Icon name={isCollapsed ? 'chevron-right' : 'chevron-down'} />
        </button>
      </div>
      <div class="ops-column-counts">
        <div>
          {countsOf(column, isFiltered).map((part, at) => (
            <span key={part}>{at > 0 ? `· ${part}` : part}</span>
          ))}
        </div>
      </div>
    </div>
  );
}

function emptyText({ open, summary }: Column, isFiltered: boolean): string {
  if (isFiltered && open > 0) return 'Nothing here matches the filter.';
  if (summary?.page === null) return 'No page yet, and nothing open.';
  return 'Nothing open here. #todo under a heading or on a bullet brings it here.';
}

/** A column: its header, and its cards, of which it draws as many as have been in sight. */
export function ColumnView(props: ColumnViewProps) {
  const { column, actions, today, isFiltered, isCollapsed, tabStop, scrollTop, onFocusCard } = props;
  const list = useRef<HTMLDivElement>(null);
  const end = useRef<HTMLDivElement>(null);
  const focused = typeof tabStop === 'string' ? column.cards.findIndex(({ id }) => id === tabStop) : -1;
  const [pages, setPages] = useState(1);
  const drawn = Math.min(column.cards.length, Math.max(pages * PAGE, focused + PAGE));

  useEffect(() => {
    const sentinel = end.current;
    if (!sentinel || drawn >= column.cards.length) return undefined;
    return watchSight(sentinel, '1200px', () => setPages(Math.ceil(drawn / PAGE) + 1));
  }, [drawn, column.cards.length, isCollapsed]);

  // Once: where the column stood before a restart.
  useLayoutEffect(() => {
    if (list.current && scrollTop > 0) list.current.scrollTop = scrollTop;
  }, []);

  return (
    <div class={`ops-column${isCollapsed ? ' is-collapsed' : ''}`} role="row" data-column={column.name} data-colour={column.colour ?? 'none'}>
      <Header {...props} />
      {!isCollapsed && (
        <div class="ops-cards" ref={list} onScroll={(event) => actions.rememberScroll(column.name, event.currentTarget.scrollTop)}>
          {column.cards.slice(0, drawn).map((card, at) => (
            <CardView
              key={card.id}
              card={card}
              actions={actions}
              place={at + 1}
              of={column.cards.length}
              isTabStop={tabStop === card.id}
              today={today}
              shownIn={actions.shownIn(card).join('\n')}
              onFocus={onFocusCard}
            />
          ))}
          {column.cards.length === 0 && <div class="ops-empty">{emptyText(column, isFiltered)}</div>}
          <div class="ops-end" ref={end} />
        </div>
      )}
    </div>
  );
}
