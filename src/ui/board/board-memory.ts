import { CardHeights } from './card-heights';
import { CardKeys } from '../../core/board/card-keys';
import { FrameAllowance } from './frame-allowance';
import { FrameQueue } from './frame-queue';
import { RowHeights } from './row-heights';

/** What a board knows of cards that are not drawn at the moment: they come and go while somebody scrolls. */
export class BoardMemory {
  readonly keys = new CardKeys();
  readonly heights = new CardHeights();
  readonly rows = new RowHeights(this.heights);
  readonly frame = new FrameAllowance();
  readonly queue = new FrameQueue();
}
