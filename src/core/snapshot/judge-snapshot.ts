import type { NoteSource } from '../note/note-source';
import type { Snapshot } from '../note/snapshots';
import { isRefusal, type Refusal } from '../text/refusal';
import { drawSnapshot, type SnapshotContext } from './draw-snapshot';
import { plain } from './spell-lines';
import { readAsked } from './read-asked';
import { digestOf, visibleText } from './visible-text';

export const NO_END = 'this snapshot has no end. Expected a line %% phase-board end %% behind what belongs to it.';

/** What a snapshot is to its note: as it should be, out of date, or with words in it that are not the plugin's; or why it cannot be drawn. */
export type SnapshotState = 'current' | 'stale' | 'foreign';

/** Looks at a snapshot without writing any link. */
export function judgeSnapshot(
  { path, text }: NoteSource,
  snapshot: Snapshot,
  context: SnapshotContext,
): SnapshotState | Refusal {
  const asked = readAsked(snapshot.asked);
  if (isRefusal(asked)) return asked;
  const { lines } = drawSnapshot(asked, path, context);
  const wanted = lines.map((line) =>
    line.map((piece) => (typeof piece === 'string' ? piece : plain(piece.text))).join(''),
  );
  const written = visibleText(text.slice(snapshot.contentStart, snapshot.contentEnd));
  if (written === visibleText(wanted.join('\n'))) return 'current';
  return written === '' || digestOf(written) === snapshot.digest ? 'stale' : 'foreign';
}

/** Whether metadata can be those of a note that holds a snapshot, or a block of code that they do not tell of: in a quote, callout or bullet. */
export const mayHoldSnapshot = ({
  sections = [],
  listItems = [],
}: Pick<NoteSource['metadata'], 'sections' | 'listItems'>): boolean =>
  sections.some(({ type }) => type === 'comment' || type === 'callout' || type === 'blockquote') ||
  listItems.some(({ position: { start, end } }) => start.line < end.line);
