/** Cards and rows that a frame draws anew, at most: a whole screen of them would take longer than a frame. */
const A_FRAME = 16;

/** How many a frame may still draw. All lists of a board share it. */
export class FrameAllowance {
  left = A_FRAME;
  private time: unknown = null;
  private isAhead = false;

  /**
   * @param time of the document's timeline: another one in every frame; null where it has none.
   * @param isAhead whether this is between two frames: what is drawn then is painted with the next one, and is of its share.
   */
  begin(time: unknown, isAhead = false): void {
    if ((isAhead || !this.isAhead) && (time === null || time !== this.time)) this.left = A_FRAME;
    this.time = time;
    this.isAhead = isAhead;
  }
}
