import { followIn, followText, type Followed, type TextMove } from '../../link/follow-text';
import type { NoteSource } from '../../note/note-source';
import type { Span, TextEdit } from '../edit-plan';
import type { PlanningVault } from '../planning-vault';
import { withPlannedChanges } from '../with-planned-changes';

/** A part of a note that goes to another note as it stands. */
export interface MovedPart {
  readonly source: NoteSource;
  readonly span: Span;
  readonly target: NoteSource;
}

const moveOf = ({ source, span, target }: MovedPart, after: TextMove['after'], placeOf: TextMove['placeOf']): TextMove => ({ source, moved: span, carried: span, withHeading: true, to: target.path, after, placeOf });

/** The edits of the part's own links, as far as they can be known before it stands in the other note. */
export const ownLinks = (vault: PlanningVault, part: MovedPart): readonly TextEdit[] => followIn(part.source, vault, moveOf(part, null, () => undefined)).carried;

/** How links follow the part, once it is known what puts it into the other note. */
export async function followPart(vault: PlanningVault, part: MovedPart, gain: TextEdit): Promise<Followed> {
  const { source, span, target } = part;
  const after = await withPlannedChanges(vault, [], [{ path: target.path, before: target.text, edits: [gain] }]).read(target.path);
  const inside = (note: NoteSource, { start, end }: Span): NonNullable<NoteSource['metadata']['headings']> =>
    (note.metadata.headings ?? []).filter(({ position }) => position.start.offset >= start && position.start.offset < end);
  const before = inside(source, span);
  const there = after ? inside(after, { start: gain.start, end: gain.start + gain.insert.length }) : [];
  return followText(vault, moveOf(part, after, (heading) => {
    const line = there.length === before.length ? there[before.indexOf(heading)]?.position.start.line : undefined;
    return line === undefined ? undefined : { kind: 'heading', line };
  }));
}
