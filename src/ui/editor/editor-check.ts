import { ViewPlugin, type EditorView } from '@codemirror/view';
import type { Extension } from '@codemirror/state';
import { Component, debounce, editorInfoField, type App, type Editor, type TFile } from 'obsidian';
import type { Finding } from '../../core/check/facts/finding';
import { findingSpan } from '../../core/check/finding-span';
import { ignoredBy, ignoredEntry } from '../../core/check/ignore-finding';
import { planFixes } from '../../core/check/plan-fixes';
import type { NoteSource } from '../../core/note/note-source';
import type { CheckPaneHost } from '../check/check-view';
import { askToIgnore } from '../check/ask-to-ignore';
import { runPlan, tellError, tellReason } from '../plan/run-plan';
import { findingMarks, findingsBetween, markFindings, type MarkedFinding } from './finding-marks';
import { findingTooltip, type FindingActions } from './finding-tooltip';

/** What the editors ask of the plugin. */
export interface EditorCheckHost extends CheckPaneHost {
  /** Whether what is wrong is underlined at all. */
  readonly isOn: boolean;
  /** A note as it was saved last, with its metadata; null while they do not describe each other. */
  read(path: string): Promise<NoteSource | null>;
}

/** So long after the last change of the vault open notes are judged again, in milliseconds. */
const IDLE_MS = 300;

/** Line ends as an editor has them. */
const inEditor = (text: string): string => text.replace(/\r\n?/g, '\n');

const fileIn = ({ state }: EditorView): TFile | null => state.field(editorInfoField, false)?.file ?? null;

/**
 * Underlines what the handbook check finds, in the notes that are open in an editor and in sight. The text that was saved last is judged, which the app does
 * two seconds after the last key: so the editor, the check's pane and a fix speak of the same text, and nothing is read while somebody types. Until then the
 * marks move with their text. Where an editor holds another text than the note's, as a table's cell does, nothing is underlined.
 */
export class EditorCheck extends Component implements FindingActions {
  private readonly views = new Set<EditorView>();
  private judged = 0;

  readonly extension: Extension = [
    findingMarks,
    findingTooltip(this),
    ViewPlugin.define((view) => {
      this.views.add(view);
      this.judgeSoon();
      return { destroy: () => this.views.delete(view) };
    }),
  ];

  constructor(
    private readonly app: App,
    private readonly host: EditorCheckHost,
  ) {
    super();
  }

  override onload(): void {
    this.registerEvent(this.app.workspace.on('file-open', this.judgeSoon));
    this.registerEvent(this.app.workspace.on('layout-change', this.judgeSoon));
  }

  override onunload(): void {
    this.judgeSoon.cancel();
    this.judged++;
  }

  /** The vault, or what is open of it, has changed. */
  readonly judgeSoon = debounce(() => void this.judge(), IDLE_MS, true);

  private async judge(): Promise<void> {
    const run = ++this.judged;
    for (const view of this.views) {
      const found = view.dom.isShown() ? await this.findingsIn(view) : null;
      if (run !== this.judged) return;
      if (found && this.views.has(view)) markFindings(view, found);
    }
  }

  /** What is to be underlined; null while that is not known. */
  private async findingsIn(view: EditorView): Promise<readonly MarkedFinding[] | null> {
    const path = fileIn(view)?.path ?? '';
    const found = await this.judgeNote(path).catch(() => null);
    if (found === null || found.length === 0) return found === null ? null : [];
    const source = await this.host.read(path);
    const isAsSaved =
      source && fileIn(view)?.path === path && view.state.doc.eq(view.state.toText(inEditor(source.text)));
    if (!isAsSaved) return null;
    const at = (offset: number): number => inEditor(source.text.slice(0, offset)).length;
    return found.flatMap((finding) => {
      const span = findingSpan(source, finding);
      return span ? { finding, from: at(span.start), to: at(span.end) } : [];
    });
  }

  /** What is wrong in a note of the handbook, what is only to know left out. Rejects when the plugin ends meanwhile. */
  private async judgeNote(path: string): Promise<readonly Finding[]> {
    const { check, context, ignored } = this.host;
    if (!this.host.isOn) return [];
    await this.host.settled();
    const { overview, phaseByPage } = context.index.lifecycle;
    // A vault without a handbook is not read through for one.
    if (overview === null && phaseByPage.size === 0) return [];
    await check.settle(path);
    const found = check
      .findingsOf(path)
      .filter((finding) => finding.severity !== 'info' && ignoredBy(ignored, finding) === null);
    return found.length > 0 && (await check.isPage(path)) ? found : [];
  }

  /** What is underlined in the cursor's line, what holds the cursor first, then what can be fixed; null for nothing. */
  findingAt(editor: Editor): MarkedFinding | null {
    for (const view of this.views) {
      const { state } = view;
      if (state.field(editorInfoField, false)?.editor !== editor) continue;
      const { head } = state.selection.main;
      const { from, to } = state.doc.lineAt(head);
      const rank = (one: MarkedFinding): number =>
        Number(one.from <= head && head <= one.to) * 2 + Number(one.finding.fix !== null);
      const [best] = findingsBetween(state, from, to).sort((a, b) => rank(b) - rank(a));
      // The editor of a table's cell may call itself the note's.
      if (best) return best;
    }
    return null;
  }

  ignore({ finding }: MarkedFinding): void {
    const { host } = this;
    void askToIgnore(this.app, finding.message).then((reason) => {
      if (reason !== null) void host.setIgnored([...host.ignored, ignoredEntry(finding, reason)]);
    });
  }

  /** Fixes a finding as the check's pane does, as it is once all that was typed has been saved and judged; where nobody can but its author, it is told. */
  async fix({ finding, from }: MarkedFinding): Promise<void> {
    const { check, context } = this.host;
    const { path, rule, message } = finding;
    try {
      const { vault } = await context.planning();
      await vault.read(path);
      const planning = await context.planning();
      await check.settle(path);
      const [now] = check
        .findingsOf(path)
        .filter((one) => one.rule === rule && one.message === message)
        .sort((a, b) => Math.abs(a.at.offset - from) - Math.abs(b.at.offset - from));
      if (!now) tellReason('That is right already.');
      else if (now.fix === null) tellReason(message.replaceAll('`', ''));
      else await runPlan(context, planFixes([now], planning));
    } catch (error) {
      tellError(error);
    }
  }
}
