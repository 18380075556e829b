import { isRefusal } from '../text/refusal';
import { noteName } from '../note/link-text';
import { planLink } from '../link/plan-link';
import { vaultAfter } from '../edit/vault-after';
import { makeDraft, refuseField, templaterProblem, type Drafted, type Drafting } from './drafting';
import { circleProblem } from './judge-new-note';
import { EXAMPLE_SENTENCES, exampleResponsibilities } from './example-responsibilities';
import { asMade, type FilledNote } from './fill-note';
import { cleanFolder, newNotePath } from './new-note-path';
import { fillPage } from './fill-page';
import { planOverviewEmbed } from './plan-responsibility';

export interface SetUpRequest {
  /** Where the pages go; `''` for the vault's root. */
  readonly folder: string;
  /** Whether the pages begin with example responsibilities. */
  readonly examples: boolean;
}

/** The name of the overview page that is made. */
const OVERVIEW = 'Operations Overview';

/** What the phase-page template leaves to be written. */
const UNFINISHED = 'This phase is about …';

/** Plans the overview page and a page for each phase, linked and transcluded. Only where there are none: a second set would be two of each. */
export async function planSetUp(drafting: Drafting, request: SetUpRequest): Promise<Drafted> {
  const { index, vault } = drafting;
  const { lifecycle, settings } = index;
  const folder = cleanFolder(request.folder);
  const unsafe = templaterProblem({ folder });
  if (unsafe) return unsafe;
  const known = lifecycle.overview ?? [...lifecycle.pages.values()][0];
  if (known !== undefined)
    return refuseField(
      'folder',
      `${noteName(known)} is there already (${known}). Make further pages with “New phase page…”.`,
    );
  if (settings.phases.length === 0)
    return refuseField('folder', 'There are no phases. Add them in the settings first.');

  const overview = newNotePath(vault, folder, OVERVIEW, 'folder');
  if (typeof overview !== 'string') return overview;
  const pages: FilledNote[] = [];
  const remarks: string[] = [];
  for (const phase of settings.phases) {
    const path = newNotePath(vault, folder, `${phase.name} Operations`, 'folder');
    if (typeof path !== 'string') return path;
    const page = await fillPage(drafting, 'phase-page', {
      path,
      phase,
      sibling: null,
      responsibilities: request.examples ? exampleResponsibilities(phase.id) : '',
      besides: pages,
    });
    if (isRefusal(page)) return page;
    remarks.push(...page.remarks);
    pages.push({ ...page, text: page.text.replace(UNFINISHED, () => EXAMPLE_SENTENCES[phase.id] ?? UNFINISHED) });
  }

  const note = await fillPage(drafting, 'overview', { path: overview, phase: null, sibling: null, besides: pages });
  if (isRefusal(note)) return note;
  const planned = vaultAfter(vault, [...pages, note]);
  const sections: string[] = [];
  for (const [at, phase] of settings.phases.entries()) {
    const target = pages[at]?.path ?? '';
    const link = await planLink({ source: overview, target, alias: phase.name }, planned);
    const embed = await planOverviewEmbed(drafting, planned, overview, target);
    if (isRefusal(link)) return link;
    if (isRefusal(embed)) return embed;
    sections.push(`## ${link.text}\n\n${embed.text}\n`);
  }
  const text = [note.text.replace(/\n*$/, '\n'), ...sections].join('\n');
  const made = [...pages, { ...note, text }];
  const after = vaultAfter(vault, made);
  for (const one of made) {
    const circle = circleProblem(after, one);
    if (circle !== null) return refuseField('template', circle);
  }
  return makeDraft(
    {
      done: `Created ${pages.length + 1} notes${folder === '' ? '' : ` in ${folder}`}`,
      creates: asMade(made),
      remarks: [...new Set([...remarks, ...note.remarks])],
    },
    overview,
  );
}
