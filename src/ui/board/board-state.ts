import {
  DEFAULT_VIEW,
  DENSITIES,
  GROUPS,
  SORTS,
  type Density,
  type Group,
  type Sort,
  type View,
} from '../../core/settings/view';
import { isFields, textsIn } from '../../core/text/fields';

/** Where a list is scrolled to: the first visible card, by its id, and how many pixels below the list's top it begins. */
export interface ScrollPlace {
  readonly card: string;
  readonly below: number;
}

/** What of a board survives a restart: it goes into the workspace's layout. */
export interface BoardState {
  readonly filter: string;
  /** Names of collapsed columns. */
  readonly collapsed: readonly string[];
  /** Keys of collapsed rows. */
  readonly collapsedRows: readonly string[];
  readonly showElsewhere: boolean;
  readonly group: Group;
  readonly density: Density;
  readonly sort: Sort;
  /** Whether finished responsibilities are listed. */
  readonly finished: boolean;
  /** Where the one column of a phone, or the focus, is: a column's name. */
  readonly column: string | null;
  /** The id of the card with the focus; null for a head. */
  readonly card: string | null;
  /** The key of the row whose head has the focus; null for a column's. */
  readonly row: string | null;
  /** Scroll positions by column name; '' for the board's own. Not in pixels: heights are not known before cards are drawn. */
  readonly scroll: Readonly<Record<string, ScrollPlace>>;
}

/** What a view asks for, as the state of a board has it. */
export const stateOf = ({ query, elsewhere, group, density, sort, finished }: View) =>
  ({ filter: query, showElsewhere: elsewhere, group, density, sort, finished }) satisfies Partial<BoardState>;

export const INITIAL_STATE: BoardState = {
  ...stateOf(DEFAULT_VIEW),
  collapsed: [],
  collapsedRows: [],
  column: null,
  card: null,
  row: null,
  scroll: {},
};

const textOrNull = (value: unknown): string | null => (typeof value === 'string' ? value : null);

const isPlace = (value: unknown): value is ScrollPlace =>
  isFields(value) && typeof value.card === 'string' && typeof value.below === 'number';

/** Reads a state from a stored layout, which may be older or somebody else's. */
export function readBoardState(stored: unknown): BoardState {
  if (!isFields(stored)) return INITIAL_STATE;
  const { filter, showElsewhere, density, sort, finished, column, card, scroll } = stored;
  const positions = isFields(scroll)
    ? Object.entries(scroll).filter((entry): entry is [string, ScrollPlace] => isPlace(entry[1]))
    : [];
  return {
    filter: textOrNull(filter) ?? '',
    collapsed: textsIn(stored.collapsed),
    collapsedRows: textsIn(stored.collapsedRows),
    showElsewhere: showElsewhere === true,
    group: GROUPS.find((one) => one === stored.group) ?? DEFAULT_VIEW.group,
    density: DENSITIES.find((one) => one === density) ?? DEFAULT_VIEW.density,
    sort: SORTS.find((one) => one === sort) ?? DEFAULT_VIEW.sort,
    finished: finished === true,
    column: textOrNull(column),
    card: textOrNull(card),
    row: textOrNull(stored.row),
    scroll: Object.fromEntries(positions),
  };
}
