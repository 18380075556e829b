import type { PlannedChange } from '../planned-note';

/** What a move writes: the note that gains the text first, then links that follow it, last the note that loses it. */
export interface MovedText {
  readonly gains: PlannedChange;
  readonly follow: readonly PlannedChange[];
  readonly loses: PlannedChange;
  /** Footnotes and reference definitions for the end of the note that gains the text. */
  readonly definitions: readonly PlannedChange[];
  readonly remarks: readonly string[];
}
