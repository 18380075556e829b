import type { Card } from '../../core/board/card';
import { explainPhase } from '../../core/board/explain-phase';
import { dueWords } from '../../core/board/due-words';
import { noteName } from '../../core/note/link-text';
import type { BoardActions } from './board-actions';
import type { BoardMemory } from './board-memory';
import { Excerpt } from './excerpt';
import { Icon } from './icon';
import { memo } from './memo';

export interface CardViewProps {
  readonly card: Card;
  readonly actions: BoardActions;
  readonly memory: BoardMemory;
  /** 1-based place in its column, and the column's length. */
  readonly place: number;
  readonly of: number;
  readonly isTabStop: boolean;
  /** Today, ISO: a new day ages the due dates. */
  readonly today: string;
  /** Paths of the notes that show it too, one a line: a text, so that equal lists are equal. */
  readonly shownIn: string;
  readonly onFocus: (card: Card) => void;
}

function Facts({ card, actions, today, shownIn: notes }: CardViewProps) {
  const { state, due, stub, frozen } = card.todo;
  const shownIn = notes === '' ? [] : notes.split('\n');
  const words = due === null ? null : dueWords(due, new Date(`${today}T00:00`));
  const parts = [
    stub && <span class="ops-mark">empty</span>,
    card.bullets !== null && <span>whole list unfinished · {card.bullets === 1 ? '1 bullet' : `${card.bullets} bullets`}</span>,
    state !== null && <span class="ops-state">{state}</span>,
    card.ownerName !== null && (
      <span class="ops-owner">
        <Icon name="user" />
        {card.ownerName}
      </span>
    ),
    words && (
      <span class={words.isOverdue ? 'ops-due is-overdue' : 'ops-due'} title={due ?? ''}>
        <Icon name="calendar" />
        {words.text}
      </span>
    ),
    frozen && <span title="Text pasted by the publisher where a transclusion stood; its page is not in this vault">from a frozen copy</span>,
    shownIn.length > 0 && (
      <span class="ops-shown-in">
        <Icon name="arrow-up-right" />
        also shown in{' '}
        {shownIn.slice(0, 2).map((path, at) => (
          <>
            {at > 0 && ', '}
            <a
              tabIndex={-1}
              onClick={(event) => {
                event.stopPropagation();
                actions.openNote(path, event);
              }}
            >
              {noteName(path)}
            </a>
          </>
        ))}
        {shownIn.length > 2 && ` and ${shownIn.length - 2} more`}
      </span>
    ),
  ].filter((part) => part !== false && part !== null);
  return parts.length === 0 ? null : <div class="ops-facts">{parts}</div>;
}

export const CardView = memo(function CardView(props: CardViewProps) {
  const { card, actions, isTabStop, onFocus } = props;
  const where = [...card.breadcrumb, ...(card.distinction === '' ? [] : [card.distinction])].join(' › ');
  return (
    <div
      class={`ops-card${card.todo.frozen ? ' is-frozen' : ''}`}
      role="gridcell"
      aria-colindex={props.place + 1}
      tabIndex={isTabStop ? 0 : -1}
      data-card={card.id}
      data-key={props.memory.keys.of(card)}
      aria-description={explainPhase(card.todo)}
      onFocus={() => onFocus(card)}
      onClick={(event) => actions.open(card, event)}
      onAuxClick={(event) => {
        if (event.button === 1) actions.open(card, event);
      }}
      onContextMenu={(event) => {
        event.preventDefault();
        actions.showMenu(card, event);
      }}
      onMouseOver={(event) => actions.previewCard(card, event, event.currentTarget)}
    >
      {/* For a screen reader: the rest of its name is the card's own text. */}
      <span class="ops-place">{`Card ${props.place} of ${props.of}: `}</span>
      <div class="ops-card-head">
        <div class="ops-title" dir="auto">
          {card.title}
        </div>
        <button
          class="clickable-icon ops-card-menu"
          tabIndex={-1}
          aria-label={`More actions for ${card.title}`}
          onClick={(event) => {
            event.stopPropagation();
            actions.showMenu(card, event);
          }}
        >
          <Icon name="more-horizontal" />
        </button>
      </div>
      <div class="ops-breadcrumb" dir="auto">
        {where}
      </div>
      {card.todo.excerpt !== '' && card.todo.excerpt !== card.todo.title && <Excerpt card={card} actions={actions} memory={props.memory} />}
      <Facts {...props} />
    </div>
  );
});
