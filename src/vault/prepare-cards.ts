import type { BoardBuilder } from '../core/board/build-board';
import type { IndexFeed } from './index-feed';
import { TimeSlice } from './time-slice';

/** Cards that are made within a slice. */
const AT_ONCE = 250;

/** Cards that a board makes within a moment of its opening: a vault with no more todos carries none before somebody looks at them. */
const LEFT = 1500;

/** When the vault has been read, makes a board's cards in the time that is left, but for those that it makes in a moment: so it opens at once, however many there are. */
export async function prepareCards(builder: BoardBuilder, feed: IndexFeed): Promise<void> {
  try {
    await feed.settled();
  } catch {
    // Switched off meanwhile: nobody will open a board.
    return;
  }
  let more = -LEFT;
  for (const [, todos] of feed.index.judgedNotes()) more += todos.length;
  await makeCards(builder, feed, more);
}

async function makeCards(builder: BoardBuilder, feed: Pick<IndexFeed, 'index'>, most = Infinity): Promise<void> {
  const slice = new TimeSlice();
  for (let more = most; more > 0; more -= AT_ONCE) {
    if (builder.prepare(feed.index, Math.min(AT_ONCE, more))) return;
    await slice.breathe();
  }
}

/** What boards wait for before they are built: their cards, where many are to be made, however many ask meanwhile; null where they are all there. */
export function awaitCards(builder: BoardBuilder, feed: Pick<IndexFeed, 'index'>): () => Promise<void> | null {
  let making: Promise<void> | null = null;
  return () => {
    if (!making && !builder.prepare(feed.index, LEFT))
      making = makeCards(builder, feed).finally(() => {
        making = null;
      });
    return making;
  };
}
