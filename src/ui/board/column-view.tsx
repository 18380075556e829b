import type { Column } from '../../core/board/build-board';
import { AddField } from './add-field';
import { CardList, type InBoard } from './card-list';
import { ColumnHead, phaseColour } from './column-head';
import { FinishedList } from './finished-list';

interface ColumnViewProps extends InBoard {
  readonly column: Column;
  readonly isCollapsed: boolean;
  /** Whether its head is all there is: how far the phase is. */
  readonly isHeadOnly: boolean;
  /** The card that is the grid's tab stop: its id, null for this column's header, undefined when it is in another column. */
  readonly tabStop: string | null | undefined;
  /** Whether the board scrolls as a whole, and not this column for itself. */
  readonly scrollsAsOne: boolean;
}

function emptyText({ open, summary, unit }: Column, isFiltered: boolean): string {
  if (unit === 'note') return 'No note of this base belongs here.';
  if (isFiltered && open > 0) return 'Nothing here matches the filter.';
  if (summary?.page === null) return 'No page yet, and nothing open.';
  return 'Nothing open here. #todo under a heading or on a bullet brings it here.';
}

/** A column: its head, its cards, and what is finished in it. */
export function ColumnView(props: ColumnViewProps) {
  const { column, draw, memory, actions, work, state, isFiltered, isCollapsed, isHeadOnly, tabStop, scrollsAsOne } =
    props;
  const { name } = column;
  const target = work.target?.column === name ? work.target.prospect : null;
  return (
    <div
      data-drop={target?.kind}
      class={`ops-column${isCollapsed ? ' is-collapsed' : ''}`}
      role="row"
      data-column={name}
      style={phaseColour(column.colour)}
    >
      <ColumnHead
        column={column}
        actions={actions}
        role="rowheader"
        isFiltered={isFiltered}
        isCollapsed={isCollapsed}
        isHeadOnly={isHeadOnly}
        isTabStop={tabStop === null}
      />
      {work.adding === name && !isCollapsed && <AddField column={column} actions={actions} />}
      {!isCollapsed && (
        <CardList
          cards={column.cards}
          draw={draw}
          memory={memory}
          actions={actions}
          state={state}
          where=""
          empty={emptyText(column, isFiltered)}
          tabStop={tabStop ?? null}
          scroller={scrollsAsOne ? '' : name}
        />
      )}
      {!isCollapsed && column.finished.length > 0 && (
        <FinishedList responsibilities={column.finished} isOpen={state.finished} actions={actions} />
      )}
      {target && <div class="ops-drop-hint">{target.text}</div>}
    </div>
  );
}
