import type { HeadingMetadata } from '../note/note-metadata';
import { openNoteSource, type NoteSource } from '../note/note-source';
import type { TextEdit } from '../text/text-edit';
import type { SourceEdits } from '../link/follow-everywhere';
import type { PlanningVault } from './planning-vault';
import { followHeadings } from '../link/follow-headings';

/** The heading's text with the edits made. */
export function headingAfter(
  { text }: NoteSource,
  { heading, position }: HeadingMetadata,
  edits: readonly TextEdit[],
): string {
  const from = text.indexOf(heading, position.start.offset);
  const to = from + heading.length;
  let after = '';
  let at = from;
  for (const { start, end, insert } of edits) {
    if (end < from || start > to || start < at) continue;
    // What begins another line, a tag line below, is not the heading's.
    after += text.slice(at, start) + (insert.split('\n', 1)[0] ?? '');
    at = end;
  }
  return (after + text.slice(Math.min(at, to), to)).trim();
}

/** The edits of the links to a heading that a change of its note gives another text; none when it changes no heading. */
export async function rewriteChangedHeading(
  vault: PlanningVault,
  source: NoteSource,
  { edits, heading }: { readonly edits: readonly TextEdit[]; readonly heading: HeadingMetadata | null },
): Promise<{ readonly changes: readonly SourceEdits[]; readonly remarks: readonly string[] }> {
  if (!heading) return { changes: [], remarks: [] };
  const { changes, remarks } = await followHeadings(vault, source, [
    { heading, text: headingAfter(source, heading, edits) },
  ]);
  const followed: SourceEdits[] = [];
  for (const { path, before, edits: own } of changes) {
    // A canvas is no note, and has no todos to judge.
    const note = path === source.path ? source : ((await vault.read(path)) ?? openNoteSource(path, before, {}));
    followed.push({ source: note, edits: own });
  }
  return { changes: followed, remarks };
}
