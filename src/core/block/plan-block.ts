import { planEmbedAt } from '../edit/embed-place';
import { makePlan, type Planned } from '../edit/edit-plan';
import { lineEndAt } from '../note/line-end';
import type { NoteSource } from '../note/note-source';
import { isRefusal } from '../text/refusal';

/** Plans a block on lines of its own at the UTF-16 offset. Refused where it would be text of something else: in code, in a formula, in a frozen copy. */
export function planBlock(source: NoteSource, offset: number, block: string): Planned {
  const text = block.trimEnd().replaceAll('\n', lineEndAt(source.text, offset));
  const edit = planEmbedAt(source, offset, text, 'board');
  return isRefusal(edit) ? edit : makePlan({ done: 'Inserted a phase board', changes: [edit] });
}
