/** Work that a frame may hold, in milliseconds: what is left of it is the browser's, for layout and paint. */
const SHARE = 6;

/** Does things one after the other, as many in a frame as leave it smooth. */
export class FrameQueue {
  private readonly waiting = new Set<() => void>();
  private scheduledIn: Window | null = null;

  /** @param win the window whose frames count: the board may be in a pop-out. @returns what takes the task back. */
  add(win: Window, task: () => void): () => void {
    this.waiting.add(task);
    // A window that was closed has no more frames: a task for another one begins anew.
    if (this.scheduledIn !== win) this.schedule(win);
    return () => void this.waiting.delete(task);
  }

  private schedule(win: Window): void {
    this.scheduledIn = win;
    win.requestAnimationFrame(() => this.work(win));
  }

  private work(win: Window): void {
    const end = win.performance.now() + SHARE;
    for (const task of this.waiting) {
      this.waiting.delete(task);
      task();
      if (win.performance.now() >= end) break;
    }
    if (this.scheduledIn !== win) return;
    if (this.waiting.size > 0) this.schedule(win);
    else this.scheduledIn = null;
  }
}
