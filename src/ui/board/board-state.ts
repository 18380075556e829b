import { FieldReader } from '../../core/settings/field-reader';
import { readStoredView } from '../../core/settings/read-settings';
import { DEFAULT_VIEW, type View } from '../../core/settings/view';
import { isFields, textsIn } from '../../core/text/fields';

/** Where a list is scrolled to: the first visible card, by its id, and how many pixels below the list's top it begins. */
export interface ScrollPlace {
  readonly card: string;
  readonly below: number;
}

/** What of a board survives a restart: the view that it shows, and where somebody is in it. It goes into the workspace's layout. */
export interface BoardState extends View {
  /** Names of collapsed columns. */
  readonly collapsed: readonly string[];
  /** Keys of collapsed rows. */
  readonly collapsedRows: readonly string[];
  /** Where the one column of a phone, or the focus, is: a column's name. */
  readonly column: string | null;
  /** The id of the card with the focus; null for a head. */
  readonly card: string | null;
  /** The key of the row whose head has the focus; null for a column's. */
  readonly row: string | null;
  /** Scroll positions by column name; '' for the board's own. Not in pixels: heights are not known before cards are drawn. */
  readonly scroll: Readonly<Record<string, ScrollPlace>>;
}

export const INITIAL_STATE: BoardState = {
  ...DEFAULT_VIEW,
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
  // What a layout of former versions calls them.
  const { filter: query, showElsewhere: elsewhere, scroll } = stored;
  const positions = isFields(scroll)
    ? Object.entries(scroll).filter((entry): entry is [string, ScrollPlace] => isPlace(entry[1]))
    : [];
  return {
    ...readStoredView(new FieldReader({ query, elsewhere, ...stored })),
    collapsed: textsIn(stored.collapsed),
    collapsedRows: textsIn(stored.collapsedRows),
    column: textOrNull(stored.column),
    card: textOrNull(stored.card),
    row: textOrNull(stored.row),
    scroll: Object.fromEntries(positions),
  };
}
