import type { Card } from '../../core/board/card';
import { dueWords } from '../../core/board/due-words';
import { ownerMark } from '../../core/board/owner-mark';
import { noteName } from '../../core/note/link-text';
import { counted } from '../../core/wording/counted';
import { actionNamed } from '../actions/card-actions';
import type { BoardActions } from './board-actions';
import { Icon } from './icon';

export interface CardChipsProps {
  readonly card: Card;
  readonly actions: BoardActions;
  /** Today, ISO: a new day ages the due dates. */
  readonly today: string;
  /** Paths of the notes that show it too, one a line: a text, so that equal lists are equal. */
  readonly shownIn: string;
  /** Whether its row says whose it is. */
  readonly isByOwner: boolean;
  /** Whether somebody can be made its owner here. */
  readonly canOwn: boolean;
}

/** Words on a card that do something; the same by key and in its menu, so no tab stop. */
function ChipButton({
  label,
  icon,
  id,
  name,
  card,
  actions,
}: Pick<CardChipsProps, 'card' | 'actions'> & {
  readonly label: string;
  readonly icon?: string;
  readonly id: string;
  readonly name: string;
}) {
  const action = actionNamed(id);
  if (!action) return null;
  return (
    <button
      class={`ops-chip-button ${name}`}
      tabIndex={-1}
      onClick={(event) => {
        event.stopPropagation();
        actions.controller.run(action, [card]);
      }}
    >
      <span class="ops-chip is-dashed">
        {icon !== undefined && <Icon name={icon} />}
        <bdi>{label}</bdi>
      </span>
    </button>
  );
}

/** For the pointer and the focus alone. It stands at the end of the place's line, which gives way at its beginning: no word is covered, and nothing moves. */
export function OwnChip({ card, actions, canOwn }: Pick<CardChipsProps, 'card' | 'actions' | 'canOwn'>) {
  if (!canOwn || card.ownerName !== null || card.noteOwnerName !== null) return null;
  return <ChipButton label="+ owner" id="set-owner" name="ops-own" card={card} actions={actions} />;
}

/** An owner's initials in the name's own colour. */
export function Avatar({ name }: { readonly name: string }) {
  const { initials, hue } = ownerMark(name);
  return (
    <span class="ops-avatar" style={{ '--ops-hue': hue }} aria-hidden="true">
      {initials}
    </span>
  );
}

function Owner({ name, isNotes }: { readonly name: string; readonly isNotes: boolean }) {
  return (
    <span
      class={`ops-chip ops-owner${isNotes ? ' is-notes' : ''}`}
      title={isNotes ? `${name}, the note’s owner` : name}
    >
      <Avatar name={name} />
      <span class="ops-read">{isNotes ? 'The note’s owner: ' : 'Owner: '}</span>
      <bdi>{name}</bdi>
      {isNotes && <Icon name="file-text" />}
    </span>
  );
}

function Due({ due, today }: { readonly due: string; readonly today: string }) {
  const { text, isOverdue } = dueWords(due, new Date(`${today}T00:00`));
  return (
    <span class={`ops-chip ops-due${isOverdue ? ' is-overdue' : ''}`} title={due}>
      <Icon name={isOverdue ? 'calendar-x' : 'calendar'} />
      <bdi>{text}</bdi>
      {isOverdue && <span class="ops-read"> overdue</span>}
    </span>
  );
}

/** What is missing, or not to be done here. */
function Dashed({ text, title }: { readonly text: string; readonly title?: string }) {
  return (
    <span class="ops-chip is-dashed" title={title}>
      <bdi>{text}</bdi>
    </span>
  );
}

/** What a card says besides its words, in one row: state, owner, date, what is missing, and last how many places show it too. */
export function CardChips(props: CardChipsProps) {
  const { card, actions, today, shownIn } = props;
  const { state, due, stub, fromCopy } = card.todo;
  const owner = card.ownerName ?? card.noteOwnerName;
  const places = shownIn === '' ? [] : shownIn.split('\n').map(noteName);
  const chips = [
    state !== null && (
      <span class="ops-chip ops-state" title={state}>
        <Icon name={state.split('/')[0] === 'blocked' ? 'ban' : 'circle-dot'} />
        <bdi>{state}</bdi>
      </span>
    ),
    owner !== null && !(props.isByOwner && card.ownerName !== null) && (
      <Owner name={owner} isNotes={card.ownerName === null} />
    ),
    due !== null && <Due due={due} today={today} />,
    stub && <Dashed text="empty" />,
    card.bullets !== null &&
      (fromCopy || card.bullets === 0 ? (
        <Dashed text={counted(card.bullets, 'bullet')} />
      ) : (
        <ChipButton
          label={`${counted(card.bullets, 'bullet')} · Split`}
          icon="list"
          id="split"
          name="ops-split-chip"
          card={card}
          actions={actions}
        />
      )),
    fromCopy && (
      <Dashed text="frozen copy" title="Text pasted by the publisher where a transclusion stood; its page is missing" />
    ),
    places.length > 0 && (
      <span class="ops-shown-in" title={`Also shown in ${places.join(', ')}`}>
        <Icon name="arrow-up-right" />
        {places.length}
        <span class="ops-read">{places.length === 1 ? ' other place shows it' : ' other places show it'}</span>
      </span>
    ),
  ].filter((chip) => chip !== false);
  return chips.length === 0 ? null : <div class="ops-chips">{chips}</div>;
}
