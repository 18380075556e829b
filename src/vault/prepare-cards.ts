import type { BoardBuilder } from '../core/board/build-board';
import type { IndexFeed } from './index-feed';
import { TimeSlice } from './time-slice';

/** Cards that are made within a slice. */
const AT_ONCE = 250;

/** Cards that are made beforehand at most: a board of more makes the others when it opens, and a vault whose board nobody opens does not carry them. */
const MOST = 500;

/** When the vault has been read, makes the board's first cards in the time that is left: the board of most handbooks then opens at once. */
export async function prepareCards(builder: BoardBuilder, feed: IndexFeed): Promise<void> {
  try {
    await feed.settled();
  } catch {
    // Switched off meanwhile: nobody will open a board.
    return;
  }
  const slice = new TimeSlice();
  for (let made = 0; made < MOST && !builder.prepare(feed.index, AT_ONCE); made += AT_ONCE) await slice.breathe();
}
