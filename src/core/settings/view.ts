/** Rows of the board: none, one for each owner, or one for each note. */
export const GROUPS = ['none', 'owners', 'notes'] as const;
export type Group = (typeof GROUPS)[number];

/** Order within a column: by due date and then place, by place, by owner, by title, or what changed last first. */
export const SORTS = ['due', 'place', 'owner', 'title', 'changed'] as const;
export type Sort = (typeof SORTS)[number];

/** How much of its text a card shows. */
export const DENSITIES = ['compact', 'comfortable'] as const;
export type Density = (typeof DENSITIES)[number];

/** What is seen of the board, and how. */
export interface View {
  /** As somebody would type it. */
  readonly query: string;
  readonly group: Group;
  readonly sort: Sort;
  readonly density: Density;
  /** Whether finished responsibilities are listed. */
  readonly finished: boolean;
  /** Whether what lies outside the phases has a column. */
  readonly elsewhere: boolean;
}

export const DEFAULT_VIEW: View = { query: '', group: 'none', sort: 'due', density: 'compact', finished: false, elsewhere: false };
