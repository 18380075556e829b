import { debounce, Platform, Plugin } from 'obsidian';
import { addCommand } from './cli/add-command';
import { completeCommand } from './cli/complete-command';
import { hideCommand } from './cli/hide-command';
import { setCommand } from './cli/set-command';
import { splitCommand } from './cli/split-command';
import { linkCommand } from './cli/link-command';
import { checkCommand } from './cli/check-command';
import { moveCommand } from './cli/move-command';
import { newPhaseCommand } from './cli/new-phase-command';
import { newResponsibilityCommand } from './cli/new-responsibility-command';
import { phasesCommand } from './cli/phases-command';
import { registerCli } from './cli/register-cli';
import { restoreCommand } from './cli/restore-command';
import { setUpCommand } from './cli/set-up-command';
import { summaryCommand } from './cli/summary-command';
import type { CliDesk } from './cli/todo-flags';
import { todosCommand } from './cli/todos-command';
import { turnIntoNoteCommand } from './cli/turn-into-note-command';
import { BoardBuilder } from './core/board/build-board';
import type { OperationsIndex, VaultView } from './core/index/operations-index';
import type { Settings } from './core/settings/settings';
import type { ActionDesk } from './ui/actions/action-desk';
import { followRename } from './core/settings/follow-rename';
import { ignoredBy } from './core/transclusion/ignore-finding';
import { HandbookCheck } from './core/transclusion/handbook-check';
import { boardCommands } from './commands/board-commands';
import { checkCommands } from './commands/check-commands';
import { addCopyEntry, embedCommands } from './commands/embed-commands';
import { newPhasePage } from './commands/new-phase-page';
import { newResponsibility } from './commands/new-responsibility';
import { setUpPages } from './commands/set-up-pages';
import { turnIntoNote } from './commands/turn-into-note';
import { restoreCommands } from './commands/restore-commands';
import { todoCommands } from './commands/todo-commands';
import { undoCommands } from './commands/undo-commands';
import { BOARD_VIEW_TYPE, BoardView, openBoards, type BoardHost } from './ui/board/board-view';
import { copyTemplate } from './ui/form/copy-template';
import { CHECK_VIEW_TYPE, CheckView, openChecks, revealCheck, type CheckPaneHost } from './ui/check/check-view';
import type { FormDesk } from './ui/form/form-desk';
import { openResponsibilityForm } from './ui/form/responsibility-form';
import { openSetUpForm } from './ui/form/set-up-form';
import { openTurnForm } from './ui/form/turn-form';
import { HeadingWatch } from './ui/heading-watch';
import { openPluginSettings } from './ui/open-plugin-settings';
import { revealBoard } from './ui/reveal-board';
import { SettingsTab, type SettingsHost } from './ui/settings/settings-tab';
import { drawStatusBar } from './ui/status-bar';
import { CheckFeed } from './vault/check-feed';
import { openDrafting } from './vault/drafting';
import { IndexFeed } from './vault/index-feed';
import { planningVault } from './vault/planning-vault';
import { prepareCards } from './vault/prepare-cards';
import { readNote } from './vault/read-note';
import { SettingsStore } from './vault/settings-store';
import { runTemplater } from './vault/templater';
import { tasksToggle } from './vault/tasks-toggle';
import { TimeSlice } from './vault/time-slice';
import { UndoableWriter } from './vault/undoable-writer';
import { viewVault } from './vault/vault-view';

export default class OperationsLifecyclePlugin extends Plugin {
  private readonly store = new SettingsStore(this);
  private feed: IndexFeed | null = null;
  private check: HandbookCheck | null = null;
  private statusBar: HTMLElement | null = null;
  private writing = 0;
  private readonly writer = new UndoableWriter(this.app, (settings) => this.changeSettings(settings));

  override async onload(): Promise<void> {
    await this.store.load();
    const feed = new IndexFeed(this.app, this.store.settings, {
      changed: () => this.draw(),
      renamed: (from, to) => void this.followRename(from, to),
    });
    this.feed = this.addChild(feed);
    const index = (): OperationsIndex => feed.index;
    const vault = viewVault(this.app);
    this.registerBoard(feed, vault);
    const check = (this.check = this.addCheck(feed, vault));
    const drafts = this.formDesk(feed);
    this.addSettingTab(new SettingsTab(this.app, this, this.settingsHost(drafts)));
    for (const command of [newResponsibility, turnIntoNote, newPhasePage, setUpPages]) this.addCommand(command(drafts));
    // Last: an id that another plugin holds must not keep the rest from working.
    const desk = this.desk(index);
    registerCli(
      this,
      [
        summaryCommand(index, vault, () => ({
          problems: feed.problems,
          settingsProblems: this.store.problems,
          notes: feed.progress.total,
          milliseconds: feed.progress.milliseconds,
        })),
        todosCommand(index),
        phasesCommand(index, vault),
        linkCommand(() => planningVault(this.app)),
        completeCommand(desk, () => tasksToggle(this.app)),
        moveCommand(desk),
        splitCommand(desk),
        setCommand(desk),
        hideCommand(desk),
        addCommand(desk),
        newResponsibilityCommand(drafts),
        turnIntoNoteCommand(drafts),
        newPhaseCommand(drafts),
        setUpCommand(drafts),
        restoreCommand(index, () => planningVault(this.app), (plan) => this.writer.apply(plan)),
        checkCommand({
          check,
          vault,
          isIgnored: (path) => feed.ignores(path),
          planning: async () => ({ index: feed.index, vault: await planningVault(this.app) }),
          apply: (plan) => this.writer.apply(plan),
          settled: () => feed.settled(),
          ignored: () => this.store.settings.ignoredFindings,
        }),
      ],
      () => feed.settled(),
    );
  }

  private addCheck(feed: IndexFeed, vault: VaultView): HandbookCheck {
    const slice = new TimeSlice();
    const check = new HandbookCheck({
      vault,
      index: () => feed.index,
      isIgnored: (path) => feed.ignores(path),
      read: (path) => readNote(this.app, path),
      breathe: () => (slice.isUp() ? slice.breathe() : null),
    });
    this.addChild(new CheckFeed(this.app, check, () => {
      for (const pane of openChecks(this.app)) pane.invalidate();
      this.checkSoon();
    }));
    const { store } = this;
    const host: CheckPaneHost = {
      check,
      desk: this.actionDesk(feed, vault),
      isIgnored: (path) => feed.ignores(path),
      settled: () => feed.settled(),
      get ignored() {
        return store.settings.ignoredFindings;
      },
      setIgnored: (ignoredFindings) => this.changeSettings({ ...store.settings, ignoredFindings }),
    };
    this.registerView(CHECK_VIEW_TYPE, (leaf) => new CheckView(leaf, host));
    for (const command of checkCommands(this.app)) this.addCommand(command);
    this.addChild(new HeadingWatch(this.app, host.desk));
    return check;
  }

  /** What every action needs: the index and a fresh look at the vault to plan by, and the one writer. */
  private desk(index: () => OperationsIndex): CliDesk {
    return {
      planning: async () => ({ index: index(), vault: await planningVault(this.app) }),
      apply: (plan) => this.writer.apply(plan),
    };
  }

  /** The same for new notes; Templater comes to what is made before it does so by itself. */
  private formDesk(feed: IndexFeed): FormDesk {
    return {
      app: this.app,
      undo: () => this.writer.undo(),
      drafting: async () => {
        await feed.settled();
        return openDrafting(this.app, feed.index);
      },
      apply: async (plan) => {
        await this.writer.apply(plan);
        await runTemplater(this.app, plan.creates);
      },
    };
  }

  private actionDesk(feed: IndexFeed, vault: VaultView): ActionDesk {
    const { app, writer } = this;
    return {
      app,
      vault,
      get index() {
        return feed.index;
      },
      async planning() {
        await feed.settled();
        return { index: feed.index, vault: await planningVault(app) };
      },
      apply: (plan) => this.drawnOnce(feed, () => writer.apply(plan)),
      undo: () => this.drawnOnce(feed, () => writer.undo()),
      redo: () => this.drawnOnce(feed, () => writer.redo()),
      get toggleTask() {
        return tasksToggle(app);
      },
      changeSettings: (settings) => this.changeSettings(settings),
    };
  }

  private registerBoard(feed: IndexFeed, vault: VaultView): void {
    const desk = this.actionDesk(feed, vault);
    const builder = new BoardBuilder();
    this.app.workspace.onLayoutReady(() => void prepareCards(builder, feed));
    const host: BoardHost = {
      vault,
      builder,
      desk,
      newResponsibility: (column, title) =>
        void openResponsibilityForm(this.formDesk(feed), { title, phase: feed.index.settings.phases.find(({ name }) => name === column)?.id ?? null }),
      get index() {
        return feed.index;
      },
      get reading() {
        const { done, total, milliseconds } = feed.progress;
        return milliseconds === null ? { done, total } : null;
      },
      get report() {
        const { total, milliseconds } = feed.progress;
        return { summary: `${total} notes in ${Math.round(milliseconds ?? 0)} ms, ${feed.index.size} of interest`, problems: feed.problems };
      },
      openSettings: () => openPluginSettings(this.app, this.manifest.id),
      errorsIn: (path) => {
        if (this.check?.isSettled === false) this.checkSoon();
        const ignored = this.store.settings.ignoredFindings;
        return this.check?.findingsOf(path).filter((one) => one.severity === 'error' && ignoredBy(ignored, one) === null).length ?? 0;
      },
      openCheck: () => void revealCheck(this.app, null),
      createPages: () => void openSetUpForm(this.formDesk(feed)),
      turnIntoNote: (path, lines) => void openTurnForm(this.formDesk(feed), path, lines),
    };
    this.registerView(BOARD_VIEW_TYPE, (leaf) => new BoardView(leaf, host));
    this.registerHoverLinkSource(BOARD_VIEW_TYPE, { display: 'Phase board', defaultMod: true });
    const commands = [
      ...boardCommands(this.app, () => feed.index),
      ...undoCommands(this.writer),
      ...todoCommands(desk),
      ...embedCommands(desk),
      ...restoreCommands(desk),
    ];
    for (const command of commands) this.addCommand(command);
    this.registerEvent(this.app.workspace.on('editor-menu', (menu, editor, view) => addCopyEntry(desk, menu, editor, view)));
    this.addRibbonIcon('kanban', 'Open phase board', () => void revealBoard(this.app, this.store.settings.boardPlace));
    if (Platform.isMobile) return;
    this.statusBar = this.addStatusBarItem();
    this.statusBar.addClass('mod-clickable');
    this.registerDomEvent(this.statusBar, 'click', () => void revealBoard(this.app, 'main'));
  }

  private settingsHost(desk: FormDesk): SettingsHost {
    const { store } = this;
    return {
      get settings() {
        return store.settings;
      },
      get problem() {
        return store.problems.length === 0 ? null : store.problems.join(' ');
      },
      change: (settings) => this.changeSettings(settings),
      copyTemplate: (kind) => void copyTemplate(desk, kind),
    };
  }

  private async changeSettings(settings: Settings): Promise<void> {
    await this.store.save(settings);
    await this.feed?.rebuild(settings);
  }

  /** A glance is enough for a number: it need not follow every keystroke. */
  private readonly drawStatusBar = debounce(() => {
    if (this.statusBar && this.feed) drawStatusBar(this.statusBar, this.feed.index);
  }, 250);

  /** The board marks phases with errors. It does not wait for the check: what has been typed is drawn first, and the marks follow. */
  private readonly checkSoon = debounce(() => {
    const { check, feed } = this;
    if (!check || !feed || openBoards(this.app).length === 0) return;
    const before = check.version;
    void feed
      .settled()
      .then(() => check.settle())
      .then(() => {
        if (check.version !== before) for (const board of openBoards(this.app)) board.invalidate();
      }, () => undefined);
  }, 1000);

  /** While several notes are written, boards show what was before; then all of it at once. */
  private async drawnOnce<T>(feed: IndexFeed, write: () => Promise<T>): Promise<T> {
    this.writing++;
    try {
      const result = await write();
      await feed.settled();
      return result;
    } finally {
      this.writing--;
      this.draw();
    }
  }

  private draw(): void {
    if (this.writing > 0) return;
    for (const board of openBoards(this.app)) board.invalidate();
    this.drawStatusBar();
  }

  override onunload(): void {
    this.drawStatusBar.cancel();
    this.checkSoon.cancel();
  }

  /** The settings file was changed from outside: on another device, by Sync. */
  override async onExternalSettingsChange(): Promise<void> {
    await this.store.load();
    await this.feed?.rebuild(this.store.settings);
  }

  /** Settings that name a page or folder go with it. */
  private async followRename(from: string, to: string): Promise<void> {
    const settings = followRename(this.store.settings, from, to);
    if (settings === this.store.settings) return;
    await this.changeSettings(settings);
  }
}
