import type { BoardBuilder } from '../core/board/build-board';
import type { IndexFeed } from './index-feed';
import { TimeSlice } from './time-slice';

/** Cards that are made within a slice. */
const AT_ONCE = 250;

/** When the vault has been read, makes the board's cards in the time that is left: a board then opens at once, however many there are. */
export async function prepareCards(builder: BoardBuilder, feed: IndexFeed): Promise<void> {
  try {
    await feed.settled();
  } catch {
    // Switched off meanwhile: nobody will open a board.
    return;
  }
  const slice = new TimeSlice();
  while (!builder.prepare(feed.index, AT_ONCE)) await slice.breathe();
}
