import type { App, TFile } from 'obsidian';
import type { NoteFacts } from '../core/index/note-facts';
import type { NoteContent, NoteReading } from './note-reader';
import { TimeSlice } from './time-slice';

/** Reads of notes in flight at the same time; more would not be faster and would starve the app's own. */
const READS_IN_FLIGHT = 8;

/** Events within this time are worked off together: Sync and "replace all" bring hundreds. */
const GATHER_MS = 30;

/** A text that is ahead of its metadata is read again after this time, so often, before it is reported. */
const RETRY_MS = 250;
const MAX_ATTEMPTS = 8;

interface Job {
  /** What a `changed` event delivered; null: to be asked for. */
  readonly content: NoteContent | null;
  readonly attempt: number;
}

const FRESH: Job = { content: null, attempt: 0 };

/** Most notes of a vault need no text: so many are passed between two looks at the clock. */
const NOTES_A_LOOK = 16;

/** A note that could not be read, and why. */
export interface ReadProblem {
  readonly path: string;
  readonly reason: string;
}

/** What becomes of the notes whose turn has come. */
interface NoteWork {
  /** Reads a note: at once where it needs no text. `content` is what an event delivered; null: to be asked for. */
  read(file: TFile, content: NoteContent | null, slice: TimeSlice): NoteReading | Promise<NoteReading>;
  /** Takes in what was read of a note, or with null that there is nothing. */
  put(path: string, facts: NoteFacts | null): void;
  /** Makes of it what is to be made, until done (true) or until the time is up (false). */
  settle(isTimeUp: () => boolean): boolean;
  /** Notes that must be read again for what was settled; asking empties the list. */
  takeRereads(): readonly string[];
  /** The app has had its turn, and the work goes on. */
  paused(): void;
  /** Nothing is left to be read or judged. */
  workedOff(): void;
}

/**
 * The notes that are to be read, and what events told of paths. They are worked off some at a time and in slices, however many come at once.
 * Of a note that cannot be read nothing is put: what is known of it stays.
 */
export class NoteQueue {
  private readonly jobs = new Map<string, Job>();
  /** The notes of a full index that have not been reached, and how many those are. */
  private backlog: Iterator<TFile> | null = null;
  private backlogSize = 0;
  /** What events told of paths, in their order: applied before any further note is read. */
  private changes: (() => void)[] = [];
  /** Notes that Obsidian has not parsed yet. */
  private readonly unparsed = new Set<string>();
  private readonly failed = new Map<string, string>();
  /** The last reading that was begun of a note: one that was begun before it may end after it. */
  private readonly lastBegun = new Map<string, Promise<NoteReading>>();
  /** How often all has been dropped: what was begun before is of no use. */
  private clearings = 0;
  private readonly timers = new Set<number>();
  private gathering = false;
  private work: Promise<void> | null = null;
  private stopped = false;

  constructor(
    private readonly app: App,
    private readonly notes: NoteWork,
  ) {}

  get problems(): readonly ReadProblem[] {
    return [...this.failed].map(([path, reason]) => ({ path, reason }));
  }

  /** How many notes are still to be read. */
  get size(): number {
    return this.jobs.size + this.backlogSize;
  }

  /** The notes that wait for Obsidian to parse them. */
  get waiting(): ReadonlySet<string> {
    return this.unparsed;
  }

  add(path: string, content: NoteContent | null = null): void {
    this.jobs.set(path, content ? { content, attempt: 0 } : FRESH);
  }

  /** Adds all notes of a vault, of which there are `size`, without making a job of each. */
  addAll(files: Iterator<TFile>, size: number): void {
    this.backlog = files;
    this.backlogSize = size;
  }

  /** Puts a change of paths off until its turn comes: a renamed folder brings an event for each of its files, all at once. */
  change(apply: () => void): void {
    this.changes.push(apply);
    this.schedule();
  }

  /** Drops all that is known of a note that is gone. */
  drop(path: string): void {
    this.jobs.delete(path);
    this.unparsed.delete(path);
    this.failed.delete(path);
  }

  /** Drops all of it; readings that have begun come to nothing. */
  clear(): void {
    this.changes = [];
    this.backlog = null;
    this.backlogSize = 0;
    this.jobs.clear();
    this.unparsed.clear();
    this.failed.clear();
    this.clearings++;
  }

  /** Lists the notes that wait as not read: Obsidian is done, and has nothing to say of them. */
  giveUpWaiting(): void {
    for (const path of this.unparsed)
      this.failed.set(path, 'Obsidian has no metadata of it. Open it once, or restart Obsidian.');
    this.unparsed.clear();
  }

  /** Works off what has been added, after a moment in which more may come. */
  schedule(): void {
    if (this.gathering || this.stopped) return;
    this.gathering = true;
    this.later(GATHER_MS, () => {
      this.gathering = false;
      void this.flush();
    });
  }

  /** Works off what has been added now. A call while that goes on waits for it. */
  flush(): Promise<void> {
    this.work ??= this.workOff().finally(() => {
      this.work = null;
    });
    return this.work;
  }

  /** Resolves when nothing is left to be read or judged. */
  async settled(): Promise<void> {
    do await this.flush();
    while (!this.stopped && (this.isBusy || this.work));
  }

  stop(): void {
    this.stopped = true;
    this.clear();
    for (const timer of this.timers) window.clearTimeout(timer);
  }

  private get isBusy(): boolean {
    return this.jobs.size > 0 || this.changes.length > 0 || this.backlog !== null;
  }

  private later(milliseconds: number, task: () => void): void {
    const timer = window.setTimeout(() => {
      this.timers.delete(timer);
      task();
    }, milliseconds);
    this.timers.add(timer);
  }

  private async workOff(): Promise<void> {
    const slice = new TimeSlice();
    do {
      await this.takeJobs(slice);
      while (!this.stopped && !this.notes.settle(slice.isUp)) await slice.breathe();
      for (const path of this.notes.takeRereads()) this.add(path);
    } while (!this.stopped && this.isBusy);
    if (!this.stopped) this.notes.workedOff();
  }

  /** Takes jobs until there are none; while it waits for a text, another takes them beside it. */
  private async takeJobs(slice: TimeSlice, others = 0): Promise<void> {
    let beside: Promise<void> | null = null;
    if (this.changes.length > 0) await this.applyChanges(slice);
    while (this.isBusy) {
      const { clearings } = this;
      const begun = this.passNotes(slice);
      if (begun) {
        const { path, job, reading } = begun;
        this.lastBegun.set(path, reading);
        if (this.size > 0 && others + 1 < READS_IN_FLIGHT) beside ??= this.takeJobs(slice, others + 1);
        const read = await reading;
        if (this.isOfNow(path, reading) && clearings === this.clearings) this.take(path, job, read);
      }
      if (slice.isUp()) {
        await slice.breathe();
        this.notes.paused();
      }
      if (this.changes.length > 0) await this.applyChanges(slice);
    }
    await beside;
  }

  /** Takes in the notes that need no text, until the time is up, or up to one that does: whose reading is begun. */
  private passNotes(
    slice: TimeSlice,
  ): { readonly path: string; readonly job: Job; readonly reading: Promise<NoteReading> } | null {
    let passed = 0;
    for (let next = this.nextJob(); next; next = this.nextJob()) {
      const [file, job] = next;
      const { path } = file;
      const reading = this.notes.read(file, job.content, slice);
      if (reading instanceof Promise) return { path, job, reading };
      this.lastBegun.delete(path);
      this.take(path, job, reading);
      if (++passed % NOTES_A_LOOK === 0 && slice.isUp()) break;
    }
    return null;
  }

  /** What is to be read next: jobs, then the backlog. */
  private nextJob(): [TFile, Job] | null {
    for (const [path, job] of this.jobs) {
      this.jobs.delete(path);
      const file = this.app.vault.getFileByPath(path);
      if (file) return [file, job];
      // Deleted between its event and now.
      this.notes.put(path, null);
    }
    const next = this.backlog?.next();
    if (next && next.done !== true) {
      this.backlogSize--;
      return [next.value, FRESH];
    }
    this.backlog = null;
    this.backlogSize = 0;
    return null;
  }

  private async applyChanges(slice: TimeSlice): Promise<void> {
    while (this.changes.length > 0) {
      if (slice.isUp()) await slice.breathe();
      this.changes.shift()?.();
    }
  }

  /** Whether this is the reading of the note that was begun last, and nothing came meanwhile: it went, or got a newer job. */
  private isOfNow(path: string, reading: Promise<NoteReading>): boolean {
    if (this.lastBegun.get(path) !== reading) return false;
    this.lastBegun.delete(path);
    return !this.jobs.has(path) && this.app.vault.getFileByPath(path) !== null;
  }

  private take(path: string, { attempt }: Job, reading: NoteReading): void {
    this.unparsed.delete(path);
    switch (reading.kind) {
      case 'read':
        if (reading.problem === null) this.failed.delete(path);
        else this.failed.set(path, reading.problem);
        this.notes.put(path, reading.facts);
        break;
      case 'waiting':
        this.unparsed.add(path);
        break;
      case 'out-of-step':
        this.readAgain(path, attempt + 1);
        break;
      case 'failed':
        this.failed.set(path, reading.reason);
        break;
    }
  }

  private readAgain(path: string, attempt: number): void {
    if (attempt >= MAX_ATTEMPTS) {
      this.failed.set(
        path,
        'Its text and what Obsidian knows of it do not fit together. Edit the note, or restart Obsidian.',
      );
      return;
    }
    this.later(RETRY_MS, () => {
      if (this.jobs.has(path)) return;
      this.jobs.set(path, { content: null, attempt });
      void this.flush();
    });
  }
}
