import { useEffect, useLayoutEffect, useMemo, useRef } from 'preact/hooks';
import type { Card } from '../../core/board/card';
import { cardMarkdown } from '../../core/board/card-text';
import { beginningOf, safeMarkdown } from '../../core/board/safe-markdown';
import type { BoardActions } from './board-actions';
import type { BoardMemory } from './board-memory';

/** Lines of source that a closed card shows. */
const SHORT_LINES = 5;

/** And characters: one line can be a whole page. */
const SHORT_LENGTH = 320;

interface ExcerptProps {
  readonly card: Card;
  readonly isOpen: boolean;
  readonly actions: BoardActions;
  readonly memory: BoardMemory;
}

/** The marked text, as rendered Markdown. */
export function Excerpt({ card, isOpen, actions, memory: { keys, heights, queue } }: ExcerptProps) {
  const key = keys.of(card);
  const ref = useRef<HTMLDivElement>(null);
  const { markdown, isCut } = useMemo(() => {
    const whole = cardMarkdown(card);
    const { text, isCut: isShort } = beginningOf(whole, SHORT_LINES, SHORT_LENGTH);
    return isOpen ? { markdown: whole, isCut: false } : { markdown: text, isCut: isShort };
  }, [card.todo.excerpt, isOpen]);

  const clear = useRef<() => void>(() => undefined);
  const reserve = (height: string): void =>
    ref.current?.closest<HTMLElement>('.ops-card')?.setCssProps({ '--ops-height': height });

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
      clear.current = actions.renderExcerpt({
        card,
        markdown: safeMarkdown(markdown),
        into,
        done: () => {
          clearOld();
          reserve('');
        },
        tick: isOpen ? (nth, of) => actions.controller.tick(card, nth, of) : undefined,
      });
    });
  }, [markdown, card.todo.path, isOpen]);

  useEffect(() => () => clear.current(), []);

  return <div class={`ops-excerpt${isCut ? ' is-cut' : ''}`} ref={ref} />;
}
