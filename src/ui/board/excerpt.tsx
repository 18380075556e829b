import { useEffect, useLayoutEffect, useMemo, useRef, useState } from 'preact/hooks';
import type { Card } from '../../core/board/card';
import { beginningOf, safeMarkdown } from '../../core/board/safe-markdown';
import type { BoardActions } from './board-actions';
import type { BoardMemory } from './board-memory';

/** Lines of source that a card shows before "Show more". */
const SHORT_LINES = 5;

/** And characters: one line can be a whole page. */
const SHORT_LENGTH = 320;

export interface ExcerptProps {
  readonly card: Card;
  readonly actions: BoardActions;
  readonly memory: BoardMemory;
}

/** The marked text, as rendered Markdown. */
export function Excerpt({ card, actions, memory: { keys, heights, opened, queue } }: ExcerptProps) {
  const key = keys.of(card);
  const ref = useRef<HTMLDivElement>(null);
  const [isOpen, setOpen] = useState(opened.has(key));
  const { text, isCut } = useMemo(() => beginningOf(card.todo.excerpt, SHORT_LINES, SHORT_LENGTH), [card.todo.excerpt]);
  const markdown = isOpen ? card.todo.excerpt : text;

  const clear = useRef<() => void>(() => undefined);
  const reserve = (height: string): void => ref.current?.closest<HTMLElement>('.ops-card')?.setCssProps({ '--ops-height': height });

  // A card that comes back, or gets another text, is as high as it was until its text is there.
  useLayoutEffect(() => {
    if (heights.has(key)) reserve(`${heights.of(key)}px`);
    // The card's own text decides; a new card object with the same text changes nothing.
  }, [markdown, card.todo.path]);

  useEffect(() => {
    const into = ref.current;
    if (!into) return undefined;
    return queue.add(into.win, () => {
      const clearOld = clear.current;
      clear.current = actions.renderExcerpt(card, safeMarkdown(markdown), into, () => {
        clearOld();
        reserve('');
      });
    });
  }, [markdown, card.todo.path]);

  useEffect(() => () => clear.current(), []);

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
            if (isOpen) opened.delete(key);
            else opened.add(key);
          }}
        >
          {isOpen ? 'Show less' : 'Show more'}
        </button>
      )}
    </>
  );
}
