import { DEFAULT_VIEW, DENSITIES, SORTS, type Density, type Sort } from '../../core/settings/view';

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
  readonly showElsewhere: boolean;
  readonly density: Density;
  readonly sort: Sort;
  /** Whether finished responsibilities are listed. */
  readonly finished: boolean;
  /** Where the one column of a phone, or the focus, is: a column's name. */
  readonly column: string | null;
  /** The id of the card with the focus; null for the column's header. */
  readonly card: string | null;
  /** Scroll positions by column name; '' for the board's own. Not in pixels: heights are not known before cards are drawn. */
  readonly scroll: Readonly<Record<string, ScrollPlace>>;
}

export const INITIAL_STATE: BoardState = {
  filter: '',
  collapsed: [],
  showElsewhere: false,
  density: DEFAULT_VIEW.density,
  sort: DEFAULT_VIEW.sort,
  finished: false,
  column: null,
  card: null,
  scroll: {},
};

const isRecord = (value: unknown): value is Record<string, unknown> =>
  typeof value === 'object' && value !== null && !Array.isArray(value);
const textOrNull = (value: unknown): string | null => (typeof value === 'string' ? value : null);

const isPlace = (value: unknown): value is ScrollPlace =>
  isRecord(value) && typeof value.card === 'string' && typeof value.below === 'number';

/** Reads a state from a stored layout, which may be older or somebody else's. */
export function readBoardState(stored: unknown): BoardState {
  if (!isRecord(stored)) return INITIAL_STATE;
  const { filter, collapsed, showElsewhere, density, sort, finished, column, card, scroll } = stored;
  const positions = isRecord(scroll)
    ? Object.entries(scroll).filter((entry): entry is [string, ScrollPlace] => isPlace(entry[1]))
    : [];
  return {
    filter: textOrNull(filter) ?? '',
    collapsed: Array.isArray(collapsed) ? collapsed.filter((name) => typeof name === 'string') : [],
    showElsewhere: showElsewhere === true,
    density: DENSITIES.find((one) => one === density) ?? DEFAULT_VIEW.density,
    sort: SORTS.find((one) => one === sort) ?? DEFAULT_VIEW.sort,
    finished: finished === true,
    column: textOrNull(column),
    card: textOrNull(card),
    scroll: Object.fromEntries(positions),
  };
}
