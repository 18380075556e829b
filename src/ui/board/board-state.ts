/** What of a board survives a restart: it goes into the workspace's layout. */
export interface BoardState {
  readonly filter: string;
  /** Names of collapsed columns. */
  readonly collapsed: readonly string[];
  readonly showElsewhere: boolean;
  /** Where the one column of a phone, or the focus, is: a column's name. */
  readonly column: string | null;
  /** The id of the card with the focus; null for the column's header. */
  readonly card: string | null;
  /** Scroll positions in pixels by column name; '' for the board's own. */
  readonly scroll: Readonly<Record<string, number>>;
}

export const INITIAL_STATE: BoardState = { filter: '', collapsed: [], showElsewhere: false, column: null, card: null, scroll: {} };

const isRecord = (value: unknown): value is Record<string, unknown> => typeof value === 'object' && value !== null && !Array.isArray(value);
const textOrNull = (value: unknown): string | null => (typeof value === 'string' ? value : null);

/** Reads a state from a stored layout, which may be older or somebody else's. */
export function readBoardState(stored: unknown): BoardState {
  if (!isRecord(stored)) return INITIAL_STATE;
  const { filter, collapsed, showElsewhere, column, card, scroll } = stored;
  const positions = isRecord(scroll) ? Object.entries(scroll).filter((entry): entry is [string, number] => typeof entry[1] === 'number') : [];
  return {
    filter: textOrNull(filter) ?? '',
    collapsed: Array.isArray(collapsed) ? collapsed.filter((name) => typeof name === 'string') : [],
    showElsewhere: showElsewhere === true,
    column: textOrNull(column),
    card: textOrNull(card),
    scroll: Object.fromEntries(positions),
  };
}
