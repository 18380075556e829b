/** Cards and rows that a frame draws anew: at most so many, since a whole screen of them would take longer than a frame; at least so many where frames come late. */
const MOST = 12;
const LEAST = 4;
/** So many where a key or a change of the index has taken some of the frame already. */
const AHEAD = 8;

/** A frame is late so many milliseconds after the one before; what comes later than the second figure, nobody waited for. */
const LATE = 25;
const AT_REST = 250;

/** How many a frame may still draw. All lists of a board share it. A frame that is late halves the share of those that follow, one in time adds two: so a slow device scrolls as evenly as a quick one, and what it shows is filled in later. */
export class FrameAllowance {
  left = MOST;
  /** Lists side by side in whose sight something is missing. */
  readonly wanting = new Set<object>();
  /** How many of those have not had their part of this frame. */
  private turns = 0;
  private share = MOST;
  private time: number | null = null;
  private isAhead = false;

  /**
   * @param doc whose timeline says another time in every frame, in milliseconds; null where it has none.
   * @param isAhead whether this is between two frames: what is drawn then is painted with the next one, and is of its share.
   */
  begin(doc: Document, isAhead = false): void {
    const time = doc.timeline.currentTime as number | null;
    if ((isAhead || !this.isAhead) && (time === null || time !== this.time)) {
      const since = isAhead || time === null ? AT_REST : time - (this.time ?? -AT_REST);
      if (since >= AT_REST) this.share = MOST;
      else this.share = since > LATE ? Math.max(LEAST, this.share >> 1) : Math.min(MOST, this.share + 2);
      this.left = isAhead ? AHEAD : this.share;
      this.turns = this.wanting.size;
    }
    this.time = time;
    this.isAhead = isAhead;
  }

  /** Two thirds of a frame, also of a slow device's: where every frame is late, what is around comes as well. */
  get forOthers(): number {
    return Math.floor((this.share * 2) / 3);
  }

  /** How many one of those may draw, so that all of them fill from the top on, and not one after the other. */
  part(): number {
    return Math.ceil(this.left / Math.max(1, this.turns--));
  }
}
