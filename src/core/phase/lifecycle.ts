import { splitLink } from '../note/link-text';
import type { PhaseSetting } from '../settings/settings';
import { choosePhasePage } from './choose-phase-page';
import { findOverview } from './find-overview';
import type { LifecycleInput, ResolveLink } from './lifecycle-input';
import { isNewPhasePage, pageCandidates } from './page-candidates';

/** The lifecycle as it stands in this vault: which notes are its pages, and which notes they name as responsibilities. */
export interface Lifecycle {
  readonly phases: readonly PhaseSetting[];
  /** The phase page's path by phase id; a phase without a page is absent. */
  readonly pages: ReadonlyMap<string, string>;
  readonly phaseByPage: ReadonlyMap<string, PhaseSetting>;
  readonly overview: string | null;
  readonly rolesFolder: string | null;
  /** By note: the phases on whose pages it is the subject of a responsibility, in the phases' order. */
  readonly linked: ReadonlyMap<string, readonly PhaseSetting[]>;
  readonly questions: readonly Question[];
}

/** The lifecycle of which no page has been looked for. */
export const noLifecycle = (phases: readonly PhaseSetting[], rolesFolder: string | null): Lifecycle => ({
  phases,
  pages: new Map(),
  phaseByPage: new Map(),
  overview: null,
  rolesFolder,
  linked: new Map(),
  questions: [],
});

/** What only the user can decide. */
export type Question =
  | { readonly kind: 'phase-page'; readonly phase: string; readonly candidates: readonly string[] }
  | { readonly kind: 'overview'; readonly candidates: readonly string[] }
  | { readonly kind: 'missing-page'; readonly setting: string; readonly path: string }
  | { readonly kind: 'new-phase'; readonly page: string };

/** The note that a responsibility on a phase's page is about, or null: a role, the overview or a phase's page is none. */
export function noteOfSubject(
  subject: string,
  page: string,
  { overview, phaseByPage, rolesFolder }: Pick<Lifecycle, 'overview' | 'phaseByPage' | 'rolesFolder'>,
  resolve: ResolveLink,
): string | null {
  const note = resolve(splitLink(subject).path, page);
  const isOther =
    note === null ||
    note === overview ||
    phaseByPage.has(note) ||
    (rolesFolder !== null && note.startsWith(`${rolesFolder}/`));
  return isOther ? null : note;
}

function linkedNotes(
  input: LifecycleInput,
  lifecycle: Omit<Lifecycle, 'linked' | 'questions'>,
): Map<string, PhaseSetting[]> {
  const linked = new Map<string, PhaseSetting[]>();
  for (const phase of lifecycle.phases) {
    const page = lifecycle.pages.get(phase.id);
    for (const { subject } of (page === undefined ? undefined : input.pages.get(page))?.responsibilities ?? []) {
      const note =
        subject === null || page === undefined ? null : noteOfSubject(subject, page, lifecycle, input.resolve);
      if (note === null) continue;
      const phases = linked.get(note) ?? [];
      if (!phases.includes(phase)) linked.set(note, [...phases, phase]);
    }
  }
  return linked;
}

/** Finds the lifecycle's pages without configuration. Two candidates are a question, never a guess. */
export function buildLifecycle(input: LifecycleInput): Lifecycle {
  const { settings, exists, rolesFolder } = input;
  const questions: Question[] = [];
  const candidates = pageCandidates(input);
  const found = findOverview(input, candidates);
  if (Array.isArray(found)) questions.push({ kind: 'overview', candidates: found });
  const overview = typeof found === 'string' ? found : null;
  if (settings.overviewPage !== null && !exists(settings.overviewPage))
    questions.push({ kind: 'missing-page', setting: 'Overview page', path: settings.overviewPage });

  const pages = new Map<string, string>();
  for (const phase of settings.phases) {
    if (phase.page !== null && !exists(phase.page))
      questions.push({ kind: 'missing-page', setting: `Page of ${phase.name}`, path: phase.page });
    const chosen =
      phase.page !== null && exists(phase.page) ? [phase.page] : choosePhasePage(input, candidates, overview, phase);
    const [page] = chosen;
    if (chosen.length > 1) questions.push({ kind: 'phase-page', phase: phase.name, candidates: chosen });
    else if (page !== undefined && ![...pages.values()].includes(page)) pages.set(phase.id, page);
  }
  const phaseByPage = new Map(
    settings.phases.flatMap((phase) => {
      const page = pages.get(phase.id);
      return page === undefined ? [] : [[page, phase] as const];
    }),
  );
  for (const path of [...input.pages.keys()].sort())
    if (isNewPhasePage(settings, path) && !phaseByPage.has(path)) questions.push({ kind: 'new-phase', page: path });

  const lifecycle = { phases: settings.phases, pages, phaseByPage, overview, rolesFolder };
  return { ...lifecycle, linked: linkedNotes(input, lifecycle), questions };
}
