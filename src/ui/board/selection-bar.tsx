import { CARD_ACTIONS } from '../actions/card-actions';
import type { BoardActions } from './board-actions';

/** How many cards are chosen, and what can be done with all of them at once. */
export function SelectionBar({ count, actions }: { readonly count: number; readonly actions: BoardActions }) {
  return (
    <div class="ops-selection" role="toolbar" aria-label="Selected cards">
      <span class="ops-selection-count">{count} selected</span>
      {CARD_ACTIONS.filter(({ short }) => short !== null).map((action) => (
        <button key={action.id} onClick={() => actions.controller.run(action, actions.controller.selected)}>
          {action.short}
        </button>
      ))}
      <button class="ops-selection-clear" onClick={() => actions.controller.clearSelection()}>
        Clear
      </button>
    </div>
  );
}
