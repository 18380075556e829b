import { Platform, Plugin } from 'obsidian';
import { handlers } from './cli/handlers';
import { registerCli } from './cli/register-cli';
import { commands } from './commands/commands';
import { insertBoard } from './commands/insert-board';
import { showProgress } from './commands/show-progress';
import { addCopyEntry } from './commands/embed-commands';
import { BLOCK_LANGUAGE } from './core/block/board-block';
import { BoardBuilder } from './core/board/build-board';
import { isoDay } from './core/board/iso-day';
import { followViews } from './core/board/query/follow-views';
import { errorsOf, type NoteError } from './core/check/page-errors';
import type { NoteSource } from './core/note/note-source';
import { phaseFigures, phaseProgress } from './core/progress/phase-progress';
import { missingFor } from './core/progress/readiness';
import { followRename } from './core/settings/follow-rename';
import { usesPublisher } from './core/note/is-published';
import type { Settings } from './core/settings/settings';
import type { SettingsChange } from './core/settings/settings-change';
import { HandbookCheck } from './core/check/handbook-check';
import type { ActionContext } from './ui/actions/action-context';
import type { BaseBoard } from './ui/bases/base-board';
import { registerBaseBoard } from './ui/bases/register-base-board';
import { BoardInNote } from './ui/block/board-in-note';
import { BOARD_VIEW_TYPE, type BoardHost } from './ui/board/board-surface';
import { BoardView, openBoards } from './ui/board/board-view';
import { DrawingGate } from './ui/board/drawing-gate';
import { ErrorMarks } from './ui/board/error-marks';
import { CHECK_VIEW_TYPE, CheckView, openChecks, revealCheck, type CheckPaneHost } from './ui/check/check-view';
import { copyTemplate } from './ui/form/copy-template';
import type { FormContext } from './ui/form/form-context';
import { openResponsibilityForm } from './ui/form/responsibility-form';
import { openSetUpForm } from './ui/form/set-up-form';
import { openExtractForm } from './ui/form/extract-form';
import { EditorCheck, type EditorCheckHost } from './ui/editor/editor-check';
import { TodoSuggest } from './ui/editor/todo-suggest';
import { headingNotices } from './ui/heading-notices';
import { ProgressModal } from './ui/board/progress-modal';
import { HeadingWatch } from './ui/heading-watch';
import { openPluginSettings } from './ui/open-plugin-settings';
import { openViewLink } from './ui/open-view-link';
import { tellError } from './ui/plan/run-plan';
import { revealBoard } from './ui/reveal-board';
import { SettingsTab, type SettingsHost } from './ui/settings/settings-tab';
import { StatusBar } from './ui/status-bar';
import { openDrafting } from './vault/drafting';
import { IndexFeed } from './vault/index-feed';
import { planningVault } from './vault/planning-vault';
import { prepareCards } from './vault/prepare-cards';
import { readVaultNote } from './vault/read-vault-note';
import { SettingsStore } from './vault/settings-store';
import { tasksToggle } from './vault/tasks-toggle';
import { ProgressRecorder } from './vault/progress-recorder';
import { runTemplater } from './vault/templater';
import { TimeSlice } from './vault/time-slice';
import { typeInEditor } from './vault/write-in-editor';
import { UndoableWriter } from './vault/undoable-writer';
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
  /** The boards that stand in notes. */
  private readonly blocks = new Set<BoardInNote>();
  /** The boards of bases. */
  private readonly bases = new Set<BaseBoard>();
  private feed: IndexFeed | null = null;
  private statusBar: StatusBar | null = null;
  /** What could not be registered, and why. */
  private missing: readonly string[] = [];
  private readonly unloaded = new Promise<void>((resolve) => this.register(resolve));
  private readonly gate = new DrawingGate({
    draw: () => {
      for (const board of [...openBoards(this.app), ...this.blocks, ...this.bases]) board.invalidate();
      this.statusBar?.draw();
    },
    // Who is unloaded meanwhile hears no more of the vault, and answers with what was done.
    settled: () => Promise.race([this.feed?.settled(), this.unloaded]),
  });

  override async onload(): Promise<void> {
    await this.store.load();
    const feed = this.addChild(
      new IndexFeed(this.app, this.store.settings, {
        changed: () => {
          this.gate.draw();
          inEditor.judgeSoon();
          this.recorder.recordSoon();
        },
        renamed: (from, to) => void this.followRename(from, to),
        noteChanged: (path) => follow(() => check.check.noteChanged(path)),
        fileChanged: (path) => follow(() => check.check.fileChanged(path)),
        foldersChanged: () => follow(() => check.check.reset()),
      }),
    );
    this.feed = feed;
    const context = this.openContext(feed);
    this.addChild(this.recorder);
    const drafts = this.openFormContext(feed, context);
    const check = this.openCheck(feed, context);
    const marks = this.addChild(new ErrorMarks(this.app, check, this.gate.draw));
    const follow = (change: () => void): void => {
      change();
      for (const pane of openChecks(this.app)) pane.invalidate();
      marks.checkSoon();
      inEditor.judgeSoon();
    };
    const inEditor = this.addChild(new EditorCheck(this.app, check));
    this.registerEditorExtension(inEditor.extension);
    this.registerEditorSuggest(new TodoSuggest(this.app, context, typeInEditor));
    this.addChild(new HeadingWatch(this.app, headingNotices(context)));

    const board = this.openBoard(feed, context, drafts, marks, check);
    this.registerView(BOARD_VIEW_TYPE, (leaf) => new BoardView(leaf, board));
    this.registerView(CHECK_VIEW_TYPE, (leaf) => new CheckView(leaf, check));
    const inNotes = { board, blocks: this.blocks, heights: new Map<string, number>() };
    this.registerMarkdownCodeBlockProcessor(BLOCK_LANGUAGE, (source, el, note) =>
      note.addChild(new BoardInNote(el, inNotes, source, note.sourcePath)),
    );
    this.register(() => {
      for (const block of this.blocks) block.unload();
    });
    this.registerHoverLinkSource(BOARD_VIEW_TYPE, { display: 'Phase board', defaultMod: true });
    this.addRibbonIcon('kanban', 'Open phase board', () => void revealBoard(this.app, this.store.settings.boardPlace));
    this.registerObsidianProtocolHandler(
      this.manifest.id,
      ({ view, query }) =>
        void openViewLink(this.app, this.store.settings, {
          ...(view !== undefined && { view }),
          ...(query !== undefined && { query }),
        }),
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
    this.addSettingTab(new SettingsTab(this.app, this, this.openSettings(feed, drafts)));
    for (const command of [...commands(context, drafts, inEditor), insertBoard(inNotes), showProgress(board)])
      this.addCommand(command);
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
    this.missing = [
      ...registerBaseBoard(this, { board, bases: this.bases }),
      ...registerCli(
        this,
        handlers({ context, drafts, check, changedAt: (path) => changedAt(this.app, path), report }),
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

  /** What every action, command and handler needs: the index and a fresh look at the vault to plan by, and the one writer. */
  private openContext(feed: IndexFeed): ActionContext {
    const { app, writer } = this;
    return {
      app,
      vault: viewVault(app),
      get index() {
        return feed.index;
      },
      async planning() {
        await feed.current();
        return { index: feed.index, vault: await planningVault(app, feed.definitions) };
      },
      apply: (plan) => this.gate.drawnOnce(() => writer.apply(plan)),
      get undoes() {
        return writer.undoes;
      },
      get redoes() {
        return writer.redoes;
      },
      undo: (step) => this.gate.drawnOnce(() => writer.undo(step)),
      redo: () => this.gate.drawnOnce(() => writer.redo()),
      get toggleTask() {
        return tasksToggle(app);
      },
      changeSettings: (edit) => this.changeSettings(edit),
    };
  }

  /** The same for new notes; Templater comes to what is made before it does so by itself. */
  private openFormContext(feed: IndexFeed, context: ActionContext): FormContext {
    const { app } = context;
    return {
      app,
      vault: context.vault,
      undo: (step) => context.undo(step),
      async drafting() {
        await feed.current();
        return openDrafting(app, feed);
      },
      apply: (plan) => this.gate.drawnOnce(() => this.writer.apply(plan, (made) => runTemplater(app, made))),
    };
  }

  private openCheck(feed: IndexFeed, context: ActionContext): EditorCheckHost {
    const { app, store } = this;
    const slice = new TimeSlice();
    const isIgnored = (path: string): boolean => feed.ignores(path);
    const read = (path: string): Promise<NoteSource | null> => readVaultNote(app, path);
    return {
      check: new HandbookCheck({
        vault: context.vault,
        embeds: feed.embeds,
        index: () => feed.index,
        isIgnored,
        read,
        today: () => isoDay(new Date()),
        breathe: () => (slice.isUp() ? slice.breathe() : null),
      }),
      context,
      isIgnored,
      read,
      get isOn() {
        return store.settings.underlineFindings;
      },
      settled: () => feed.settled(),
      get ignored() {
        return store.settings.ignoredFindings;
      },
      setIgnored: (ignoredFindings) => this.changeSettings((now) => ({ ...now, ignoredFindings })),
    };
  }

  private openBoard(
    feed: IndexFeed,
    context: ActionContext,
    drafts: FormContext,
    marks: ErrorMarks,
    check: CheckPaneHost,
  ): BoardHost {
    const { app, manifest } = this;
    const missing = (): readonly string[] => this.missing;
    const builder = new BoardBuilder();
    app.workspace.onLayoutReady(() => void prepareCards(builder, feed));
    return {
      builder,
      context,
      get index() {
        return feed.index;
      },
      vault: context.vault,
      get reading() {
        const { done, total, milliseconds } = feed.progress;
        return milliseconds === null ? { done, total } : null;
      },
      get report() {
        const { total, milliseconds } = feed.progress;
        return {
          summary: `${total} notes in ${Math.round(milliseconds ?? 0)} ms, ${feed.index.size} of interest`,
          problems: feed.problems,
          missing: missing(),
        };
      },
      errorsIn: (path) => marks.errorsIn(path),
      openCheck: () => void revealCheck(app, null),
      showProgress: () => void this.showProgress(feed).catch(tellError),
      openPane: (view) => void revealBoard(app, 'main').then((shown) => shown?.openView(view)),
      changedAt: (path) => changedAt(app, path),
      async missing(phase) {
        await feed.current();
        const { settings } = feed.index;
        if (settings.readyCriteria.includes('error')) await check.check.settle();
        const errorsIn = (page: string): NoteError[] => errorsOf(check.check, check.ignored, page);
        const found = phaseProgress(feed.index, context.vault).find(({ summary }) => summary.name === phase);
        return found
          ? missingFor(found, { today: isoDay(new Date()), criteria: settings.readyCriteria, errorsIn })
          : [];
      },
      openSettings: () => openPluginSettings(app, manifest.id),
      createPages: () => void openSetUpForm(drafts),
      newResponsibility: (column, title) =>
        void openResponsibilityForm(drafts, {
          title,
          phase: feed.index.settings.phases.find(({ name }) => name === column)?.id ?? null,
        }),
      turnIntoNote: (path, lines) => void openExtractForm(drafts, path, lines),
    };
  }

  private async showProgress(feed: IndexFeed): Promise<void> {
    const { app, recorder, store } = this;
    await feed.current();
    await recorder.record();
    const off = store.settings.keepProgress ? null : 'Progress is not recorded: that is switched off in the settings.';
    const record = { history: recorder.history, problem: recorder.problem ?? off };
    new ProgressModal(app, feed.index.lifecycle.phases, record).open();
  }

  private openSettings(feed: IndexFeed, drafts: FormContext): SettingsHost {
    const { app, store, recorder } = this;
    return {
      get progressProblem() {
        return recorder.problem;
      },
      get lifecycle() {
        return feed.index.lifecycle;
      },
      get templatesFolder() {
        return feed.templatesFolder;
      },
      get publishes() {
        return usesPublisher(viewVault(app));
      },
      get settings() {
        return store.settings;
      },
      get problem() {
        return store.problems.length === 0 ? null : store.problems.join(' ');
      },
      change: (edit) => store.update(edit).finally(() => feed.rebuildSoon(store.settings)),
      copyTemplate: (kind) => void copyTemplate(drafts, kind),
    };
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
