import { BoardBuilder } from '../board/build-board';
import type { OperationsIndex } from '../index/operations-index';
import type { Todo } from '../index/todo';
import type { Lifecycle } from '../phase/lifecycle';
import type { CanvasFile } from '../link/canvas';
import { canvasLeaks, isCanvasPublished } from './canvas-leaks';
import type { CheckPort } from './check-port';
import type { Finding } from './facts/finding';
import { CheckedNotes } from './checked-notes';
import { isOperationsPage, operationsPages } from './operations-pages';
import { RuleRunner } from './rule-runner';
import { differsOutwardly, givenAddresses } from './public-surface';

const NONE: readonly never[] = [];

/**
 * The handbook check. Facts are collected note by note, from metadata, and a note is judged again only when something that it depends on has
 * changed: itself; the notes that it leads to, as far as their headings, ids and embeds go; files of the names that it links to; the pages of its
 * published copies. Nothing is done until it is asked for.
 */
export class HandbookCheck {
  private checked: CheckedNotes;
  private readonly found = new Map<string, readonly Finding[]>();
  /** Notes whose facts are to be collected again, and notes that are to be judged again besides. */
  private dirty = new Set<string>();
  private again = new Set<string>();
  /** Notes whose facts differ for others since all that was to be judged has been. */
  private changed = new Set<string>();
  /** What the overview shows; phase pages depend on it. */
  private overviewShows: ReadonlySet<string> = new Set();
  private judgedBy: { readonly index: OperationsIndex; lifecycle: Lifecycle; today: string } | null = null;
  private work: Promise<void> = Promise.resolve();
  private changes = 0;
  private readonly builder = new BoardBuilder();
  /** Notes to which any change in the vault may matter. */
  private readonly dependOnAll = new Set<string>();
  /** By host of published copies: its todos when it was judged. Which copies' todos count depends on the other copies of their page. */
  private readonly todosIn = new Map<string, readonly Todo[]>();
  /** The published canvases; null: to be read again. */
  private canvases: readonly CanvasFile[] | null = null;

  constructor(private readonly port: CheckPort) {
    this.checked = new CheckedNotes(port);
  }

  /** Grows when findings may have changed. */
  get version(): number {
    return this.changes;
  }

  /** Whether all that was told of has been judged. */
  get isSettled(): boolean {
    const { judgedBy, port } = this;
    return (
      judgedBy?.index === port.index() &&
      judgedBy.today === port.today() &&
      this.dirty.size === 0 &&
      this.again.size === 0
    );
  }

  /** What is wrong in a note, in no particular order. */
  findingsOf(path: string): readonly Finding[] {
    return this.found.get(path) ?? NONE;
  }

  *findings(): Generator<Finding> {
    for (const found of this.found.values()) yield* found;
  }

  /** A note's text or metadata changed. */
  noteChanged(path: string): void {
    if (!this.judgedBy) return;
    this.dirty.add(path);
    this.checked.noteChanged(path);
  }

  /** A file came, went, or changed its path (both paths). */
  fileChanged(path: string): void {
    if (!this.judgedBy) return;
    this.dirty.add(path);
    if (path.endsWith('.canvas')) this.canvases = null;
    for (const note of this.checked.fileChanged(path)) this.dirty.add(note);
    this.askAgain(this.checked.copies.hosts());
  }

  /** Everything is to be judged anew: a folder moved, or what is ignored changed. */
  reset(): void {
    this.judgedBy = null;
  }

  /**
   * Judges what is to be judged, or of that only one note: then the others wait, with what they are judged by. A call while that goes on waits for it, and
   * for what was told of meanwhile.
   */
  settle(only?: string): Promise<void> {
    const work = this.work.then(() => this.workOff(only));
    this.work = work.catch(() => undefined);
    return work;
  }

  /** The notes of the handbook; null when it is the whole vault. */
  pages(): Promise<ReadonlySet<string> | null> {
    return operationsPages(this.port);
  }

  /** Whether a note is one of them. */
  isPage(path: string): Promise<boolean> {
    return isOperationsPage(path, this.port);
  }

  private askAgain(paths: Iterable<string>): void {
    for (const path of paths) this.again.add(path);
  }

  private async workOff(only?: string): Promise<void> {
    for (;;) {
      const index = this.port.index();
      const { judgedBy } = this;
      // While it works, everything may be reset, or another index may come.
      if (judgedBy?.index !== index) {
        await this.begin(index);
        continue;
      }
      const today = this.port.today();
      // A date in a snapshot is another thing every day.
      if (judgedBy.today !== today) this.askAgain(this.dependOnAll);
      judgedBy.today = today;
      const isJudged = only === undefined ? this.again.size === 0 : !this.again.has(only);
      if (this.dirty.size === 0 && isJudged && judgedBy.lifecycle === index.lifecycle) return;
      const { dirty } = this;
      this.dirty = new Set();
      const changed = await this.collect(dirty);
      const lifecycleChanged = judgedBy.lifecycle !== index.lifecycle;
      judgedBy.lifecycle = index.lifecycle;
      if (lifecycleChanged || this.touchesOverview([...dirty, ...changed], index.lifecycle))
        this.askAgain(pagesOf(index.lifecycle));
      if (lifecycleChanged || dirty.size > 0) this.askAgain(this.dependOnAll);
      for (const path of changed) this.changed.add(path);
      await (only === undefined ? this.judgeWaiting() : this.again.delete(only) && this.judgeAll([only], NONE));
      this.changes++;
    }
  }

  private async judgeWaiting(): Promise<void> {
    const { again, changed } = this;
    [this.again, this.changed] = [new Set(), new Set()];
    await this.judgeAll([...again], [...changed]);
    await this.judgeCanvases();
  }

  private async begin(index: OperationsIndex): Promise<void> {
    const { port } = this;
    const checked = (this.checked = new CheckedNotes(port));
    this.found.clear();
    this.dependOnAll.clear();
    this.todosIn.clear();
    this.again.clear();
    this.dirty.clear();
    this.changed.clear();
    this.canvases = null;
    this.judgedBy = { index, lifecycle: index.lifecycle, today: port.today() };
    while (!checked.begin(() => port.breathe() !== null)) await port.breathe();
    for (const path of port.vault.notes()) {
      checked.collect(path);
      const wait = port.breathe();
      if (wait) await wait;
    }
    checked.collectedAll();
    this.askAgain(checked.paths());
  }

  /** Collects the facts of changed notes, and asks for the notes that these changes can matter to. Answers which differ for others. */
  private async collect(dirty: ReadonlySet<string>): Promise<readonly string[]> {
    this.checked.settle();
    const changed: string[] = [];
    for (const path of dirty) {
      const before = this.checked.get(path);
      this.checked.collect(path);
      const after = this.checked.get(path);
      this.again.add(path);
      this.askAgain(this.checked.copies.hostsOf(path));
      const moved = (before && givenAddresses(before.metadata)) !== (after && givenAddresses(after.metadata));
      if (moved) this.askAgain(this.checked.copies.hosts());
      if (before && after && !differsOutwardly(before, after)) continue;
      changed.push(path);
      this.askAgain(this.checked.dependantsOf(path));
      // Whether a block id glues lines on the site depends on who embeds it.
      for (const { target } of [...(before?.embeds ?? NONE), ...(after?.embeds ?? NONE)])
        if (target !== null) this.again.add(target);
      const wait = this.port.breathe();
      if (wait) await wait;
    }
    for (const host of this.checked.copies.hosts())
      if (this.todosIn.get(host) !== this.port.index().todosOf(host)) this.again.add(host);
    if (changed.length > 0) {
      this.askAgain(this.checked.showing(changed));
      // A circle may have been opened elsewhere.
      for (const [path, found] of this.found)
        if (found.some(({ rule }) => rule === 'embed-cycle')) this.again.add(path);
    }
    return changed;
  }

  private touchesOverview(paths: readonly string[], { overview }: Lifecycle): boolean {
    return overview !== null && paths.some((path) => path === overview || this.overviewShows.has(path));
  }

  private async judgeAll(paths: readonly string[], changed: readonly string[]): Promise<void> {
    const { port, checked } = this;
    const judge = new RuleRunner(port, checked, this.builder, this.dependOnAll);
    this.overviewShows = await judge.prepare(paths);
    for (const path of paths) {
      const judged = judge.judge(path);
      this.keep(path, judged instanceof Promise ? await judged : judged);
      if (checked.copies.isHost(path)) this.todosIn.set(path, port.index().todosOf(path));
      else this.todosIn.delete(path);
      const wait = port.breathe();
      if (wait) await wait;
    }
    const known = new Set(paths);
    const inCircles = new Set(changed.flatMap((path) => [...judge.inCircleWith(path)]));
    const others = [...inCircles].filter((path) => !known.has(path));
    if (others.length === 0) return;
    await judge.prepare(others);
    for (const path of others) this.keep(path, await judge.judge(path));
  }

  /** They are few, and depend on any note that is published or not. */
  private async judgeCanvases(): Promise<void> {
    const { port, checked } = this;
    if (!this.canvases) {
      for (const path of this.found.keys()) if (path.endsWith('.canvas')) this.found.delete(path);
      this.canvases = (await port.canvases()).filter((one) => isCanvasPublished(one) && !port.isIgnored(one.path));
    }
    for (const canvas of this.canvases) this.keep(canvas.path, canvasLeaks(canvas, port.vault.resolve, checked));
  }

  private keep(path: string, found: readonly Finding[]): void {
    if (found.length > 0) this.found.set(path, found);
    else this.found.delete(path);
  }
}

/** The lifecycle's pages depend on each other. */
function pagesOf({ overview, phaseByPage }: Lifecycle): string[] {
  return overview === null ? [...phaseByPage.keys()] : [overview, ...phaseByPage.keys()];
}
