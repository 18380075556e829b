import type { App, EventRef, TFile } from 'obsidian';

/** How long a note that was written is waited for, in milliseconds. */
const PATIENCE_MS = 1000;

/** Notices which notes Obsidian parses, from when it was made until it is stopped. */
export class ParseWatch {
  private readonly parsed = new Set<TFile>();
  private readonly ref: EventRef;
  private arrived: () => void = () => undefined;

  constructor(private readonly app: App) {
    this.ref = app.metadataCache.on('changed', (file) => {
      this.parsed.add(file);
      this.arrived();
    });
  }

  /** Resolves when all of these have been parsed, or after a second: then the app is busy, and its events will tell. */
  async waitFor(files: readonly TFile[]): Promise<void> {
    const isDone = (): boolean => files.every((file) => file.extension !== 'md' || this.parsed.has(file));
    if (isDone()) return;
    await new Promise<void>((resolve) => {
      const timer = window.setTimeout(resolve, PATIENCE_MS);
      this.arrived = () => {
        if (!isDone()) return;
        window.clearTimeout(timer);
        resolve();
      };
    });
  }

  stop(): void {
    this.app.metadataCache.offref(this.ref);
  }
}
