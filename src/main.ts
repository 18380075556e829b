import { Platform, Plugin } from 'obsidian';
import { CLI_COMMANDS } from './cli/handlers';
import { registerCli } from './cli/register-cli';
import { commands } from './commands/commands';
import { addCopyEntry } from './commands/embed-commands';
import { BLOCK_LANGUAGE } from './core/block/board-block';
import { followViews } from './core/board/query/follow-views';
import { phaseFigures } from './core/progress/phase-progress';
import { followRename } from './core/settings/follow-rename';
import type { Settings } from './core/settings/settings';
import type { SettingsChange } from './core/settings/settings-change';
import { registerBaseBoard } from './ui/bases/register-base-board';
import { BoardInNote } from './ui/block/board-in-note';
import { BOARD_VIEW_TYPE, type OpenBoard } from './ui/board/board-host';
import { BoardView } from './ui/board/board-view';
import { ErrorMarks } from './ui/board/error-marks';
import { CHECK_VIEW_TYPE, CheckView, openChecks } from './ui/check/check-view';
import { EditorCheck } from './ui/editor/editor-check';
import { TodoSuggest } from './ui/editor/todo-suggest';
import { openBoard } from './plugin/open-board';
import { openCheck } from './plugin/open-check';
import { openContext, openFormContext } from './plugin/open-contexts';
import { openSettings } from './plugin/open-settings';
import type { PluginParts } from './plugin/plugin-parts';
import { followDay } from './ui/follow-day';
import { HeadingWatch } from './ui/heading-watch';
import { openViewLink } from './ui/open-view-link';
import { revealBoard } from './ui/reveal-board';
import { SettingsTab } from './ui/settings/settings-tab';
import { StatusBar } from './ui/status-bar';
import { IndexFeed } from './vault/index-feed';
import { SettingsStore } from './vault/settings-store';
import { ProgressRecorder } from './vault/progress-recorder';
import { typeInEditor } from './vault/write-in-editor';
import { UndoableWriter } from './vault/undoable-writer';
import { TimeSlice } from './vault/time-slice';
import { changedAt, viewVault } from './vault/vault-view';

export default class OperationsLifecyclePlugin extends Plugin {
  private readonly store = new SettingsStore(this);
  private readonly writer = new UndoableWriter(this.app, {
    problem: (change) => this.store.problem(change),
    change: (change) => this.storeChange(change),
  });
  private readonly recorder = new ProgressRecorder(this.store, () =>
    typeof this.feed?.progress.milliseconds === 'number' ? phaseFigures(this.feed.index, viewVault(this.app)) : null,
  );
  private readonly boards = new Set<OpenBoard>();
  private feed: IndexFeed | null = null;
  private statusBar: StatusBar | null = null;

  override async onload(): Promise<void> {
    await this.store.load();
    const feed = this.addChild(
      new IndexFeed(this.app, this.store.settings, this.boards, {
        changed: () => {
          this.statusBar?.draw();
          inEditor.judgeSoon();
          this.recorder.recordSoon();
        },
        renamed: (from, to) => void this.followRename(from, to),
        noteChanged: (path) => follow(() => check.check.noteChanged(path)),
        fileChanged: (path) => follow(() => check.check.fileChanged(path)),
        folderChanged: () => follow(() => check.check.reset()),
      }),
    );
    this.feed = feed;
    const parts: PluginParts = {
      app: this.app,
      id: this.manifest.id,
      store: this.store,
      writer: this.writer,
      recorder: this.recorder,
      feed,
      boards: this.boards,
      missing: [],
      changeSettings: (edit) => this.changeSettings(edit),
    };
    const context = openContext(parts);
    this.addChild(this.recorder);
    const drafts = openFormContext(parts, context);
    const check = openCheck(parts, context);
    const marks = this.addChild(new ErrorMarks(this.boards, check, () => feed.announce()));
    let tells = false;
    const follow = (change: () => void): void => {
      change();
      if (tells) return;
      tells = true;
      // A folder's rename brings an event for each of its files, all at once.
      queueMicrotask(() => {
        tells = false;
        for (const pane of openChecks(this.app)) pane.invalidate();
        marks.checkSoon();
        inEditor.judgeSoon();
      });
    };
    // What is overdue, and what snapshots should say, is another thing every day.
    followDay(this, () => {
      feed.announce();
      follow(() => undefined);
    });
    const inEditor = this.addChild(new EditorCheck(this.app, check));
    this.registerEditorExtension(inEditor.extension);

    const board = openBoard(parts, context, drafts, marks, check);
    this.registerView(BOARD_VIEW_TYPE, (leaf) => new BoardView(leaf, board));
    this.registerView(CHECK_VIEW_TYPE, (leaf) => new CheckView(leaf, check));
    const inNotes = { board, heights: new Map<string, number>() };
    this.registerMarkdownCodeBlockProcessor(BLOCK_LANGUAGE, (source, el, note) =>
      note.addChild(new BoardInNote(el, inNotes, source, note.sourcePath)),
    );
    let isUnloaded = false;
    this.register(() => {
      isUnloaded = true;
      for (const board of this.boards) board.unload();
    });
    this.app.workspace.onLayoutReady(() => {
      // Nobody types before that; the plugin may have been switched off by then.
      if (isUnloaded) return;
      this.registerEditorSuggest(new TodoSuggest(this.app, context, typeInEditor));
      this.addChild(new HeadingWatch(context));
    });
    this.registerHoverLinkSource(BOARD_VIEW_TYPE, { display: 'Phase board', defaultMod: true });
    this.addRibbonIcon('kanban', 'Open phase board', () => void revealBoard(this.app, this.store.settings.boardPlace));
    this.registerObsidianProtocolHandler(
      this.manifest.id,
      ({ view, query }) => void openViewLink(this.app, this.store.settings, { view, query }),
    );
    if (!Platform.isMobile)
      this.statusBar = this.addChild(
        new StatusBar(
          this.addStatusBarItem(),
          () => feed.index,
          context.vault,
          () => void revealBoard(this.app, 'main'),
        ),
      );
    this.addSettingTab(new SettingsTab(this.app, this, openSettings(parts, drafts)));
    for (const command of commands(context, drafts, inEditor, inNotes)) this.addCommand(command);
    this.registerEvent(
      this.app.workspace.on('editor-menu', (menu, editor, view) => addCopyEntry(context, menu, editor, view)),
    );
    // Last: an id that another plugin holds must not keep the rest from working.
    const report = () => ({
      problems: feed.problems,
      settingsProblems: this.store.problems,
      notes: feed.progress.total,
      milliseconds: feed.progress.milliseconds,
    });
    parts.missing = [
      ...registerBaseBoard(this, board),
      ...registerCli(
        this,
        CLI_COMMANDS,
        {
          context,
          drafts,
          check,
          breathe: new TimeSlice().breatheIfDue,
          changedAt: (path) => changedAt(this.app, path),
          report,
        },
        () => feed.current(),
      ),
    ];
  }

  /** The settings file was changed from outside: on another device, by Sync. */
  override async onExternalSettingsChange(): Promise<void> {
    await this.store.load();
    await this.feed?.rebuild(this.store.settings);
    await this.recorder.merge();
  }

  private changeSettings(edit: (settings: Settings) => Settings): Promise<void> {
    return this.store.update(edit).finally(() => this.feed?.rebuild(this.store.settings));
  }

  private async storeChange(change: SettingsChange): Promise<void> {
    await this.store.change(change).finally(() => this.feed?.rebuild(this.store.settings));
  }

  /** Settings that name a page or folder go with it. */
  private async followRename(from: string, to: string): Promise<void> {
    const follow = (now: Settings): Settings => {
      const savedViews = followViews(now.savedViews, from, to);
      return followRename(savedViews === now.savedViews ? now : { ...now, savedViews }, from, to);
    };
    if (follow(this.store.settings) !== this.store.settings) await this.changeSettings(follow);
  }
}
