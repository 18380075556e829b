import type { TargetedKeyboardEvent } from 'preact';
import { useLayoutEffect, useMemo, useRef } from 'preact/hooks';
import type { Board, Column } from '../../core/board/build-board';
import type { Card } from '../../core/board/card';
import { cardText } from '../../core/board/card-text';
import type { Chip } from '../../core/board/query/chips';
import type { BlockingTerm } from '../../core/board/query/blocking-term';
import type { QueryMessage } from '../../core/board/query/query';
import { moveFocus, type GridPlace, type GridShape } from '../../core/board/move-focus';
import { countCards, rowKey } from '../../core/board/build-rows';
import { ELSEWHERE } from '../../core/phase/columns';
import type { Lifecycle } from '../../core/phase/lifecycle';
import { BlockBar, type BlockLook } from './block-bar';
import type { BoardActions } from './board-actions';
import type { BoardMemory } from './board-memory';
import { BoardNotice } from './board-notice';
import type { BoardState } from './board-state';
import type { InteractionState } from './interaction-state';
import type { DrawCard, InBoard } from './card-list';
import { CardView } from './card-view';
import { ColumnView } from './column-view';
import { RowsView } from './rows-view';
import { FirstRun, Reading } from './first-run';
import { SelectionBar } from './selection-bar';
import { leaveList, skipLists } from './scroll-stops';
import { Toolbar } from './toolbar';
import { cardAt, useGridFocus, type DrawnGrid } from './use-grid-focus';
import { isTextField } from './is-text-field';
import { counted } from '../../core/wording/counted';

/** How the columns stand: side by side, one below the other in a sidebar, one at a time on a phone. */
export type BoardLayout = 'wide' | 'stacked' | 'tabs';

export interface BoardComponentProps {
  readonly board: Board;
  /** What is to be said of the filter. */
  readonly messages: readonly QueryMessage[];
  readonly chips: readonly Chip[];
  /** Why the filter lets nothing through; null when it does, or leaving out a term does not help. */
  readonly blockingTerm: BlockingTerm | null;
  readonly lifecycle: Lifecycle;
  readonly state: BoardState;
  readonly layout: BoardLayout;
  readonly today: string;
  /** Notes read so far, while the first index runs; else null. */
  readonly reading: { readonly done: number; readonly total: number } | null;
  readonly work: InteractionState;
  readonly memory: BoardMemory;
  readonly actions: BoardActions;
  /** How it stands in a note; null in a pane. */
  readonly block: BlockLook | null;
  /** Whether it shows the notes of a base, which has a toolbar of its own. */
  readonly isBase: boolean;
}

/** The first card of the first row that has any, else the first head. */
const firstCard = ({ cards }: GridShape): GridPlace => {
  const row = Math.max(
    0,
    cards.findIndex((counts) => counts.some((count) => count > 0)),
  );
  return { row, column: Math.max(0, cards[row]?.findIndex((count) => count > 0) ?? 0), card: 0 };
};

/** How wide columns are above and in rows. */
const trackSizes = (columns: readonly Column[], collapsed: readonly string[]): string =>
  columns.map(({ name }) => (collapsed.includes(name) ? '7rem' : 'minmax(13rem, 1fr)')).join(' ');

export function BoardComponent(props: BoardComponentProps) {
  const { board, lifecycle, layout, today, reading, work, memory, actions, block, isBase } = props;
  const isPane = !block && !isBase;
  const isProgress = block?.show === 'progress';
  const state = useMemo(
    (): BoardState =>
      isProgress ? { ...props.state, group: 'none', collapsed: board.columns.map(({ name }) => name) } : props.state,
    [isProgress, props.state, board],
  );
  const root = useRef<HTMLDivElement>(null);
  const isFiltered = state.query.trim() !== '' || board.beyond > 0;
  const isGrouped = state.group !== 'none';
  const grid = useMemo((): DrawnGrid => {
    const { columns, rows } = board;
    const isStacked = layout !== 'wide';
    if (layout !== 'tabs') return { columns, rows, hasRows: isGrouped, isStacked };
    const at = Math.max(
      0,
      columns.findIndex(({ name }) => name === state.column),
    );
    const only = rows.map((row) => {
      const cells = row.cells.slice(at, at + 1);
      return { ...row, cells, ...countCards(cells, today) };
    });
    return {
      columns: columns.slice(at, at + 1),
      rows: isGrouped ? only.filter(({ cells: [cards] }) => cards && cards.length > 0) : only,
      hasRows: isGrouped,
      isStacked,
    };
  }, [board, layout, isGrouped, state.column, today]);
  const { columns: shown } = grid;
  const { shape, tabStop, take, onFocusIn, onFocusOut, onBoardFocusIn } = useGridFocus(root, grid, state);

  const shownName = shown[0]?.name;
  useLayoutEffect(() => {
    root.current?.querySelector('.ops-tabs .is-active')?.scrollIntoView({ block: 'nearest', inline: 'nearest' });
  }, [layout, shownName]);

  const focusPlace = (place: GridPlace): void => {
    const column = shown[place.column];
    const row = grid.rows[place.row];
    if (column)
      actions.change({
        column: column.name,
        card: cardAt(grid, place)?.id ?? null,
        row: row && isGrouped ? rowKey(row) : null,
      });
    take();
  };

  /** Forwards opens a card that has more to show, backwards closes it, as in a tree; any other time they lead to the next column. */
  const opensOrCloses = (key: string, card: Card, rightToLeft: boolean): boolean => {
    const [open, close] = rightToLeft ? ['ArrowLeft', 'ArrowRight'] : ['ArrowRight', 'ArrowLeft'];
    const isOpen = work.opened.has(memory.keys.of(card));
    if (isOpen ? key !== close : key !== open || !cardText(card).isMore) return false;
    actions.controller.setOpen(card, !isOpen);
    return true;
  };

  const onGridKeyDown = (event: KeyboardEvent): void => {
    const within = (event.target as Element).closest('.ops-excerpt');
    if (event.key === 'Escape' && within) within.closest<HTMLElement>('.ops-card')?.focus();
    if (event.key === 'Tab') skipLists(event.currentTarget as HTMLElement);
    if (isTextField(event.target) || event.altKey) return;
    // A button, or what an opened card's text holds, is pressed when it has the focus.
    if ((event.key === 'Enter' || event.key === ' ') && (event.target as Element).matches('button, a, input, summary'))
      return;
    const column = shown[tabStop.column];
    const row = isGrouped ? grid.rows[tabStop.row] : undefined;
    const card = cardAt(grid, tabStop);
    const withMod = event.ctrlKey || event.metaKey;
    const rightToLeft = root.current?.win.getComputedStyle(root.current).direction === 'rtl';
    if (work.target !== null && column && actions.controller.pressKey(event, column, card)) {
      event.preventDefault();
      event.stopPropagation();
      return;
    }
    if (card && !withMod && !event.shiftKey && opensOrCloses(event.key, card, rightToLeft)) {
      event.preventDefault();
      event.stopPropagation();
      return;
    }
    const isSpace = event.key === ' ' && !withMod;
    const next = moveFocus(shape, tabStop, event.key, withMod, rightToLeft);
    if (next) {
      focusPlace(next);
      const to = cardAt(grid, next);
      if (event.shiftKey && card && to && next.column === tabStop.column) {
        if (!work.selected.has(memory.keys.of(card))) actions.controller.select(card, 'extend');
        actions.controller.select(to, 'extend');
      }
    } else if (event.key === 'Enter' && card) actions.open(card.todo, event);
    else if (row && !card && (isSpace || event.key === 'Enter')) actions.toggleRow(row);
    else if (event.key === 'Enter' && column) actions.openPage(column, event);
    else if (isSpace && column && !card) actions.toggleColumn(column);
    else if ((event.key === 'ContextMenu' || (event.key === 'F10' && event.shiftKey)) && card)
      actions.showMenu(card, event);
    else if ((event.key === 'ContextMenu' || (event.key === 'F10' && event.shiftKey)) && column && !row)
      actions.showHeadMenu(column, event);
    else if (!column || !actions.controller.pressKey(event, column, card)) return;
    event.preventDefault();
    event.stopPropagation();
  };

  /** The arrows lead from tab to tab, as in every list of tabs. */
  const onTabsKeyDown = ({ key, currentTarget }: TargetedKeyboardEvent<HTMLElement>): void => {
    const { length } = board.columns;
    const by = key === 'ArrowRight' ? 1 : key === 'ArrowLeft' ? -1 : 0;
    if (by === 0) return;
    const isBackwards = currentTarget.win.getComputedStyle(currentTarget).direction === 'rtl';
    const at = (board.columns.findIndex(({ name }) => name === shownName) + (isBackwards ? -by : by) + length) % length;
    actions.change({ column: board.columns[at]?.name ?? null, card: null });
    (currentTarget.children[at] as HTMLElement).focus();
  };

  const drawCard: DrawCard = (card, inList) => {
    const key = memory.keys.of(card);
    return (
      <CardView
        key={key}
        card={card}
        {...inList}
        actions={actions}
        memory={memory}
        today={today}
        shownIn={card.note ? '' : actions.shownIn(card).join('\n')}
        density={block?.show === 'list' ? 'compact' : state.density}
        isOpen={work.opened.has(key)}
        isLit={work.lit.has(key)}
        isSelected={work.selected.has(key)}
        isCarried={work.carried.has(key)}
        canDrag={layout !== 'tabs' && actions.controller.moves.canDrag(card)}
        isByOwner={state.group === 'owners'}
        canOwn={!card.todo.fromCopy && card.todo.kind !== 'block' && card.note === null}
        editing={work.editing?.card === key ? work.editing.text : null}
      />
    );
  };

  const inBoard: InBoard = { draw: drawCard, memory, actions, work, state, isFiltered };

  if (reading) return <Reading {...reading} />;
  const isEmptyVault =
    board.open === 0 && board.elsewhere.todos === 0 && lifecycle.pages.size === 0 && lifecycle.overview === null;
  if (isEmptyVault) return <FirstRun lifecycle={lifecycle} actions={actions} />;

  return (
    <div class={`ops-board is-${layout}${block ? ` shows-${block.show}` : ''}`} ref={root} onFocusIn={onBoardFocusIn}>
      {block && <BlockBar board={board} look={block} isFiltered={isFiltered} />}
      {isPane && (
        <Toolbar
          board={board}
          view={state}
          isWide={layout === 'wide'}
          chips={props.chips}
          actions={actions}
          onLeave={(to) => focusPlace(to === 'back' ? tabStop : firstCard(shape))}
        />
      )}
      {work.selected.size > 0 && <SelectionBar count={work.selected.size} actions={actions} />}
      <div class="ops-said" aria-live="polite">
        {work.said}
      </div>
      {props.messages.map(({ severity, text }) => (
        <div key={text} class={`ops-query-message is-${severity}`} role="status">
          {text}
        </div>
      ))}
      {props.blockingTerm && (
        <div class="ops-query-message" role="status">
          {props.blockingTerm.isAlone ? 'Nothing passes ' : 'With the rest of the filter nothing passes '}
          <bdi>{props.blockingTerm.term}</bdi>.{' '}
          <button onClick={() => actions.change({ query: props.blockingTerm?.rest ?? '' })}>
            Drop it: {counted(props.blockingTerm.count, 'card')}
          </button>
        </div>
      )}
      {isPane && <BoardNotice {...props} />}
      {layout === 'tabs' && (
        <div class="ops-tabs" role="tablist" onKeyDown={onTabsKeyDown}>
          {board.columns.map((column) => (
            <button
              key={column.name}
              role="tab"
              aria-selected={column === shown[0]}
              tabIndex={column === shown[0] ? 0 : -1}
              class={column === shown[0] ? 'is-active' : ''}
              onClick={() => actions.change({ column: column.name, card: null })}
            >
              {column.name} <span class="ops-count">{column.cards.length}</span>
            </button>
          ))}
        </div>
      )}
      <div
        class={`ops-grid${isGrouped ? ` is-grouped by-${state.group}` : ''}`}
        style={isGrouped ? { '--ops-columns': trackSizes(shown, state.collapsed) } : undefined}
        role="grid"
        aria-label={`${isBase ? 'Notes' : 'Todos'} by lifecycle phase`}
        aria-colcount={1 + Math.max(0, ...shape.cards.flat())}
        onKeyDown={onGridKeyDown}
        onFocusIn={(event) => {
          onFocusIn();
          leaveList(event);
        }}
        aria-multiselectable="true"
        onFocusOut={(event) => {
          onFocusOut(event);
          if (work.target !== null && !event.currentTarget.contains(event.relatedTarget as Node | null))
            actions.controller.moves.putDown('Put back');
        }}
      >
        {isGrouped ? (
          <RowsView {...grid} {...inBoard} collapsed={layout === 'tabs' ? [] : state.collapsed} tabStop={tabStop} />
        ) : (
          shown.map((column, at) => (
            <ColumnView
              key={column.name}
              {...inBoard}
              column={column}
              isHeadOnly={isProgress}
              isCollapsed={layout !== 'tabs' && state.collapsed.includes(column.name)}
              tabStop={at === tabStop.column ? (column.cards[tabStop.card]?.id ?? null) : undefined}
              scrollsAsOne={layout === 'stacked'}
            />
          ))
        )}
      </div>
      {!block && board.elsewhere.todos > 0 && (
        <div class="ops-elsewhere">
          {state.elsewhere ? (
            <button onClick={() => actions.change({ elsewhere: false })}>Hide what lies outside the phases</button>
          ) : (
            <>
              <span>
                {isBase
                  ? counted(board.elsewhere.notes, 'more note')
                  : `${board.elsewhere.todos} more in ${counted(board.elsewhere.notes, 'note')}`}{' '}
                outside the phases ·{' '}
              </span>
              <button
                onClick={() => {
                  actions.change({ elsewhere: true, column: ELSEWHERE, card: null });
                  take();
                }}
              >
                Show
              </button>
            </>
          )}
        </div>
      )}
    </div>
  );
}
