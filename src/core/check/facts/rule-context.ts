import type { Lifecycle } from '../../phase/lifecycle';
import type { Todo } from '../../index/todo';
import type { NoteMetadata } from '../../note/note-metadata';
import type { NoteSource } from '../../note/note-source';
import type { MarkedTodo } from '../../todo/find-todos';
import type { ResolveLink } from '../../phase/lifecycle-input';
import type { SnapshotContext } from '../../snapshot/draw-snapshot';
import type { Settings } from '../../settings/settings';
import type { Chain } from '../../link/embed-graph';
import type { OutgoingLink } from '../../link/outgoing-link';
import type { DecidedCopies } from './copy-tracker';
import type { FoundTarget } from '../../link/find-target';
import type { Found, Problem, Severity } from './finding';
import type { CheckedNote } from './checked-note';
import type { NoteNames } from './note-names';

/** What the rules may ask besides the note that they judge. */
export interface RuleContext {
  readonly settings: Settings;
  readonly lifecycle: Lifecycle;
  readonly names: NoteNames;
  readonly resolve: ResolveLink;
  readonly metadata: (path: string) => NoteMetadata | null;
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
}

/** One thing that can be wrong. */
interface AnyRule {
  readonly id: string;
  readonly severity: Severity;
  /** Whether what stands in a comment, shown nowhere, concerns it too. */
  readonly inComments?: boolean;
  /** What it finds, as the head of a list: `Missing note`. */
  readonly title: string;
  /** Whether it matters to the published site. */
  readonly onSite: boolean;
}

/** A link or embed of a note that is there. */
export type LinkToNote = OutgoingLink & { readonly target: string };

export const leadsToNote = (link: OutgoingLink): link is LinkToNote => link.target !== null && link.toNote;

/** Asked of each embed of a note that is there; `embedsOnSite`: of a published note, where the publisher puts the text in its place. */
export interface EmbedRule extends AnyRule {
  readonly looksAt: 'embeds' | 'embedsOnSite';
  judge(embed: LinkToNote, context: RuleContext, note: CheckedNote): Problem | null;
}

/** Asked of each embed of a note that is not there, or of each plain link of a published note to one, there or not. */
export interface LinkRule extends AnyRule {
  readonly looksAt: 'deadEmbeds' | 'links';
  judge(link: OutgoingLink, context: RuleContext): Problem | null;
}

/** Asked of all published copies of a note together. */
export interface CopyRule extends AnyRule {
  readonly looksAt: 'copies';
  judge(copies: DecidedCopies): Iterable<Found>;
}

/** A note whose text has been read. */
export type TextNote = CheckedNote & { readonly source: NoteSource };

/** Asked of a note whose text is read, or of a published one. */
export interface TextRule extends AnyRule {
  readonly looksAt: 'text' | 'publishedText';
  judge(note: TextNote, context: RuleContext): Iterable<Found>;
}

/** Asked of a note with headings, with properties, that is published, or that is a page of the lifecycle. */
export interface NoteRule extends AnyRule {
  readonly looksAt: 'headings' | 'properties' | 'published' | 'pages';
  judge(note: CheckedNote, context: RuleContext): Iterable<Found>;
}

export type Rule = EmbedRule | LinkRule | CopyRule | TextRule | NoteRule;
