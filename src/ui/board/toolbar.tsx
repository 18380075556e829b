import { useEffect, useRef } from 'preact/hooks';
import type { Board } from '../../core/board/build-board';
import type { Chip } from '../../core/board/query/chips';
import { GROUPS, type Group, type View } from '../../core/settings/view';
import type { BoardActions } from './board-actions';
import { Icon } from './icon';
import { TermChips } from './term-chips';
import type { ViewMenuPart } from './view-menu';

interface ToolbarProps {
  readonly board: Board;
  readonly view: View;
  readonly isWide: boolean;
  readonly chips: readonly Chip[];
  readonly actions: BoardActions;
  /** The keys lead from the field back to where they were in the grid, or to its first card. */
  readonly onLeave: (to: 'back' | 'first') => void;
}

/** What the rows stand for, in a word. */
const GROUP_NAMES: Readonly<Record<Group, string>> = { none: 'Phases', owners: 'Owners', notes: 'Notes' };

/** What opens a menu: in a wide pane one for each, in a narrow one all in one. */
const MENUS: readonly { readonly label: string; readonly icon: string; readonly part: ViewMenuPart }[] = [
  { label: 'Sort', icon: 'arrow-up-down', part: 'sort' },
  { label: 'Saved views', icon: 'bookmark', part: 'views' },
  { label: 'Filter, sort and saved views', icon: 'sliders-horizontal', part: 'all' },
];

/** Rows, chips, totals, the filter, order and saved views; what there is no room for stands in one menu. */
export function Toolbar({ board, view: { query, group }, isWide, chips, actions, onLeave }: ToolbarProps) {
  const input = useRef<HTMLInputElement>(null);
  useEffect(() => (input.current ? actions.views.suggestIn(input.current) : undefined), [actions]);
  return (
    <div class="ops-toolbar">
      <div class="ops-groups ops-wide" role="group" aria-label="Rows">
        {GROUPS.map((one) => (
          <button
            key={one}
            class={one === group ? 'is-on' : ''}
            aria-pressed={one === group}
            onClick={() => actions.change({ group: one })}
          >
            {GROUP_NAMES[one]}
          </button>
        ))}
      </div>
      <span class="ops-totals" role="status">
        {query.trim() !== '' ? `${board.shown} of ${board.open} open` : `${board.open} open`}
      </span>
      <TermChips chips={chips} change={actions.change} />
      <div class="ops-filter">
        <input
          ref={input}
          type="search"
          value={query}
          placeholder={isWide ? 'Filter by text, owner:, due: …' : 'Filter'}
          aria-label="Filter the cards"
          autocapitalize="off"
          autocorrect="off"
          spellcheck={false}
          onInput={(event) => actions.change({ query: event.currentTarget.value })}
          onKeyDown={(event) => {
            // Keys of which an input method still makes a word are its own.
            if (event.isComposing) return;
            if (event.key === 'Escape') {
              event.preventDefault();
              event.stopPropagation();
              if (query === '') onLeave('back');
              else actions.change({ query: '' });
            } else if (event.key === 'ArrowDown' || event.key === 'Enter') {
              event.preventDefault();
              onLeave('first');
            }
          }}
        />
      </div>
      {MENUS.map(({ label, icon, part }) => (
        <button
          key={part}
          class={`clickable-icon ${part === 'all' ? 'ops-narrow' : 'ops-wide'}`}
          aria-label={label}
          aria-haspopup="menu"
          onClick={(event) => actions.views.showViewMenu(event, part)}
        >
          <Icon name={icon} />
        </button>
      ))}
    </div>
  );
}
