import type { NewNote } from '../edit/edit-plan';
import { isRefusal } from '../text/refusal';
import type { NoteSource } from '../note/note-source';
import { todoTag, type PhaseSetting } from '../settings/settings';
import type { Drafting, FieldRefusal } from './drafting';
import type { TemplateKind } from '../template/built-in-templates';
import { fillNote, type FilledNote } from './fill-note';
import { hidesTodo } from './note-todo';
import { openTemplate } from './open-template';

export interface PageRequest {
  readonly path: string;
  /** Null: the overview page. */
  readonly phase: PhaseSetting | null;
  /** A page of another phase, whose ways this one follows; null when there is none. */
  readonly sibling: NoteSource | null;
  /** Bullets for its Responsibilities, as Markdown. */
  readonly responsibilities?: string;
  readonly besides?: readonly NewNote[];
}

/** The text of a new page of the lifecycle, from its template. */
export async function fillPage(
  drafting: Drafting,
  kind: TemplateKind,
  { path, phase, sibling, responsibilities = '', besides = [] }: PageRequest,
): Promise<FilledNote | FieldRefusal> {
  const template = await openTemplate(drafting, kind, null);
  if (isRefusal(template)) return template;
  const filled = await fillNote(drafting, {
    path,
    template,
    phase,
    summary: responsibilities,
    model: sibling,
    besides,
  });
  if (!sibling || !hidesTodo(drafting.index, sibling)) return filled;
  const tag = todoTag(drafting.index.settings);
  // As on its sibling: the tag line below the list, not the one above the first heading that a responsibility note has.
  const text = filled.text.replace(
    new RegExp(`^${tag.replace(/[.*+?^${}()|[\]\\]/g, '\\$&')}[ \\t]*$`, 'm'),
    () => `%% ${tag} %%`,
  );
  return { ...filled, text };
}
