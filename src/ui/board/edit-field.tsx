import { useLayoutEffect, useRef } from 'preact/hooks';
import type { Card } from '../../core/board/card';
import type { BoardActions } from './board-actions';

interface EditFieldProps {
  readonly card: Card;
  /** As it stands in the note. */
  readonly text: string;
  readonly actions: BoardActions;
}

/** A card's words, to be changed where they are seen. Enter keeps them, Escape leaves the old ones; so does leaving with nothing changed. */
export function EditField({ card, text, actions }: EditFieldProps) {
  const field = useRef<HTMLTextAreaElement>(null);
  const isOver = useRef(false);
  useLayoutEffect(() => {
    const area = field.current;
    if (!area) return;
    area.focus();
    area.setSelectionRange(area.value.length, area.value.length);
    fit(area);
  }, []);

  const end = (keep: boolean): void => {
    if (isOver.current) return;
    isOver.current = true;
    const value = field.current?.value ?? text;
    field.current?.closest<HTMLElement>('.ops-card')?.focus();
    if (keep) actions.controller.saveText(card, value);
    else actions.controller.stopEditing();
  };

  return (
    <textarea
      ref={field}
      class="ops-edit"
      dir="auto"
      rows={1}
      aria-label="Text; Enter keeps it, Escape leaves it as it was"
      defaultValue={text}
      onInput={(event) => fit(event.currentTarget)}
      onClick={(event) => event.stopPropagation()}
      onBlur={() => end(true)}
      onKeyDown={(event) => {
        if ((event.key !== 'Enter' && event.key !== 'Escape') || event.isComposing) return;
        event.preventDefault();
        event.stopPropagation();
        end(event.key === 'Enter');
      }}
    />
  );
}

/** As high as its text. */
function fit(area: HTMLTextAreaElement): void {
  area.setCssProps({ '--ops-edit-height': 'auto' });
  area.setCssProps({ '--ops-edit-height': `${area.scrollHeight + 2}px` });
}
