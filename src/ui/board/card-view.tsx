import type { Card } from '../../core/board/card';
import { explainPhase } from '../../core/board/explain-phase';
import { dueWords } from '../../core/board/due-words';
import { noteName } from '../../core/note/link-text';
import { actionNamed } from '../actions/card-actions';
import type { BoardActions } from './board-actions';
import type { BoardMemory } from './board-memory';
import { EditField } from './edit-field';
import { Excerpt } from './excerpt';
import { Icon } from './icon';
import { memo } from './memo';
import { counted } from '../../core/wording/counted';

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
  readonly isSelected: boolean;
  readonly isCarried: boolean;
  readonly canDrag: boolean;
  /** Whether somebody can be made its owner here. */
  readonly canOwn: boolean;
  /** The text as it stands in the note, while it is edited; else null. */
  readonly editing: string | null;
}

/** Words on a card that do something; the same by key and in its menu, so no tab stop. */
function CardButton({ label, id, props: { card, actions } }: { readonly label: string; readonly id: string; readonly props: CardViewProps }) {
  const action = actionNamed(id);
  if (!action) return null;
  return (
    <button
      class="ops-quiet"
      tabIndex={-1}
      onClick={(event) => {
        event.stopPropagation();
        actions.worker.run(action, [card]);
      }}
    >
      {label}
    </button>
  );
}

/** The name of a note that shows the card's text as well. */
function NoteLink({ path, actions }: { readonly path: string; readonly actions: BoardActions }) {
  const open = (event: MouseEvent): void => {
    event.stopPropagation();
    actions.openNote(path, event);
  };
  return (
    <a
      tabIndex={-1}
      onClick={open}
      onAuxClick={(event) => {
        if (event.button === 1) open(event);
      }}
      onMouseOver={(event) => {
        event.stopPropagation();
        actions.previewNote(path, event, event.currentTarget);
      }}
    >
      {noteName(path)}
    </a>
  );
}

function Facts(props: CardViewProps) {
  const { card, actions, today, shownIn: notes } = props;
  const { state, due, stub, fromCopy } = card.todo;
  const shownIn = notes === '' ? [] : notes.split('\n');
  const words = due === null ? null : dueWords(due, new Date(`${today}T00:00`));
  const parts = [
    stub && <span class="ops-mark">empty</span>,
    card.bullets !== null && (
      <span title="The page’s own list stays with its page: split it into bullets, and move those">
        whole list unfinished · {counted(card.bullets, 'bullet')}
        {!fromCopy && card.bullets > 0 && (
          <>
            {' · '}
            <CardButton label="Split" id="split" props={props} />
          </>
        )}
      </span>
    ),
    state !== null && <span class="ops-state">{state}</span>,
    card.ownerName !== null && (
      <span class="ops-owner" dir="auto">
        <Icon name="user" />
        {card.ownerName}
      </span>
    ),
    card.ownerName === null && props.canOwn && <CardButton label="+ owner" id="set-owner" props={props} />,
    words && (
      <span class={words.isOverdue ? 'ops-due is-overdue' : 'ops-due'} title={due ?? ''} dir="auto">
        <Icon name="calendar" />
        {words.text}
      </span>
    ),
    fromCopy && <span title="Text pasted by the publisher where a transclusion stood; its page is not in this vault">from a frozen copy</span>,
    shownIn.length > 0 && (
      <span class="ops-shown-in" dir="auto">
        <Icon name="arrow-up-right" />
        also shown in{' '}
        {shownIn.slice(0, 2).map((path, at) => (
          <>
            {at > 0 && ', '}
            <NoteLink path={path} actions={actions} />
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
  const classes = [
    'ops-card',
    card.todo.fromCopy && 'is-frozen',
    props.isSelected && 'is-selected',
    props.isCarried && 'is-carried',
    props.canDrag && 'is-movable',
  ].filter((name) => name !== false).join(' ');
  const where = [...card.breadcrumb, ...(card.distinction === '' ? [] : [card.distinction])].join(' › ');
  return (
    <div
      class={classes}
      role="gridcell"
      aria-colindex={props.place + 1}
      tabIndex={isTabStop ? 0 : -1}
      data-card={card.id}
      data-key={props.memory.keys.of(card)}
      aria-description={explainPhase(card.todo)}
      aria-selected={props.isSelected}
      draggable={props.canDrag && props.editing === null}
      onDragStart={(event) => actions.worker.startDrag(card, event)}
      onFocus={() => onFocus(card)}
      onClick={(event) => {
        if (event.shiftKey) actions.worker.select(card, 'extend');
        else actions.open(card, event);
      }}
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
        {props.editing === null ? (
          <div class="ops-title" dir="auto">
            {card.title}
          </div>
        ) : (
          <EditField card={card} text={props.editing} actions={actions} />
        )}
        <button
          class="clickable-icon ops-card-menu"
          tabIndex={-1}
          aria-label={`More actions for ${card.title}`}
          onClick={(event) => {
            event.stopPropagation();
            actions.showMenu(card, event);
          }}
        >
          <Icon name="ellipsis" />
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
