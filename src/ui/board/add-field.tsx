import { useLayoutEffect, useRef, useState } from 'preact/hooks';
import type { Column } from '../../core/board/build-board';
import { noteName } from '../../core/note/link-text';
import type { BoardActions } from './board-actions';

/** A field at the top of a column: a line, Enter, and the phase's page has another bullet. It stays for the next one. */
export function AddField({ column, actions }: { readonly column: Column; readonly actions: BoardActions }) {
  const field = useRef<HTMLInputElement>(null);
  const [isBusy, setBusy] = useState(false);
  const page = noteName(column.page ?? '');
  useLayoutEffect(() => field.current?.focus(), []);

  const add = async (): Promise<void> => {
    const text = field.current?.value.trim() ?? '';
    if (text === '' || isBusy) return;
    setBusy(true);
    const isAdded = await actions.controller.add(column, text);
    setBusy(false);
    if (isAdded && field.current) field.current.value = '';
    field.current?.focus();
  };

  return (
    <div class="ops-add" role="gridcell">
      <input
        ref={field}
        type="text"
        dir="auto"
        aria-label={`New responsibility of ${column.name}`}
        aria-describedby={`ops-add-${column.name}`}
        placeholder="What has to be taken care of?"
        readOnly={isBusy}
        onKeyDown={(event) => {
          if (event.key !== 'Enter' && event.key !== 'Escape') return;
          if (event.isComposing) return;
          event.preventDefault();
          event.stopPropagation();
          if (event.key === 'Enter') void add();
          else actions.controller.stopAdding();
        }}
      />
      <div class="ops-add-hint" id={`ops-add-${column.name}`}>
        Enter adds a bullet with #todo to {page}
        {' · '}
        <button
          onClick={() => {
            const title = field.current?.value.trim() ?? '';
            actions.controller.stopAdding();
            actions.plugin.newResponsibility(column.name, title);
          }}
        >
          in another note…
        </button>
      </div>
    </div>
  );
}
