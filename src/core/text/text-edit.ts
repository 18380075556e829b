/** A range of a text in UTF-16 offsets, end exclusive. */
export interface Span {
  readonly start: number;
  readonly end: number;
}

/** An edit without guards: what stands in the span gives way to `insert`. An empty span is an insertion. */
export interface PlainEdit extends Span {
  readonly insert: string;
}

/** One change of a text, which is made only where it was meant. */
export interface TextEdit extends PlainEdit {
  /**
   * What makes this the right place, besides the span itself: a bullet's line, a section's heading. Found unchanged, or nothing is
   * written; text between the guards may change meanwhile.
   */
  readonly guards: readonly Span[];
}

/** The changes of one note, as a value that can be shown, applied and taken back. */
export interface NoteEdit {
  readonly path: string;
  /** The text that the edits' offsets mean. */
  readonly before: string;
  /** In the order of the text; spans do not overlap. Insertions at one place keep their order. */
  readonly edits: readonly TextEdit[];
}
