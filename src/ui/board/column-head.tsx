import type { Column } from '../../core/board/build-board';
import { noteName } from '../../core/note/link-text';
import { counted } from '../../core/wording/counted';
import type { BoardActions } from './board-actions';
import { iconButton } from './icon-button';
import { ProgressBar } from './progress-bar';

interface ColumnHeadProps {
  readonly column: Column;
  readonly actions: BoardActions;
  readonly role: 'rowheader' | 'columnheader';
  readonly isFiltered: boolean;
  readonly isCollapsed: boolean;
  /** Nothing can be unfolded below it, and it says all that it can. */
  readonly isHeadOnly?: boolean;
  readonly isTabStop: boolean;
}

/** The theme's colour of that name, for the line at a head and the bar below it; where there is none, theirs is grey. */
export const phaseColour = (name: string | null) => ({ '--ops-colour': `var(--color-${name ?? 'none'})` });

/** Where a phase's responsibilities stand; or how many cards a column without a page of its own has. */
function countsOf({ open, cards, summary, unit }: Column, isFiltered: boolean, isCollapsed: boolean): string[] {
  const openText =
    unit === 'note' ? counted(open, unit) : isFiltered ? `${cards.length} of ${open} open` : `${open} open`;
  if (isCollapsed || !summary) return [openText];
  if (summary.page === null) return [openText, 'no page yet'];
  const { responsibilities, owned, finished } = summary;
  if (responsibilities === 0) return [openText, 'no responsibilities'];
  return [openText, `${finished} of ${responsibilities} done`, owned < responsibilities ? `${owned} owned` : ''].filter(
    (part) => part !== '',
  );
}

/** A column's head: of its row of cards, or above the rows that cards are grouped in. */
export function ColumnHead({
  column,
  actions,
  role,
  isCollapsed: isFolded,
  isHeadOnly = false,
  isFiltered,
  isTabStop,
}: ColumnHeadProps) {
  const isCollapsed = isFolded && !isHeadOnly;
  const errors = counted(column.errors, 'error');
  const label = [
    column.name,
    column.about,
    counted(column.cards.length, column.unit),
    column.errors > 0 ? `${errors} on its page` : '',
    isCollapsed ? 'collapsed' : '',
  ]
    .filter((part) => part !== '')
    .join(', ');
  const { page } = column;
  const counts = countsOf(column, isFiltered, isCollapsed);
  return (
    <div
      class="ops-column-head"
      role={role}
      aria-colindex={role === 'rowheader' ? 1 : undefined}
      tabIndex={isTabStop ? 0 : -1}
      data-column-head={column.name}
      aria-label={label}
      aria-expanded={isHeadOnly ? undefined : !isCollapsed}
      onFocus={() => actions.focusHead(column)}
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
        {column.errors > 0 &&
          iconButton('ops-errors', 'circle-x', `${errors} on this page: open the handbook check`, () =>
            actions.plugin.openCheck(),
          )}
        {actions.controller.canAdd(column) &&
          !isFolded &&
          iconButton('ops-add-button', 'plus', `Add responsibility to ${column.name}`, () =>
            actions.controller.startAdding(column),
          )}
        {!isHeadOnly &&
          iconButton(
            'ops-collapse',
            isCollapsed ? 'chevron-right' : 'chevron-down',
            `${isCollapsed ? 'Expand' : 'Collapse'} ${column.name}`,
            () => actions.toggleColumn(column),
          )}
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
      {column.summary && column.summary.responsibilities > 0 && !isCollapsed && <ProgressBar {...column.summary} />}
    </div>
  );
}
