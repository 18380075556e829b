import { Component, debounce, TFile, TFolder, type App, type TAbstractFile } from 'obsidian';
import { buildIgnoreTest } from '../core/index/ignore-rules';
import { OperationsIndex, type IndexBoard } from '../core/index/operations-index';
import { LinkGraph } from '../core/link/link-graph';
import { definedLinks, shownEmbeds } from '../core/link/outgoing-link';
import type { Settings } from '../core/settings/settings';
import { NoteQueue, type ReadProblem } from './note-queue';
import { NoteReader } from './note-reader';
import { readIgnoreRules } from './read-ignore-rules';
import { nextTask } from './time-slice';
import { NO_VAULT, viewVault } from './vault-view';
import { isNotePath } from '../core/note/link-text';

/** How long a change of settings waits for the next letter that is typed. */
const REST_MS = 500;

/** How long the first index waits for metadata that Obsidian has not made yet. */
const METADATA_PATIENCE_MS = 10_000;

/** How often the first index is shown while it grows. */
const PROGRESS_MS = 500;

/** What hears of the vault's changes at once: the graphs of links and the handbook check, which do nothing with it until somebody asks. */
interface ChangeListener {
  /** A note's text or metadata changed. */
  noteChanged(path: string): void;
  /** A file came, went, or changed its path (both paths). */
  fileChanged(path: string): void;
  /** A folder came, went or changed its path (both paths), with all that is in it. */
  folderChanged(path: string): void;
}

interface FeedListener extends ChangeListener {
  /** Todos or the lifecycle may have changed, or the first index has come further; not while a plan is written. */
  changed(): void;
  /** A file or folder has a new path. */
  renamed(from: string, to: string): void;
}

/** How far the last full index has come. */
interface IndexProgress {
  /** Notes that are indexed, ignored ones not counted. */
  readonly total: number;
  readonly done: number;
  /** Duration of the last full index in milliseconds; null while it runs. */
  readonly milliseconds: number | null;
}

/**
 * Keeps the index in step with the vault: turns Obsidian's events into notes to read and paths that changed. Nothing happens before the
 * layout is ready, and everything it registers ends with it.
 */
export class IndexFeed extends Component {
  /** Who embeds what, and whose reference definitions lead where: of all notes, whatever is ignored. */
  readonly embeds: LinkGraph;
  readonly definitions: LinkGraph;
  private readonly queue: NoteQueue;
  private isIgnored: (path: string) => boolean = () => false;
  /** The index that answers, and the one that is fed: two only while a new one is built after a change of settings. */
  private answering: OperationsIndex;
  private fed: OperationsIndex;
  private builds = 0;
  private building: Promise<void> = Promise.resolve();
  private total = 0;
  private milliseconds: number | null = null;
  /** When the first index was last shown as it grew. */
  private shownAt = 0;
  private isStopped = false;
  /** How many plans are being written just now. */
  private writing = 0;
  private patience: number | undefined;
  private toldIndex: OperationsIndex | null = null;
  private toldVersion = -1;
  private markReady: () => void = () => undefined;
  private readonly stopped = new Promise<void>((resolve) => this.register(resolve));
  private readonly ready: Promise<void>;

  constructor(
    private readonly app: App,
    settings: Settings,
    /** Every board that is there, drawn or not. */
    private readonly boards: ReadonlySet<IndexBoard>,
    private readonly listener: FeedListener,
  ) {
    super();
    const view = viewVault(app);
    this.embeds = new LinkGraph(view, shownEmbeds);
    this.definitions = new LinkGraph(view, definedLinks);
    // Loading the plugin must not cost the more, the larger the vault is.
    this.answering = this.fed = new OperationsIndex(NO_VAULT, settings, this.embeds);
    const reader = new NoteReader(app, (path, metadata) => this.embeds.take(path, metadata));
    this.queue = new NoteQueue(app, {
      read: (file, content, slice) => reader.read(file, this.fed, content, slice),
      put: (path, facts) => this.fed.put(path, facts),
      settle: (isTimeUp) => this.fed.settle(isTimeUp),
      takeRereads: () => this.fed.takeRereads(),
      paused: () => this.showProgress(),
      workedOff: () => this.workedOff(),
    });
    this.ready = new Promise((resolve) => {
      this.markReady = resolve;
    });
  }

  /** The index as of now; incomplete while the first full index runs. */
  get index(): OperationsIndex {
    return this.answering;
  }

  /** Whether a note is kept out: a template, or in what the user ignores. */
  ignores(path: string): boolean {
    return this.isIgnored(path);
  }

  /** The folder that the core Templates plugin is set to, or null. */
  templatesFolder: string | null = null;

  get problems(): readonly ReadProblem[] {
    return this.queue.problems;
  }

  get progress(): IndexProgress {
    return {
      total: this.total,
      done: this.total - Math.min(this.total, this.queue.size),
      milliseconds: this.milliseconds,
    };
  }

  /** Settings change with every letter: the vault is read anew when the typing rests. */
  readonly rebuildSoon = debounce((settings: Settings) => void this.rebuild(settings), REST_MS, true);

  override onload(): void {
    this.app.workspace.onLayoutReady(() => {
      // The plugin may have been unloaded while the app started.
      if (this.isStopped) return;
      this.listen();
      void this.rebuild(this.fed.settings);
    });
  }

  override onunload(): void {
    this.isStopped = true;
    this.rebuildSoon.cancel();
    window.clearTimeout(this.patience);
    this.builds++;
    this.queue.stop();
    this.markReady();
  }

  /** Resolves when the first index is complete and every event up to now has been worked off; rejects when the feed ends before. */
  async settled(): Promise<void> {
    await this.ready;
    let build: Promise<void>;
    do {
      build = this.building;
      await build;
      await this.queue.settled();
    } while (build !== this.building);
    if (this.isStopped) throw new Error('The plugin was switched off before the vault was read.');
  }

  /** The same, by the settings as they are now: plans hold those settings, and must not bring back what was typed over. */
  current(): Promise<void> {
    this.rebuildSoon.run();
    return this.settled();
  }

  /** Writes while boards show what was before; they show all of it at once when the index knows of it, which is waited for. */
  async quietly<T>(write: () => Promise<T>): Promise<T> {
    this.writing++;
    try {
      const result = await write();
      // Who is unloaded meanwhile hears no more of the vault, and answers with what was done.
      await Promise.race([this.settled(), this.stopped]);
      return result;
    } finally {
      this.writing--;
      this.announce();
    }
  }

  /** What boards show may be another, also when the index is the same: another day, other errors. */
  announce(): void {
    if (this.writing > 0) return;
    for (const board of this.boards) board.invalidate();
    this.listener.changed();
  }

  /** Indexes the whole vault by these settings; the index before it answers until this one is complete. */
  rebuild(settings: Settings): Promise<void> {
    this.building = this.build(settings, ++this.builds);
    return this.building;
  }

  private async build(settings: Settings, build: number): Promise<void> {
    const started = performance.now();
    const { templatesFolder, ...rules } = await readIgnoreRules(this.app.vault, settings);
    if (build !== this.builds) return;
    this.isIgnored = buildIgnoreTest(rules);
    this.templatesFolder = templatesFolder;
    this.fed = new OperationsIndex(viewVault(this.app), settings, this.embeds, this.isIgnored);
    // The first index is shown while it grows.
    if (this.milliseconds === null) this.answering = this.fed;
    this.queue.clear();
    this.embeds.begin();
    const files = this.app.vault.getMarkdownFiles();
    this.total = files.length;
    this.queue.addAll(this.notesOf(files), files.length);
    // To list the notes has taken a slice of its own.
    await nextTask();
    await this.queue.settled();
    if (build !== this.builds) return;
    this.answering = this.fed;
    this.milliseconds = performance.now() - started;
    this.tell();
    this.awaitMetadata();
  }

  private *notesOf(files: readonly TFile[]): Generator<TFile> {
    for (const file of files) {
      if (this.isIgnored(file.path)) {
        this.total--;
        this.embeds.noteChanged(file.path);
      } else yield file;
    }
    this.embeds.tookAll();
  }

  /** Most edits of a vault change nothing on the board. */
  private tell(): void {
    if (this.toldIndex === this.answering && this.toldVersion === this.answering.version) return;
    this.toldIndex = this.answering;
    this.toldVersion = this.answering.version;
    this.announce();
  }

  private awaitMetadata(): void {
    if (this.queue.waiting.size === 0) {
      this.markReady();
      return;
    }
    window.clearTimeout(this.patience);
    this.patience = window.setTimeout(() => this.finishWaiting(), METADATA_PATIENCE_MS);
  }

  private finishWaiting(): void {
    this.queue.giveUpWaiting();
    this.markReady();
  }

  /** The first index is shown while it grows, a few times a second. */
  private showProgress(): void {
    if (this.milliseconds !== null || performance.now() - this.shownAt < PROGRESS_MS) return;
    this.shownAt = performance.now();
    this.announce();
  }

  private workedOff(): void {
    if (this.milliseconds === null) return;
    if (this.queue.waiting.size === 0) this.markReady();
    if (this.answering === this.fed) this.tell();
  }

  private listen(): void {
    const { vault, metadataCache } = this.app;
    const events = [
      metadataCache.on('changed', (file, text, metadata) => {
        for (const one of this.hearing) one.noteChanged(file.path);
        this.read(file, { text, metadata });
      }),
      metadataCache.on('deleted', (file) => this.remove(file)),
      metadataCache.on('resolved', () => {
        if (this.queue.waiting.size === 0) return;
        for (const path of this.queue.waiting) this.queue.add(path);
        void this.queue.settled().then(() => this.finishWaiting());
      }),
      vault.on('create', (file) => {
        this.tellOf(file, file.path);
        this.appear(file);
      }),
      // Of notes the cache tells.
      vault.on('modify', (file) => {
        if (file instanceof TFile && file.extension === 'canvas') this.tellOf(file, file.path);
      }),
      vault.on('delete', (file) => {
        this.tellOf(file, file.path);
        this.remove(file);
      }),
      vault.on('rename', (file, from) => {
        this.tellOf(file, from);
        this.tellOf(file, file.path);
        this.rename(file, from);
      }),
    ];
    for (const event of events) this.registerEvent(event);
  }

  private get hearing(): readonly ChangeListener[] {
    return [this.embeds, this.definitions, this.listener];
  }

  private tellOf(file: TAbstractFile, path: string): void {
    for (const one of this.hearing)
      if (file instanceof TFolder) one.folderChanged(path);
      else one.fileChanged(path);
  }

  private read(file: TFile, content: Parameters<NoteQueue['add']>[1] = null): void {
    if (file.extension !== 'md' || this.isIgnored(file.path)) return;
    this.queue.add(file.path, content);
    this.queue.schedule();
  }

  private appear(file: TAbstractFile): void {
    this.queue.change(() => {
      if (file instanceof TFolder) this.fed.foldersChanged();
      else this.fed.fileChanged(file.path);
    });
    // A new note is read when its metadata has come; a file that came back may have them already.
    if (file instanceof TFile && this.app.metadataCache.getFileCache(file)) this.read(file);
  }

  private remove(file: TAbstractFile): void {
    if (!(file instanceof TFolder)) {
      this.forget(file.path);
      return;
    }
    this.queue.change(() => {
      this.fed.foldersChanged();
      for (const path of this.fed.notesUnder(file.path)) this.forget(path);
    });
  }

  private forget(path: string): void {
    this.queue.drop(path);
    this.queue.change(() => {
      // It may be back already: then its own event brings it in.
      if (this.app.vault.getFileByPath(path)) return;
      this.fed.put(path, null);
      this.fed.fileChanged(path);
    });
  }

  private rename(file: TAbstractFile, from: string): void {
    const to = file.path;
    if (file instanceof TFolder) {
      this.queue.change(() => {
        this.fed.foldersChanged();
        // Obsidian tells of each file in the folder as well; the folder's event alone does too.
        for (const path of this.fed.notesUnder(from)) this.move(path, to + path.slice(from.length));
      });
    } else {
      this.move(from, to);
    }
    this.listener.renamed(from, to);
  }

  private move(from: string, to: string): void {
    this.queue.drop(from);
    this.queue.change(() => {
      this.fed.move(from, to);
      this.fed.fileChanged(from);
      this.fed.fileChanged(to);
      if (this.isIgnored(to) || !isNotePath(to)) this.fed.put(to, null);
      else this.queue.add(to);
    });
  }
}
