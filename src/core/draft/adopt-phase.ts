import { makePlan, type EditPlan } from '../edit/edit-plan';
import type { OperationsIndex, VaultView } from '../index/operations-index';
import { splitLink, noteName } from '../note/link-text';
import { settingsChange } from '../settings/settings-change';
import type { PhaseSetting, Settings } from '../settings/settings';
import { phaseNumber } from '../phase/phase-names';
import { newPhase } from '../settings/new-phase';

/** A note that looks like the page of a phase that does not exist. */
export interface PhaseOffer {
  readonly page: string;
  /** What the phase would be called: `Day 3` for `Day 3 Operations`. */
  readonly name: string;
}

/** Notes that look like the page of a phase yet to come: by their name, and by a phase page's headings or because the overview shows them as the others. */
export function phaseOffers(
  index: Pick<OperationsIndex, 'lifecycle' | 'pageFacts'>,
  vault: Pick<VaultView, 'resolve'>,
): readonly PhaseOffer[] {
  const { questions, overview } = index.lifecycle;
  return questions.flatMap((question) => {
    if (question.kind !== 'new-phase') return [];
    const { page } = question;
    const facts = index.pageFacts(page);
    const isShown =
      overview !== null &&
      index.pageFacts(overview)?.links.some((link) => vault.resolve(splitLink(link).path, overview) === page);
    if (!isShown && !(facts?.hasOverview && facts.hasResponsibilities)) return [];
    return [{ page, name: noteName(page).replace(/[\s_-]+(?:operations|ops)$/i, '') }];
  });
}

/** Makes a phase of the page that is there: a column, and nothing is written but the settings. */
export function planAdoptPhase(
  index: Pick<OperationsIndex, 'settings'>,
  vault: Pick<VaultView, 'metadata'>,
  { page, name }: PhaseOffer,
): EditPlan {
  const { settings } = index;
  const purpose =
    (vault.metadata(page)?.headings ?? [])
      .map(({ heading }) => /^(\S.*)\s+Phase$/i.exec(heading.trim())?.[1] ?? '')
      .find((one) => one !== '') ?? '';
  const phase = newPhase(settings.phases, name, purpose);
  return makePlan({ done: `Made ${name} a phase`, settings: settingsChange(settings, withPhase(settings, phase)) });
}

/** The settings with the phase: in the order of numbers where all have one, else at the end. */
export function withPhase(settings: Settings, phase: PhaseSetting): Settings {
  const number = phaseNumber(phase);
  const next = number === null ? -1 : settings.phases.findIndex((one) => (phaseNumber(one) ?? -1) > number);
  const at = next < 0 ? settings.phases.length : next;
  return { ...settings, phases: [...settings.phases.slice(0, at), phase, ...settings.phases.slice(at)] };
}
