import { debounce, ItemView, Keymap, type App, type ViewStateResult, type WorkspaceLeaf } from 'obsidian';
import { h, render } from 'preact';
import { isPublished } from '../../core/note/is-published';
import type { IgnoredFinding } from '../../core/settings/settings';
import { buildCheckList } from '../../core/check/build-check-list';
import type { Finding } from '../../core/check/facts/finding';
import type { HandbookCheck } from '../../core/check/handbook-check';
import { ignoredEntry } from '../../core/check/ignore-finding';
import { listFindings } from '../../core/check/list-findings';
import { planFixes } from '../../core/check/plan-fixes';
import type { ActionContext } from '../actions/action-context';
import { openBeside } from '../board/open-beside';
import type { CheckActions } from './check-actions';
import { CheckComponent } from './check-component';
import { INITIAL_CHECK, readCheckState, type CheckState } from './check-state';
import { askToIgnore } from './ask-to-ignore';
import { planAndRun } from '../plan/run-plan';

export const CHECK_VIEW_TYPE = 'operations-lifecycle-check';

/** What the pane asks of the plugin. */
export interface CheckPaneHost {
  readonly check: HandbookCheck;
  readonly context: ActionContext;
  /** Resolves when the index knows of every change up to now. */
  settled(): Promise<void>;
  readonly ignored: readonly IgnoredFinding[];
  setIgnored(ignored: readonly IgnoredFinding[]): Promise<void>;
}

export class CheckView extends ItemView implements CheckActions {
  override readonly navigation = false;
  private state: CheckState = INITIAL_CHECK;
  private isBusy = true;
  private isStale = true;
  private isClosed = false;
  private found: readonly Finding[] = [];
  /** A check costs more than a glance: it follows when the typing pauses. */
  private readonly checkSoon = debounce(() => void this.checkNow(), 300, true);

  constructor(
    leaf: WorkspaceLeaf,
    private readonly host: CheckPaneHost,
  ) {
    super(leaf);
    this.icon = 'list-checks';
  }

  override getViewType(): string {
    return CHECK_VIEW_TYPE;
  }

  override getDisplayText(): string {
    return 'Handbook check';
  }

  override getState(): Record<string, unknown> {
    return { ...super.getState(), ...this.state };
  }

  override async setState(state: unknown, result: ViewStateResult): Promise<void> {
    this.state = readCheckState(state);
    await super.setState(state, result);
    // Not waited for: a pane that is put back at the start is part of the layout, and the index begins when that is ready.
    this.checkSoon();
  }

  protected override onOpen(): Promise<void> {
    this.contentEl.addClass('ops-view');
    this.registerEvent(this.app.workspace.on('layout-change', () => this.checkIfStale()));
    this.registerEvent(this.app.workspace.on('active-leaf-change', () => this.checkIfStale()));
    this.draw();
    this.checkSoon();
    return Promise.resolve();
  }

  protected override onClose(): Promise<void> {
    this.isClosed = true;
    this.checkSoon.cancel();
    render(null, this.contentEl);
    return Promise.resolve();
  }

  /** The vault has changed. */
  invalidate(): void {
    this.isStale = true;
    this.checkIfStale();
  }

  /** Puts the focus on the first finding, once there are some. */
  async focusList(): Promise<void> {
    await this.checkNow();
    this.contentEl.querySelector<HTMLElement>('.ops-finding-main[tabindex="0"]')?.focus({ preventScroll: true });
  }

  private checkIfStale(): void {
    if (this.isStale && this.contentEl.isShown()) this.checkSoon();
  }

  private async checkNow(): Promise<void> {
    const { check } = this.host;
    this.isStale = false;
    try {
      await this.host.settled();
      await check.settle();
    } catch {
      // The plugin ends while it reads.
      return;
    }
    this.isBusy = false;
    await this.list();
  }

  private async list(): Promise<void> {
    const { check, context } = this.host;
    const { scope } = this.state;
    const notes = scope === 'board' ? await check.pages() : null;
    // Another may have been asked for meanwhile.
    if (scope !== this.state.scope) return;
    this.found = listFindings(check.findings(), {
      notes,
      isPublished: scope === 'site' ? (path) => isPublished(context.vault.metadata(path)) : null,
      path: null,
      rules: [],
    });
    this.draw();
  }

  private draw(): void {
    if (this.isClosed) return;
    const { rule, severity, showIgnored } = this.state;
    const list = buildCheckList({ findings: this.found, ignored: this.host.ignored, rule, severity, showIgnored });
    render(h(CheckComponent, { list, state: this.state, isBusy: this.isBusy, actions: this }), this.contentEl);
  }

  // What components hand back.

  change(change: Partial<CheckState>): void {
    this.state = { ...this.state, ...change };
    this.app.workspace.requestSaveLayout();
    if (change.scope === undefined) this.draw();
    else void this.list();
  }

  open(finding: Finding, event: MouseEvent | KeyboardEvent): void {
    this.openAt(finding.path, finding.at.line, event);
  }

  openNote(path: string, event: MouseEvent | KeyboardEvent): void {
    this.openAt(path, 0, event);
  }

  private openAt(path: string, line: number, event: MouseEvent | KeyboardEvent): void {
    const file = this.app.vault.getFileByPath(path);
    const isMiddle = event.instanceOf(MouseEvent) && event.button === 1;
    if (file) void openBeside(this.app, this.leaf, file, line, isMiddle ? 'tab' : Keymap.isModEvent(event));
  }

  fix(findings: readonly Finding[]): void {
    const preview = findings.length > 1 ? 'always' : 'when-several';
    void planAndRun(this.host.context, (planning) => planFixes(findings, planning), preview).then(() =>
      this.checkSoon(),
    );
  }

  ignore(finding: Finding): void {
    void askToIgnore(this.app, finding.message).then((reason) => {
      if (reason !== null) void this.setIgnored([...this.host.ignored, ignoredEntry(finding, reason)]);
    });
  }

  heed(ignored: IgnoredFinding): void {
    void this.setIgnored(this.host.ignored.filter((one) => one !== ignored));
  }

  private async setIgnored(ignored: readonly IgnoredFinding[]): Promise<void> {
    await this.host.setIgnored(ignored);
    this.draw();
  }
}

/** The panes that are open and loaded. */
export function openChecks(app: App): CheckView[] {
  return app.workspace.getLeavesOfType(CHECK_VIEW_TYPE).flatMap(({ view }) => (view instanceof CheckView ? view : []));
}

/** Brings the pane to the front: the one that is open, else a new one in the right sidebar. */
export async function revealCheck(app: App, scope: CheckState['scope'] | null): Promise<void> {
  const { workspace } = app;
  const [known] = workspace.getLeavesOfType(CHECK_VIEW_TYPE);
  const leaf = known ?? workspace.getRightLeaf(false) ?? workspace.getLeaf('tab');
  if (!known) await leaf.setViewState({ type: CHECK_VIEW_TYPE, active: true });
  await workspace.revealLeaf(leaf);
  if (!(leaf.view instanceof CheckView)) return;
  if (scope !== null) leaf.view.change({ scope, rule: '' });
  await leaf.view.focusList();
}
