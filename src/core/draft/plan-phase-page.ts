import { settingsChange } from '../settings/settings-change';
import { isRefusal, refuse } from '../text/refusal';
import { refuseNote } from '../edit/refuse-note';
import { folderOf, noteName, splitLink } from '../note/link-text';
import { vaultAfter } from '../edit/vault-after';
import { phaseNamed, phaseOfPageName } from '../phase/phase-names';
import { phaseNameProblem } from '../settings/edit-settings';
import { newPhase } from '../settings/new-phase';
import type { PhaseSetting } from '../settings/settings';
import { makeDraft, refuseField, templaterProblem, type Drafted, type Drafting } from './drafting';
import { circleProblem } from './judge-new-note';
import { asMade } from './fill-note';
import { insertPhase } from './insert-phase';
import { newNotePath } from './new-note-path';
import { sameName } from '../text/same-name';
import { fillPage } from './fill-page';
import { noPage, whichOverview } from './unknown-pages';
import { withPhase } from './adopt-phase';

export interface NewPhaseRequest {
  /** `Day 3` */
  readonly name: string;
  /** `Decommissioning` */
  readonly purpose: string;
}

/** The folder in which the overview's links expect a note with such a name that is not there yet; null when none names one. */
function linkedFolder({ index, vault }: Drafting, isWanted: (name: string) => boolean): string | null {
  const { overview } = index.lifecycle;
  if (overview === null) return null;
  for (const link of index.pageFacts(overview)?.links ?? []) {
    const { path } = splitLink(link);
    const folder = folderOf(path.replace(/^\/+/, ''));
    if (
      folder !== '' &&
      !/^\.\.?(?:\/|$)/.test(folder) &&
      isWanted(noteName(path)) &&
      vault.resolve(path, overview) === null
    )
      return folder;
  }
  return null;
}

/** Where the page goes: where a link expects it, else beside the page that it follows; when that is the overview, where links expect other phases. */
function folderFor(drafting: Drafting, title: string, follows: string): string {
  const { overview, phases } = drafting.index.lifecycle;
  const isPhasePage = (name: string): boolean => phaseOfPageName(phases, name)?.as === 'full';
  const expected = linkedFolder(drafting, (name) => name.toLowerCase() === title.toLowerCase());
  return expected ?? (follows === overview ? linkedFolder(drafting, isPhasePage) : null) ?? folderOf(follows);
}

/**
 * Plans a new phase's page: the page, the phase in the settings, and heading and transclusion on the overview page, each unless it is there. A page
 * of that name without a phase becomes the phase's.
 */
export async function planPhasePage(drafting: Drafting, request: NewPhaseRequest): Promise<Drafted> {
  const { index, vault } = drafting;
  const { lifecycle, settings } = index;
  const [name, purpose] = [request.name.trim(), request.purpose.trim()];
  const unsafe = templaterProblem({ name, purpose });
  if (unsafe) return unsafe;
  const known = phaseNamed(settings.phases, name);
  const problem = known ? null : phaseNameProblem(settings, '', name);
  if (problem !== null) return refuseField('name', problem);
  if (known && lifecycle.pages.has(known.id))
    return refuseField('name', `${known.name} has a page already: ${lifecycle.pages.get(known.id) ?? ''}.`);
  if (known && lifecycle.questions.some((question) => question.kind === 'phase-page' && question.phase === known.name))
    return refuseField('name', noPage(lifecycle, known));
  if (purpose === '' && !known?.title)
    return refuseField('purpose', 'Give the phase a purpose, such as Decommissioning: its page says what it is for.');
  if (/[\r\n#^|[\]]/.test(purpose))
    return refuseField(
      'purpose',
      'A purpose is a word or two: it cannot hold # ^ [ ] or |, because a heading is named after it.',
    );
  const phase: PhaseSetting = known
    ? { ...known, title: purpose === '' ? known.title : purpose }
    : newPhase(settings.phases, name, purpose);

  const siblings = lifecycle.phases.flatMap(({ id }) => lifecycle.pages.get(id) ?? []);
  const nearest = siblings.at(-1) ?? lifecycle.overview;
  if (nearest === null)
    return refuseField('name', 'There are no operations pages yet. Make them with “Set up operations pages…”.');
  const title = `${phase.name} Operations`;
  const [adopted] = lifecycle.questions.flatMap((question) =>
    question.kind === 'new-phase' && sameName(noteName(question.page), title) ? question.page : [],
  );
  const path = adopted ?? newNotePath(vault, folderFor(drafting, title, nearest), title, 'name');
  if (typeof path !== 'string') return path;
  // Without siblings the page follows the overview: shown on a published page, it is published.
  const sibling = await vault.read(nearest);
  const page = adopted === undefined ? await fillPage(drafting, 'phase-page', { path, phase, sibling }) : null;
  if (page && isRefusal(page)) return page;

  const after = known
    ? { ...settings, phases: settings.phases.map((one) => (one.id === known.id ? phase : one)) }
    : withPhase(settings, phase);
  const made = page ? [page] : [];
  const overview = lifecycle.overview === null ? null : await vault.read(lifecycle.overview);
  const blocked = overview && refuseNote(overview);
  if (blocked) return blocked;
  const inserted =
    overview &&
    (await insertPhase(drafting, vaultAfter(vault, made), overview, {
      phase,
      page: path,
      phases: after.phases,
    }));
  if (inserted && isRefusal(inserted)) return inserted;
  const circle = page && circleProblem(vaultAfter(vault, made, inserted ? [inserted] : []), page);
  if (circle !== null) return refuse(circle);
  const remarks = [
    ...(page?.remarks ?? []),
    ...(adopted !== undefined ? [`${path} is there already and becomes its page`] : []),
    ...(overview
      ? inserted
        ? []
        : [`${noteName(overview.path)} shows it already`]
      : [whichOverview(lifecycle)?.replace(/\.$/, '') ?? 'There is no overview page to show it on']),
  ];
  return makeDraft(
    {
      done: adopted !== undefined ? `Made ${phase.name} a phase` : `Created ${title}`,
      creates: asMade(made),
      changes: [...(inserted ? [inserted] : []), ...(page?.changes ?? [])],
      settings: settingsChange(settings, after),
      remarks,
    },
    path,
    page?.cursor ?? null,
  );
}
