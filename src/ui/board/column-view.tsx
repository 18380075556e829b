import { useCallback } from 'preact/hooks';
import type { Column } from '../../core/board/build-board';
import { AddField } from './add-field';
import type { BoardActions } from './board-actions';
import type { ScrollPlace } from './board-state';
import { CardList, type CardListProps } from './card-list';
import { ColumnHead } from './column-head';
import { FinishedList } from './finished-list';
import type { InteractionState } from './interaction-state';

export interface ColumnViewProps extends Pick<CardListProps, 'draw' | 'memory' | 'start' | 'scrollsAsOne'> {
  readonly column: Column;
  readonly actions: BoardActions;
  readonly work: InteractionState;
  readonly isFiltered: boolean;
  readonly isCollapsed: boolean;
  /** Whether its head is all there is: how far the phase is. */
  readonly isHeadOnly: boolean;
  /** The card that is the grid's tab stop: its id, null for this column's header, undefined when it is in another column. */
  readonly tabStop: string | null | undefined;
  readonly showsFinished: boolean;
  readonly onToggleFinished: () => void;
  readonly onToggle: (column: Column) => void;
  readonly onFocusHead: (column: Column) => void;
}

function emptyText({ open, summary, unit }: Column, isFiltered: boolean): string {
  if (unit === 'note') return 'No note of this base belongs here.';
  if (isFiltered && open > 0) return 'Nothing here matches the filter.';
  if (summary?.page === null) return 'No page yet, and nothing open.';
  return 'Nothing open here. #todo under a heading or on a bullet brings it here.';
}

/** A column: its head, its cards, and what is finished in it. */
export function ColumnView({
  column,
  draw,
  memory,
  start,
  actions,
  work,
  isFiltered,
  isCollapsed,
  isHeadOnly,
  tabStop,
  scrollsAsOne,
  showsFinished,
  onToggleFinished,
  onToggle,
  onFocusHead,
}: ColumnViewProps) {
  const { name } = column;
  const onScroll = useCallback(
    (place: ScrollPlace | null) => actions.rememberScroll(scrollsAsOne ? '' : name, place),
    [actions, name, scrollsAsOne],
  );
  const target = work.target?.column === name ? work.target.prospect : null;
  return (
    <div
      data-drop={target?.kind}
      class={`ops-column${isCollapsed ? ' is-collapsed' : ''}`}
      role="row"
      data-column={name}
      data-colour={column.colour ?? 'none'}
    >
      <ColumnHead
        column={column}
        actions={actions}
        role="rowheader"
        isFiltered={isFiltered}
        isCollapsed={isCollapsed}
        isHeadOnly={isHeadOnly}
        isTabStop={tabStop === null}
        onToggle={onToggle}
        onFocusHead={onFocusHead}
      />
      {work.adding === name && !isCollapsed && <AddField column={column} actions={actions} />}
      {!isCollapsed && (
        <CardList
          cards={column.cards}
          draw={draw}
          memory={memory}
          start={start}
          where=""
          empty={emptyText(column, isFiltered)}
          tabStop={tabStop ?? null}
          scrollsAsOne={scrollsAsOne}
          onScroll={onScroll}
        />
      )}
      {!isCollapsed && column.finished.length > 0 && (
        <FinishedList
          responsibilities={column.finished}
          isOpen={showsFinished}
          onToggle={onToggleFinished}
          actions={actions}
        />
      )}
      {target && <div class="ops-drop-hint">{target.text}</div>}
    </div>
  );
}
