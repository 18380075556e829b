import { useLayoutEffect, useRef } from 'preact/hooks';
import { rowKey, type Row } from '../../core/board/build-rows';
import type { Column } from '../../core/board/build-board';
import type { GridPlace } from '../../core/board/move-focus';
import { counted } from '../../core/wording/counted';
import { AddField } from './add-field';
import { Avatar } from './card-chips';
import { CardList, type InBoard } from './card-list';
import { ColumnHead, phaseColour } from './column-head';
import { FinishedList } from './finished-list';
import { Icon } from './icon';
import { memo } from './memo';
import type { ColumnWindow } from './column-window';
import { ROW_HEAD } from './row-heights';
import { useColumnWindow } from './use-column-window';
import { cardAt, type DrawnGrid } from './use-grid-focus';
import { withGaps } from './with-gaps';

interface RowsViewProps extends DrawnGrid, InBoard {
  /** Names of collapsed columns. */
  readonly collapsed: readonly string[];
  readonly tabStop: GridPlace;
}

/** So many rows are drawn whole: more than that seldom fit a window. */
const DRAWN_WHOLE = 6;

interface RowHeadProps extends Pick<InBoard, 'actions'> {
  readonly row: Row;
  readonly unit: Column['unit'] | undefined;
  /** Whether rows say whose the cards are. */
  readonly isByOwner: boolean;
  readonly isCollapsed: boolean;
  readonly isTabStop: boolean;
  /** What a drop into the collapsed row would do. */
  readonly hint: string | null;
}

function RowHead({ row, unit, isByOwner, isCollapsed, isTabStop, hint, actions }: RowHeadProps) {
  const overdue = row.overdue > 0 ? `${row.overdue} overdue` : '';
  const open = unit === 'note' ? counted(row.open, unit) : `${row.open} open`;
  return (
    <div class="ops-lane-head" role="row">
      <div
        role="rowheader"
        tabIndex={isTabStop ? 0 : -1}
        data-row-head={row.name}
        aria-label={[row.name, open, overdue].filter((part) => part !== '').join(', ')}
        aria-expanded={!isCollapsed}
        onFocus={() => actions.focusRow(row)}
        onClick={() => actions.toggleRow(row)}
      >
        <Icon name={isCollapsed ? 'chevron-right' : 'chevron-down'} />
        {isByOwner && row.path !== null && <Avatar name={row.name} />}
        <bdi class="ops-lane-name">{row.name}</bdi>
        <bdi class="ops-count">{open}</bdi>
        {overdue !== '' && <bdi class="ops-overdue">{overdue}</bdi>}
        {hint !== null && <span data-drop="possible">{hint}</span>}
      </div>
    </div>
  );
}

/** Whether the row is there only for cards to be dropped in. */
const isOffered = ({ cells }: Row): boolean => cells.every((cards) => cards.length === 0);

/** A row's cards in one column; drawn again when the board is, not when its rows are scrolled. */
const Cell = memo(function Cell({
  row,
  column,
  at,
  props: { columns, rows, draw, memory, actions, state, work, isStacked, tabStop, collapsed },
  isHere,
  lanes,
}: {
  readonly row: Row;
  readonly column: Column;
  readonly at: number;
  readonly props: RowsViewProps;
  /** Whether the tab stop is in this row. */
  readonly isHere: boolean;
  readonly lanes: ColumnWindow<Row>;
}) {
  const cards = row.cells[at] ?? [];
  const { target } = work;
  const drop = target?.column === column.name && target.row === rowKey(row) ? target.prospect : null;
  const isCollapsed = collapsed.includes(column.name);
  const name = `${row.name}, ${column.name}, ${counted(cards.length, column.unit)}`;
  // One below the other, nothing right above tells which column it is; and an empty cell is only there to drop something into.
  const isNamed = isStacked && columns.length > 1 && (cards.length > 0 || isOffered(row));
  return (
    <div
      class={`ops-cell${isCollapsed ? ' is-collapsed' : ''}${cards.length === 0 ? ' is-empty' : ''}`}
      data-column={column.name}
      data-row={rowKey(row)}
      data-drop={drop?.kind}
    >
      {isNamed && (
        <div class="ops-cell-name" aria-hidden="true">
          {column.name} <span class="ops-count">{cards.length}</span>
        </div>
      )}
      {isCollapsed ? (
        <span class="ops-count">{cards.length > 0 && cards.length}</span>
      ) : (
        <CardList
          cards={cards}
          draw={draw}
          memory={memory}
          actions={actions}
          state={state}
          where={`${name}; `}
          rowName={name}
          empty=""
          tabStop={isHere && tabStop.column === at ? (cards[tabStop.card]?.id ?? null) : null}
          scroller={null}
          firstSight={() => lanes.sightWithin(rows.indexOf(row), ROW_HEAD)}
        />
      )}
      {drop && <div class="ops-drop-hint">{drop.text}</div>}
    </div>
  );
});

/** The board in rows: the columns' heads above, and below them row by row those in sight, with room for the others. */
export function RowsView(props: RowsViewProps) {
  const { columns, rows, isStacked, actions, memory, work, state, collapsed, tabStop } = props;
  const list = useRef<HTMLDivElement>(null);
  memory.rows.show(rows, state.collapsedRows, isStacked);
  const window = useColumnWindow({
    list,
    items: rows,
    keys: memory.rows.keys,
    heights: memory.rows,
    frame: memory.frame,
    drawn: '.ops-lane',
    whole: DRAWN_WHOLE,
    scrollsAsOne: true,
    start: state.scroll[''] ?? null,
    startAt: (card) => rows.findIndex(({ cells }) => cells.some((cards) => cards.some(({ id }) => id === card))),
    onScroll: (place) => actions.rememberScroll('', place),
  });

  // Whoever carries a card by key sees where it would go.
  const { column, row } = work.target ?? {};
  useLayoutEffect(() => {
    const at = rows.findIndex((one) => rowKey(one) === row);
    const grid = list.current?.closest('.ops-grid');
    if (at < 0 || !grid) return;
    const [top, height] = [window.top(at), grid.clientHeight];
    if (!list.current?.querySelector(`:scope > [data-at="${at}"]`)) grid.scrollTop = top - height / 2;
    list.current?.querySelector('[data-drop]')?.scrollIntoView({ block: 'nearest', inline: 'nearest' });
  }, [column, row]);

  return (
    <>
      <div class="ops-heads" role="row">
        {columns.map((one, at) => (
          <div
            key={one.name}
            class={`ops-head-cell${collapsed.includes(one.name) ? ' is-collapsed' : ''}`}
            style={phaseColour(one.colour)}
          >
            <ColumnHead
              column={one}
              actions={actions}
              role="columnheader"
              isFiltered={props.isFiltered}
              isCollapsed={collapsed.includes(one.name)}
              isTabStop={tabStop.row < 0 && tabStop.column === at}
            />
            {work.adding === one.name && <AddField column={one} actions={actions} />}
          </div>
        ))}
      </div>
      <div class="ops-lanes" ref={list} role="presentation">
        {withGaps(window, rows, tabStop.row, (one, at) => {
          const isCollapsed = state.collapsedRows.includes(rowKey(one));
          const key = memory.rows.keys.of(one);
          const isHere = tabStop.row === at;
          return (
            <div
              key={key}
              class={`ops-lane${isOffered(one) ? ' is-offered' : ''}`}
              role="rowgroup"
              data-at={at}
              data-key={key}
            >
              <RowHead
                row={one}
                unit={columns[0]?.unit}
                isByOwner={state.group === 'owners'}
                isCollapsed={isCollapsed}
                isTabStop={isHere && cardAt(props, tabStop) === null}
                hint={isCollapsed && work.target?.row === rowKey(one) ? work.target.prospect.text : null}
                actions={actions}
              />
              {!isCollapsed && (
                <div class="ops-cells" role="presentation">
                  {columns.map((column, place) => (
                    <Cell
                      key={column.name}
                      row={one}
                      column={column}
                      at={place}
                      props={props}
                      isHere={isHere}
                      lanes={window}
                    />
                  ))}
                </div>
              )}
            </div>
          );
        })}
        {rows.length === 0 && <div class="ops-empty">Nothing matches the filter.</div>}
      </div>
      {columns.some(({ finished }) => finished.length > 0) && (
        <div class="ops-cells ops-foot" role="row">
          {columns.map(({ name, finished }) => (
            <div key={name} class="ops-cell is-empty">
              {isStacked && columns.length > 1 && finished.length > 0 && <div class="ops-cell-name">{name}</div>}
              {finished.length > 0 && (
                <FinishedList responsibilities={finished} isOpen={state.finished} actions={actions} />
              )}
            </div>
          ))}
        </div>
      )}
    </>
  );
}
