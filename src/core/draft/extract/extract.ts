import type { Span } from '../../text/text-edit';
import type { OutlineSection } from '../../note/outline';

/** What of its todo an extract takes along into its note. */
export interface CarriedTodo {
  /** Its todo tags as written; none for an extract that is no todo. */
  readonly tags: readonly string[];
  /** Whether the tags stand between `%%`. */
  readonly isHidden: boolean;
  /** Its checkbox says that it is done. */
  readonly isDone: boolean;
  /** ISO date, or null. */
  readonly due: string | null;
  /** The owner's role note, or null. */
  readonly owner: string | null;
}

/** A part of the source text that moves, without some spans of it; offsets are UTF-16. */
export interface CutSpan extends Span {
  /** What stays behind or is said elsewhere: tags, dates, owners. In order, not overlapping. */
  readonly without: readonly Span[];
}

interface ExtractBase {
  /** The whole of it, whole lines without the last line's end mark. */
  readonly span: Span;
  /** Its words as plain text, for a title. */
  readonly words: string;
  readonly todo: CarriedTodo;
}

/** A bullet with what is nested in it. */
export interface BulletExtract extends ExtractBase {
  readonly kind: 'bullet';
  /** The line up to the words: indentation, marker, checkbox. */
  readonly marker: string;
  /** The bullet's first paragraph. */
  readonly sentence: CutSpan;
  /** What stands below it, or null. */
  readonly rest: CutSpan | null;
  /** ` ^id` at the end of the sentence, or `''`; it stays in place. */
  readonly blockId: string;
}

/** A section with its sub-sections. */
export interface SectionExtract extends ExtractBase {
  readonly kind: 'section';
  readonly section: OutlineSection;
  /** What stands below the heading, or null. */
  readonly rest: CutSpan | null;
  /** The heading's words, when they hold more than a note's name can; else null. */
  readonly beside: CutSpan | null;
}

export type Extract = BulletExtract | SectionExtract;

/** What stays in the place of what becomes a note. */
export type Replacement = 'sentence' | 'transclusion' | 'link';

export interface ExtractRequest {
  readonly path: string;
  /** 0-based lines, each of a bullet or section that is to become a note. */
  readonly lines: readonly number[];
  /** A title for each, in the same order; null or missing: proposed from its words. */
  readonly titles: readonly (string | null)[];
  readonly leave: Replacement;
  /** A template's name or path; null for the usual one. */
  readonly template: string | null;
}
