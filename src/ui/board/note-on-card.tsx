import { useLayoutEffect, useRef } from 'preact/hooks';
import type { Card, NoteDetails } from '../../core/board/card';
import { shortTitle } from '../../core/index/short-title';
import { counted } from '../../core/wording/counted';
import type { BoardActions } from './board-actions';
import { ProgressBar } from './progress-bar';

/** What a card for a row of a base says of its note: what the base shows, how far the phase is, and what is open in it. */
export function NoteOnCard({
  card,
  note: { progress, todos, open },
  actions,
}: {
  readonly card: Card;
  readonly note: NoteDetails;
  readonly actions: BoardActions;
}) {
  const properties = useRef<HTMLDivElement>(null);
  useLayoutEffect(() => {
    if (properties.current) actions.renderProperties(card, properties.current);
  }, [card]);
  const left = open - todos.length;
  return (
    <>
      {progress && (
        <div class="ops-note-progress">
          {progress.finished} of {progress.responsibilities} done
          <ProgressBar {...progress} />
        </div>
      )}
      <div class="ops-properties" ref={properties} />
      {open > 0 && (
        <div class="ops-note-todos">
          {todos.map((todo) => (
            <button
              key={`${todo.offset}`}
              class="ops-note-todo"
              tabIndex={-1}
              dir="auto"
              onClick={(event) => {
                event.stopPropagation();
                actions.open(todo, event);
              }}
            >
              {shortTitle(todo)}
            </button>
          ))}
          {left > 0 && <span>{todos.length === 0 ? counted(open, 'open todo') : `${left} more open`}</span>}
        </div>
      )}
    </>
  );
}
