import { BoardBuilder } from '../core/board/build-board';
import { isoDay } from '../core/text/iso-day';
import type { Finding } from '../core/check/facts/finding';
import { errorsOf } from '../core/check/page-errors';
import { planFixes } from '../core/check/plan-fixes';
import { phaseProgress } from '../core/progress/phase-progress';
import { missingFor } from '../core/progress/readiness';
import type { ActionContext } from '../ui/actions/action-context';
import type { BoardHost } from '../ui/board/board-host';
import type { ErrorMarks } from '../ui/board/error-marks';
import { showProgress } from '../ui/board/show-progress';
import { revealCheck, type CheckPaneHost } from '../ui/check/check-view';
import { openExtractForm } from '../ui/form/extract-form';
import type { FormContext } from '../ui/form/form-context';
import { openPhaseForm } from '../ui/form/phase-form';
import { openResponsibilityForm } from '../ui/form/responsibility-form';
import { openSetUpForm } from '../ui/form/set-up-form';
import { openPluginSettings } from '../ui/open-plugin-settings';
import { planAndRun, tellError } from '../ui/plan/run-plan';
import { revealBoard } from '../ui/reveal-board';
import { awaitCards, prepareCards } from '../vault/prepare-cards';
import { changedAt } from '../vault/vault-view';
import type { PluginParts } from './plugin-parts';

async function tellProgress({ app, recorder, store, feed }: PluginParts): Promise<void> {
  await feed.current();
  await recorder.record();
  const off = store.settings.keepProgress ? null : 'Progress is not recorded: that is switched off in the settings.';
  showProgress(app, feed.index.lifecycle.phases, { history: recorder.history, problem: recorder.problem ?? off });
}

/** What every board asks and does, wherever it stands. */
export function openBoard(
  parts: PluginParts,
  context: ActionContext,
  drafts: FormContext,
  marks: ErrorMarks,
  check: CheckPaneHost,
): BoardHost {
  const { app, id, feed, boards } = parts;
  const builder = new BoardBuilder();
  app.workspace.onLayoutReady(() => void prepareCards(builder, feed));
  return {
    boards,
    builder,
    cardsAhead: awaitCards(builder, feed),
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
        missing: parts.missing,
      };
    },
    errorsIn: (path) => marks.errorsIn(path),
    openCheck: () => void revealCheck(app, null),
    showProgress: () => void tellProgress(parts).catch(tellError),
    openPane: (view) => void revealBoard(app, 'main').then((shown) => shown?.change(view)),
    changedAt: (path) => changedAt(app, path),
    async missing(phase) {
      await feed.current();
      const { settings } = feed.index;
      if (settings.readyCriteria.includes('error')) await check.check.settle();
      const errorsIn = (page: string): Finding[] => errorsOf(check.check, check.ignored, page);
      const found = phaseProgress(feed.index, context.vault).find(({ summary }) => summary.name === phase);
      return found ? missingFor(found, { today: isoDay(new Date()), criteria: settings.readyCriteria, errorsIn }) : [];
    },
    async fixMissing({ path, line, text }) {
      const found = path === null ? [] : errorsOf(check.check, check.ignored, path);
      const meant = found.filter((one) => one.fix !== null && one.at.line === line && one.message === text);
      return planAndRun(context, (planning) => planFixes(meant, planning));
    },
    openSettings: () => openPluginSettings(app, id),
    createPages: () => void openSetUpForm(drafts),
    createPage: (phase) => void openPhaseForm(drafts, phase),
    newResponsibility: (column, title) =>
      void openResponsibilityForm(drafts, {
        title,
        phase: feed.index.settings.phases.find(({ name }) => name === column)?.id ?? null,
      }),
    turnIntoNote: (path, lines) => void openExtractForm(drafts, path, lines),
  };
}
