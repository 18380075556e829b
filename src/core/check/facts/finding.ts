import type { TextEdit } from '../../text/text-edit';
import type { Todo } from '../../index/todo';
import type { Loc } from '../../note/note-metadata';
import type { NoteSource } from '../../note/note-source';

/** What a finding means for the handbook: something shows nothing or the wrong thing; something is doubtful; something to know. */
export type Severity = 'error' | 'warning' | 'info';

/** The parts of a link that change; null: as they are. */
export interface TargetChange {
  /** The vault path of a note, which is written whole. */
  readonly path: string | null;
  /** `''`, or from `#` on. */
  readonly subpath: string | null;
}

/** How a finding can be fixed safely. */
export type Fix =
  /** The link at this place leads elsewhere. `link` is what it says now. */
  | (TargetChange & { readonly kind: 'retarget'; readonly offset: number; readonly link: string })
  /** Edits of the finding's own note as it is now; null when the place has changed. */
  | { readonly kind: 'edit'; readonly edit: (source: NoteSource) => readonly TextEdit[] | null }
  /** A published copy gives way to its transclusion; `index` among the copies of the note. */
  | { readonly kind: 'restore'; readonly index: number }
  /** A todo goes into a comment. */
  | { readonly kind: 'hide'; readonly todo: Todo }
  /** The snapshot of the board that begins at this UTF-16 offset is drawn anew; `today` is ISO. */
  | { readonly kind: 'snapshot'; readonly offset: number; readonly today: string };

/** What is wrong with what a rule looked at. */
export interface Problem {
  /** What is there, what was expected, and the nearest candidate. */
  readonly message: string;
  /** How it is mended; nothing where that is not safe. */
  readonly fix?: Fix | null;
}

/** The same with its place in the note. */
export interface Found extends Problem {
  /** 0-based line and column; offset in UTF-16 units. */
  readonly at: Loc;
  /** The target as written, the `href` of a published copy; `''` or nothing where there is none. */
  readonly link?: string;
}

/** A place of the handbook that is not right, or that its owner should know of. */
export interface Finding extends Required<Found> {
  readonly rule: string;
  readonly severity: Severity;
  readonly path: string;
}

/** A text as a message quotes it: at most `length` UTF-16 units, the last one `…` when there was more. */
export const shorten = (text: string, length: number): string =>
  text.length > length ? `${text.slice(0, length - 1)}…` : text;
