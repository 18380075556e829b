import { Platform } from 'obsidian';
import { useState } from 'preact/hooks';
import { cardText } from '../../core/board/card-text';
import { explainPhase } from '../../core/board/explain-phase';
import { isUnmarked } from '../../core/index/note-itself';
import type { Density } from '../../core/settings/view';
import { actionNamed } from '../actions/card-actions';
import type { BoardMemory } from './board-memory';
import { CardChips, OwnChip, type CardChipsProps } from './card-chips';
import { EditField } from './edit-field';
import { Excerpt } from './excerpt';
import { iconButton } from './icon-button';
import { memo } from './memo';
import { NoteOnCard } from './note-on-card';

export interface CardViewProps extends CardChipsProps {
  readonly memory: BoardMemory;
  /** Said before its place. */
  readonly where: string;
  /** 1-based place in its column or cell, and how many cards that has. */
  readonly place: number;
  readonly of: number;
  readonly isTabStop: boolean;
  readonly density: Density;
  readonly isOpen: boolean;
  readonly isSelected: boolean;
  readonly isCarried: boolean;
  /** It has just come here. */
  readonly isLit: boolean;
  readonly canDrag: boolean;
  /** The text as it stands in the note, while it is edited; else null. */
  readonly editing: string | null;
}

/** Titles up to so many UTF-16 units are never cut. */
const SHORT_TITLE = 40;

/** Finishes the card, as Space does. A frozen copy cannot be finished: its ring is broken. */
function FinishCircle({ card, actions }: Pick<CardViewProps, 'card' | 'actions'>) {
  const action = actionNamed('mark-done');
  if (card.todo.fromCopy || !action) return <span class="ops-circle" />;
  return (
    <button
      class="ops-circle"
      tabIndex={-1}
      aria-label={`Mark ${card.title} as done`}
      onClick={(event) => {
        event.stopPropagation();
        actions.controller.run(action, actions.controller.subjects(card));
      }}
    />
  );
}

/** One line, cut at its beginning: the end tells more. Its direction is that of its words. */
function Place({ names }: { readonly names: readonly string[] }) {
  if (names.length === 0) return null;
  const text = names.join(' › ');
  return (
    <div class="ops-breadcrumb" title={text} dir="auto">
      <span>{text}</span>
    </div>
  );
}

export const CardView = memo(function CardView(props: CardViewProps) {
  const { card, actions, isTabStop, isOpen } = props;
  // What only shows itself to whoever comes near is made then: a board has hundreds of cards that nobody comes near.
  const [isNear, setNear] = useState(Platform.isMobile);
  const { teaser, isMore } = cardText(card);
  const classes = [
    'ops-card',
    card.todo.fromCopy && 'is-frozen',
    isOpen && 'is-open',
    props.isSelected && 'is-selected',
    props.isCarried && 'is-carried',
    props.isLit && 'is-lit',
    props.canDrag && 'is-movable',
  ]
    .filter((name) => name !== false)
    .join(' ');
  const isWhole = isOpen || props.density === 'comfortable';
  return (
    <div
      class={classes}
      role="gridcell"
      aria-colindex={props.place + 1}
      data-at={props.place - 1}
      tabIndex={isTabStop ? 0 : -1}
      data-card={card.id}
      data-key={props.memory.keys.of(card)}
      aria-description={explainPhase(card.todo)}
      aria-selected={props.isSelected}
      aria-expanded={isMore ? isOpen : undefined}
      draggable={props.canDrag && props.editing === null}
      onDragStart={(event) => actions.controller.moves.startDrag(card, event)}
      onFocus={() => {
        setNear(true);
        actions.focusCard(card);
      }}
      onClick={(event) => {
        if (event.shiftKey) actions.controller.select(card, 'extend');
        // What the app renders of a property has links of its own.
        else if (!(event.target as Element).closest('.ops-properties a')) actions.open(card.todo, event);
      }}
      onAuxClick={(event) => {
        if (event.button === 1) actions.open(card.todo, event);
      }}
      onContextMenu={(event) => {
        event.preventDefault();
        actions.showMenu(card, event);
      }}
      onMouseOver={(event) => {
        setNear(true);
        actions.previewCard(card, event, event.currentTarget);
      }}
    >
      <div class="ops-card-body">
        {/* For a screen reader: the rest of its name is the card's own text. */}
        <span class="ops-read">{`${props.where}${props.where === '' ? 'Card' : 'card'} ${props.place} of ${props.of}: `}</span>
        {props.editing === null ? (
          <div class="ops-title" dir="auto" title={card.title.length > SHORT_TITLE ? card.title : undefined}>
            {card.title}
          </div>
        ) : (
          <EditField card={card} text={props.editing} actions={actions} />
        )}
        {isNear && <OwnChip {...props} />}
        <Place names={card.distinction === '' ? card.breadcrumb : [...card.breadcrumb, card.distinction]} />
        {isWhole && (teaser !== '' || isMore) && (
          <Excerpt card={card} isOpen={isOpen} actions={actions} memory={props.memory} />
        )}
        {!isWhole && teaser !== '' && (
          <div class="ops-teaser" dir="auto">
            {teaser}
          </div>
        )}
        <CardChips {...props} />
        {card.note && <NoteOnCard card={card} note={card.note} actions={actions} />}
      </div>
      {/* Seen before the words, read after them. */}
      {!isUnmarked(card.todo) && <FinishCircle card={card} actions={actions} />}
      {isNear && (
        <div class="ops-card-tools">
          {isMore &&
            iconButton(
              'ops-card-open',
              isOpen ? 'chevron-up' : 'chevron-down',
              isOpen ? 'Close' : 'Open here',
              (event) => {
                event.stopPropagation();
                actions.controller.setOpen(card, !isOpen);
              },
            )}
          {iconButton('ops-card-menu', 'ellipsis', `More actions for ${card.title}`, (event) => {
            event.stopPropagation();
            actions.showMenu(card, event);
          })}
        </div>
      )}
    </div>
  );
});
