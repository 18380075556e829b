import type { Lifecycle } from '../../phase/lifecycle';
import type { Todo } from '../../index/todo';
import type { NoteMetadata } from '../../note/note-metadata';
import type { NoteSource } from '../../note/note-source';
import type { MarkedTodo } from '../../todo/find-todos';
import type { ResolveLink } from '../../phase/lifecycle-input';
import type { SnapshotContext } from '../../snapshot/draw-snapshot';
import type { Settings } from '../../settings/settings';
import type { Chain } from './embed-graph';
import type { OutgoingLink } from '../../link/outgoing-link';
import type { DecidedCopies } from './copy-tracker';
import type { FoundTarget } from './find-target';
import type { Found, Severity } from './finding';
import type { CheckedNote } from './checked-note';
import type { NoteNames } from './note-names';

/** What the rules may ask besides the note that they judge. */
export interface RuleContext {
  readonly settings: Settings;
  readonly lifecycle: Lifecycle;
  readonly names: NoteNames;
  readonly resolve: ResolveLink;
  metadata(path: string): NoteMetadata | null;
  isPublished(path: string): boolean;
  /** Where a link to a note leads in it; null when there is no such note, or the app has not read it yet. */
  placeOf(link: OutgoingLink): FoundTarget | null;
  chainOf(note: CheckedNote, embed: OutgoingLink): Chain;
  /** The notes that embed the note, itself left out, by path. */
  embeddersOf(path: string): readonly CheckedNote[];
  todosOf(path: string): readonly Todo[];
  /** The todo tags in a note's text, by the todo that they are of. */
  marksIn(source: NoteSource): readonly MarkedTodo[];
  /** Whether the overview shows the page: by an embed, through notes that it embeds, or in a published copy. */
  isShownInOverview(page: string): boolean;
  /** What snapshots of the board are drawn from. */
  readonly board: SnapshotContext;
  /** What is known of the published copies of the note that is judged; null when it has none. */
  readonly copies: DecidedCopies | null;
}

/** One thing that can be wrong. */
export interface Rule {
  readonly id: string;
  /** What it looks at; a note without that is not brought before it. `text`: its own, when it is read, `pages`: those of the lifecycle. */
  readonly looksAt: 'embeds' | 'links' | 'headings' | 'copies' | 'pages' | 'properties' | 'text';
  readonly severity: Severity;
  /** Whether what stands in a comment, shown nowhere, concerns it too. */
  readonly inComments?: boolean;
  /** What it finds, as the head of a list: `Missing note`. */
  readonly title: string;
  /** Whether it matters to the published site. */
  readonly onSite: boolean;
  judge(note: CheckedNote, context: RuleContext): Iterable<Found>;
}
