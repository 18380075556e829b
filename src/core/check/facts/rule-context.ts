import type { Lifecycle } from '../../phase/lifecycle';
import type { OperationsIndex } from '../../index/operations-index';
import type { NoteMetadata } from '../../note/note-metadata';
import type { NoteSource } from '../../note/note-source';
import type { ResolveLink } from '../../phase/lifecycle-input';
import type { SnapshotContext } from '../../snapshot/draw-snapshot';
import type { Chain } from '../../link/embed-graph';
import type { OutgoingLink } from '../../link/outgoing-link';
import type { DecidedCopies } from './copy-tracker';
import type { FoundTarget } from '../../link/find-target';
import type { Found, Problem, Severity } from './finding';
import type { CheckedNote } from './checked-note';
import type { NoteNames } from './note-names';

/** What the rules may ask besides the note that they judge. */
export interface RuleContext {
  readonly index: OperationsIndex;
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
  /** Whether the overview shows the page: by an embed, through notes that it embeds, or in a published copy. */
  isShownInOverview(page: string): boolean;
  /** What snapshots of the board are drawn from. */
  readonly board: SnapshotContext;
}

/** A link or embed of a note that is there. */
export type LinkToNote = OutgoingLink & { readonly target: string };

export const leadsToNote = (link: OutgoingLink): link is LinkToNote => link.target !== null && link.toNote;

/** A note whose text has been read. */
export type TextNote = CheckedNote & { readonly source: NoteSource };

/** What is wrong with an embed of a note that is there, in the note. */
export type JudgeEmbed = (embed: LinkToNote, context: RuleContext, note: CheckedNote) => Problem | null;
/** What is wrong with a link. */
export type JudgeLink = (link: OutgoingLink, context: RuleContext) => Problem | null;
/** What is wrong with the published copies of a note, with its text, with the note. */
export type JudgeCopies = (copies: DecidedCopies) => Iterable<Found>;
export type JudgeText = (note: TextNote, context: RuleContext) => Iterable<Found>;
export type JudgeNote = (note: CheckedNote, context: RuleContext) => Iterable<Found>;

/** What a rule can look at, and so is asked of. */
export interface Judges {
  /** Each embed of a note that is there. */
  readonly embeds: JudgeEmbed;
  /** The same of a published note, where the publisher puts the text in its place. */
  readonly embedsOnSite: JudgeEmbed;
  /** Each embed of a note that is not there. */
  readonly deadEmbeds: JudgeLink;
  /** Each plain link of a published note. */
  readonly links: JudgeLink;
  /** The published copies of a note. */
  readonly copies: JudgeCopies;
  /** A note whose text is read. */
  readonly text: JudgeText;
  /** The same of a published one. */
  readonly publishedText: JudgeText;
  /** A note with headings, with properties, that is published, or that is a page of the lifecycle. */
  readonly headings: JudgeNote;
  readonly properties: JudgeNote;
  readonly published: JudgeNote;
  readonly pages: JudgeNote;
}

/** What is known of every rule, whatever it looks at. */
export interface AnyRule {
  readonly id: string;
  readonly severity: Severity;
  /** Whether what stands in a comment, shown nowhere, concerns it too. */
  readonly inComments?: boolean;
  /** What it finds, as the head of a list: `Missing note`. */
  readonly title: string;
  /** Whether it matters to the published site. */
  readonly onSite: boolean;
}

/** One thing that can be wrong. */
export type Rule = AnyRule &
  { readonly [Sight in keyof Judges]: { readonly looksAt: Sight; readonly judge: Judges[Sight] } }[keyof Judges];
