import { useCallback, useRef } from 'preact/hooks';
import type { Column } from '../../core/board/build-board';
import type { Card } from '../../core/board/card';
import type { Density } from '../../core/settings/view';
import { noteName } from '../../core/note/link-text';
import type { BoardActions } from './board-actions';
import { AddField } from './add-field';
import type { BoardMemory } from './board-memory';
import type { ScrollPlace } from './board-state';
import type { InteractionState } from './interaction-state';
import { CardView } from './card-view';
import { FinishedList } from './finished-list';
import { Icon } from './icon';
import { useColumnWindow } from './use-column-window';
import { counted } from '../../core/wording/counted';

export interface ColumnViewProps {
  readonly column: Column;
  readonly actions: BoardActions;
  readonly today: string;
  readonly density: Density;
  readonly isFiltered: boolean;
  readonly isCollapsed: boolean;
  /** The card that is the grid's tab stop: its id, null for this column's header, undefined when it is in another column. */
  readonly tabStop: string | null | undefined;
  readonly memory: BoardMemory;
  readonly work: InteractionState;
  /** Whether cards can be dragged in this layout. */
  readonly canDrag: boolean;
  /** Whether the board scrolls as a whole, and not each column for itself. */
  readonly scrollsAsOne: boolean;
  /** Where the column, or the board, stood before a restart. */
  readonly start: ScrollPlace | null;
  readonly showsFinished: boolean;
  readonly onToggleFinished: () => void;
  readonly onToggle: (column: Column) => void;
  readonly onFocusCard: (card: Card) => void;
  readonly onFocusHead: (column: Column) => void;
}

/** Where a phase's responsibilities stand; or how many cards a column without a page of its own has. */
function countsOf({ open, cards, summary }: Column, isFiltered: boolean, isCollapsed: boolean): string[] {
  const openText = isFiltered ? `${cards.length} of ${open} open` : `${open} open`;
  if (isCollapsed || !summary) return [openText];
  if (summary.page === null) return [openText, 'no page yet'];
  const { responsibilities, owned, finished } = summary;
  if (responsibilities === 0) return [openText, 'no responsibilities'];
  return [
    openText,
    `${finished} of ${responsibilities} done`,
    owned < responsibilities ? `${responsibilities - owned} without owner` : '',
  ].filter((part) => part !== '');
}

function Header({ column, actions, isCollapsed, isFiltered, tabStop, onToggle, onFocusHead }: ColumnViewProps) {
  const label = [
    column.name,
    column.about,
    counted(column.cards.length, 'todo', 'todos'),
    column.errors > 0 ? counted(column.errors, 'error on its page', 'errors on its page') : '',
    isCollapsed ? 'collapsed' : '',
  ]
    .filter((part) => part !== '')
    .join(', ');
  const { page } = column;
  const counts = countsOf(column, isFiltered, isCollapsed);
  return (
    <div
      class="ops-column-head"
      role="rowheader"
      aria-colindex={1}
      tabIndex={tabStop === null ? 0 : -1}
      data-column-head={column.name}
      aria-label={label}
      aria-expanded={!isCollapsed}
      onFocus={() => onFocusHead(column)}
      onContextMenu={(event) => {
        event.preventDefault();
        actions.showHeadMenu(column, event);
      }}
    >
      <div class="ops-column-title">
        {page === null ? (
          <span class="ops-column-name">{column.name}</span>
        ) : (
          <a
            class="ops-column-name"
            tabIndex={-1}
            onClick={(event) => actions.openPage(column, event)}
            onAuxClick={(event) => {
              if (event.button === 1) actions.openPage(column, event);
            }}
            onMouseOver={(event) => actions.previewNote(page, event, event.currentTarget)}
          >
            {column.name}
          </a>
        )}
        <span class="ops-column-purpose" dir="auto" title={column.about}>
          {column.purpose}
        </span>
        {column.errors > 0 && (
          <button
            class="clickable-icon ops-errors"
            tabIndex={-1}
            aria-label={`${counted(column.errors, 'error', 'errors')} on this page: open the handbook check`}
            onClick={() => actions.openCheck()}
          >
            <Icon name="circle-x" />
          </button>
        )}
        {actions.controller.canAdd(column) && !isCollapsed && (
          <button
            class="clickable-icon ops-add-button"
            tabIndex={-1}
            aria-label={`Add responsibility to ${column.name}`}
            onClick={() => actions.controller.startAdding(column)}
          >
            <Icon name="plus" />
          </button>
        )}
        <button
          class="clickable-icon ops-collapse"
          tabIndex={-1}
          aria-label={isCollapsed ? `Expand ${column.name}` : `Collapse ${column.name}`}
          onClick={() => onToggle(column)}
        >
          <Icon name={isCollapsed ? 'chevron-right' : 'chevron-down'} />
        </button>
      </div>
      <div
        class="ops-column-counts"
        title={
          column.summary?.page
            ? `${counts.join(' · ')}: responsibilities on ${noteName(column.summary.page)}`
            : undefined
        }
      >
        {counts.map((part) => (
          <bdi key={part}>{part}</bdi>
        ))}
      </div>
      {column.summary && column.summary.responsibilities > 0 && !isCollapsed && (
        <div
          class="ops-progress"
          aria-hidden="true"
          style={{ '--ops-done': `${(100 * column.summary.finished) / column.summary.responsibilities}%` }}
        >
          <div />
        </div>
      )}
    </div>
  );
}

function emptyText({ open, summary }: Column, isFiltered: boolean): string {
  if (isFiltered && open > 0) return 'Nothing here matches the filter.';
  if (summary?.page === null) return 'No page yet, and nothing open.';
  return 'Nothing open here. #todo under a heading or on a bullet brings it here.';
}

/** A column: its header, and of its cards those in sight, with room for the others. */
export function ColumnView(props: ColumnViewProps) {
  const { column, actions, today, isFiltered, isCollapsed, tabStop, memory, work, scrollsAsOne, start, onFocusCard } =
    props;
  const { name, cards } = column;
  const list = useRef<HTMLDivElement>(null);
  const onScroll = useCallback(
    (place: ScrollPlace | null) => actions.rememberScroll(scrollsAsOne ? '' : name, place),
    [actions, name, scrollsAsOne],
  );
  const window = useColumnWindow({ list, cards, memory, scrollsAsOne, isCollapsed, start, onScroll });
  // The focus stays with its card while that is scrolled away.
  const runs = window.runs(typeof tabStop === 'string' ? cards.findIndex(({ id }) => id === tabStop) : -1);
  const gap = (at: number) => {
    const height = window.space({ from: runs[at - 1]?.to ?? 0, to: runs[at]?.from ?? cards.length });
    return (
      height > 0 && <div key={`gap ${at}`} class="ops-gap" aria-hidden="true" style={{ '--ops-gap': `${height}px` }} />
    );
  };

  const target = work.target?.column === name ? work.target.prospect : null;
  return (
    <div
      data-drop={target?.kind}
      class={`ops-column${isCollapsed ? ' is-collapsed' : ''}`}
      role="row"
      data-column={name}
      data-colour={column.colour ?? 'none'}
    >
      <Header {...props} />
      {work.adding === name && !isCollapsed && <AddField column={column} actions={actions} />}
      {!isCollapsed && (
        <div class="ops-cards" ref={list}>
          {runs.flatMap(({ from, to }, at) => [
            gap(at),
            ...cards
              .slice(from, to)
              .map((card, index) => (
                <CardView
                  key={memory.keys.of(card)}
                  card={card}
                  actions={actions}
                  memory={memory}
                  place={from + index + 1}
                  of={cards.length}
                  isTabStop={tabStop === card.id}
                  today={today}
                  shownIn={actions.shownIn(card).join('\n')}
                  onFocus={onFocusCard}
                  density={props.density}
                  isOpen={work.opened.has(memory.keys.of(card))}
                  isLit={work.lit.has(memory.keys.of(card))}
                  isSelected={work.selected.has(memory.keys.of(card))}
                  isCarried={work.carried.has(memory.keys.of(card))}
                  canDrag={props.canDrag && actions.controller.canDrag(card)}
                  canOwn={!card.todo.fromCopy && card.todo.kind !== 'block'}
                  editing={work.editing?.card === memory.keys.of(card) ? work.editing.text : null}
                />
              )),
          ])}
          {gap(runs.length)}
          {cards.length === 0 && <div class="ops-empty">{emptyText(column, isFiltered)}</div>}
        </div>
      )}
      {!isCollapsed && column.finished.length > 0 && (
        <FinishedList
          responsibilities={column.finished}
          isOpen={props.showsFinished}
          onToggle={props.onToggleFinished}
          actions={actions}
        />
      )}
      {target && <div class="ops-drop-hint">{target.text}</div>}
    </div>
  );
}
