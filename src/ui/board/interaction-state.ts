import type { DropPlace, DropHint } from '../actions/move-plans';

/** What is being done on a board at the moment; none of it survives a restart. Cards are named by their numbers. */
export interface InteractionState {
  readonly selected: ReadonlySet<number>;
  /** Cards that are opened in place. */
  readonly opened: ReadonlySet<number>;
  /** Cards that have just come to their column. */
  readonly lit: ReadonlySet<number>;
  /** Cards that are carried by keyboard, and where they would go. */
  readonly carried: ReadonlySet<number>;
  readonly target: (DropPlace & { readonly prospect: DropHint }) | null;
  /** The column to which a responsibility is being added. */
  readonly adding: string | null;
  /** The card whose text is being edited, and the text as it stands in the note. */
  readonly editing: { readonly card: number; readonly text: string } | null;
  /** What a screen reader is told. */
  readonly said: string;
}

export const NO_INTERACTION: InteractionState = {
  selected: new Set(),
  opened: new Set(),
  lit: new Set(),
  carried: new Set(),
  target: null,
  adding: null,
  editing: null,
  said: '',
};
