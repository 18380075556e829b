import { noteName } from '../../core/note/link-text';
import type { ResponsibilityState } from '../../core/progress/responsibilities';
import type { BoardActions } from './board-actions';
import { Icon } from './icon';

interface FinishedListProps {
  readonly responsibilities: readonly ResponsibilityState[];
  readonly isOpen: boolean;
  readonly actions: BoardActions;
}

/** What is finished in a phase, below its cards: a line that opens into titles, each with the way back. Closed it is no stop for Tab: the head's menu opens it. */
export function FinishedList({ responsibilities, isOpen, actions }: FinishedListProps) {
  return (
    <div class="ops-finished" role="gridcell">
      <button
        class="ops-finished-toggle"
        tabIndex={isOpen ? 0 : -1}
        aria-expanded={isOpen}
        onClick={() => actions.toggleFinished()}
      >
        <Icon name={isOpen ? 'chevron-down' : 'chevron-right'} />
        {responsibilities.length} finished
      </button>
      {isOpen && (
        <ul>
          {responsibilities.map((one) => (
            <li key={one.start}>
              <a
                dir="auto"
                href="#"
                onClick={(event) => {
                  event.preventDefault();
                  actions.open({ path: one.path, startLine: one.line }, event);
                }}
              >
                {one.title}
              </a>
              {one.owner !== null && <bdi class="ops-finished-owner">{noteName(one.owner)}</bdi>}
              <button
                class="clickable-icon"
                aria-label={`Mark as unfinished: ${one.title}`}
                onClick={() => actions.markUnfinished(one)}
              >
                <Icon name="rotate-ccw" />
              </button>
            </li>
          ))}
        </ul>
      )}
    </div>
  );
}
