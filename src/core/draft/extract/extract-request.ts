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
