import { useEffect, useMemo, useRef, useState } from 'preact/hooks';
import type { Card } from '../../core/board/card';
import { beginningOf, safeMarkdown } from '../../core/board/safe-markdown';
import type { BoardActions } from './board-actions';
import { useInSight } from './use-in-sight';

/** Lines of source that a card shows before "Show more". */
const SHORT_LINES = 5;

/** And characters: one line can be a whole page. */
const SHORT_LENGTH = 320;

/** The marked text, as rendered Markdown, once the card comes in sight. */
export function Excerpt({ card, actions }: { readonly card: Card; readonly actions: BoardActions }) {
  const ref = useRef<HTMLDivElement>(null);
  const inSight = useInSight(ref);
  const [isOpen, setOpen] = useState(false);
  const { text, isCut } = useMemo(() => beginningOf(card.todo.excerpt, SHORT_LINES, SHORT_LENGTH), [card.todo.excerpt]);
  const markdown = isOpen ? card.todo.excerpt : text;
  const safe = useMemo(() => (inSight ? safeMarkdown(markdown) : ''), [inSight, markdown]);

  useEffect(() => {
    const into = ref.current;
    return into && safe !== '' ? actions.renderExcerpt(card, safe, into) : undefined;
    // The card's own text decides; a new card object with the same text changes nothing.
  }, [safe, card.todo.path]);

  return (
    <>
      <div class={`ops-excerpt${isCut && !isOpen ? ' is-cut' : ''}`} ref={ref} />
      {isCut && (
        <button
          class="ops-more"
          tabIndex={-1}
          onClick={(event) => {
            event.stopPropagation();
            setOpen(!isOpen);
          }}
        >
          {isOpen ? 'Show less' : 'Show more'}
        </button>
      )}
    </>
  );
}
