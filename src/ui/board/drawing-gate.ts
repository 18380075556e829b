/** What drawing boards takes. */
export interface Drawing {
  /** Boards, and what else shows their numbers, are to be drawn anew. */
  draw(): void;
  /** Resolves when the index knows of every change up to now, or nobody is there any more to hear of it. */
  settled(): Promise<void>;
}

/** Lets boards be drawn, but for the time in which a plan is written: then they show what was before, and all of it at once afterwards. */
export class DrawingGate {
  /** How many plans are being written just now. */
  private writing = 0;

  constructor(private readonly drawing: Drawing) {}

  readonly draw = (): void => {
    if (this.writing === 0) this.drawing.draw();
  };

  async drawnOnce<T>(write: () => Promise<T>): Promise<T> {
    this.writing++;
    try {
      const result = await write();
      await this.drawing.settled();
      return result;
    } finally {
      this.writing--;
      this.draw();
    }
  }
}
