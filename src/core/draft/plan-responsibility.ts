import { isRefusal, type Refusal } from '../text/refusal';
import type { NoteEdit } from '../text/text-edit';
import { insertResponsibility } from '../edit/insert-responsibility';
import type { PlanningVault } from '../edit/planning';
import { refuseNote } from '../edit/refuse-note';
import { folderOf, noteName } from '../note/link-text';
import { planLink } from '../link/plan-link';
import { vaultAfter } from '../edit/vault-after';
import { openNoteSource, type NoteSource } from '../note/note-source';
import type { PhaseSetting } from '../settings/settings';
import { makeDraft, refuseField, templaterProblem, type Drafted, type Drafting, type FieldRefusal } from './drafting';
import { asMade, fillNote, type FilledNote } from './fill-note';
import { mergeEdits } from '../edit/apply-edits';
import { circleProblem, phaseOfNewNote } from './judge-new-note';
import { hidesTodo } from './note-todo';
import { namesakeRemarks, newNotePath } from './new-note-path';
import { openTemplate } from './open-template';
import { headingNamed } from './page-headings';
import { phaseFolder } from './phase-folder';
import { noPage, whichOverview } from './unknown-pages';

/** How a phase page refers to the note: by a bullet, or by a sub-heading with a transclusion. */
export type Reference = 'bullet' | 'transclusion';

export interface ResponsibilityRequest {
  readonly title: string;
  /** Null: no single phase. */
  readonly phase: PhaseSetting | null;
  /** The owner's role note, or null. */
  readonly owner: string | null;
  /** ISO date, or null. */
  readonly due: string | null;
  /** A template's name or path; null for the usual one. */
  readonly template: string | null;
  /** Whether the note is published; null: as the phase page is. */
  readonly publish: boolean | null;
  readonly reference: Reference;
}

/** Where a new note of the phase goes, and the page that it follows. With no single phase: beside the overview page. */
async function placeOfNewNote(
  drafting: Drafting,
  phase: PhaseSetting | null,
): Promise<{ readonly folder: string; readonly page: NoteSource | null } | FieldRefusal> {
  const { index, vault } = drafting;
  const { overview, pages } = index.lifecycle;
  const path = phase ? pages.get(phase.id) : overview;
  if (path === undefined || path === null)
    return refuseField(
      'phase',
      phase
        ? noPage(index.lifecycle, phase)
        : (whichOverview(index.lifecycle) ??
            'There is no overview page yet, so there is no place for what belongs to no single phase.'),
    );
  const page = await vault.read(path);
  if (!page) return refuseField('phase', `${path} is gone.`);
  return { folder: phase ? phaseFolder(index, vault, phase, path) : folderOf(path), page };
}

/** The edit of the phase page that refers to the note. */
async function referTo(
  drafting: Drafting,
  vault: PlanningVault,
  page: NoteSource,
  note: FilledNote,
  how: Reference,
): Promise<NoteEdit | Refusal> {
  const link = await planLink({ source: page.path, target: note.path, alias: noteName(note.path) }, vault);
  if (isRefusal(link)) return link;
  const embed = how === 'bullet' ? null : await planOverviewEmbed(drafting, vault, page.path, note.path);
  if (embed && isRefusal(embed)) return embed;
  const { text } = link;
  const added = embed ? ({ kind: 'heading', text, body: embed.text } as const) : ({ kind: 'bullet', text } as const);
  const edit = insertResponsibility(drafting.index, page, added);
  return isRefusal(edit) ? edit : { path: page.path, before: page.text, edits: [edit] };
}

/** An embed of a planned note's overview section, or of all of it when it has none. */
export function planOverviewEmbed(
  { index }: Drafting,
  vault: PlanningVault,
  source: string,
  target: string,
): ReturnType<typeof planLink> {
  const metadata = vault.metadata(target);
  const heading = metadata && headingNamed(openNoteSource(target, '', metadata), index.settings.overviewHeading);
  const place = heading
    ? ({ kind: 'heading', line: heading.position.start.line } as const)
    : ({ kind: 'note' } as const);
  return planLink({ source, target, place, embed: true }, vault);
}

/** Plans a new responsibility note with what refers to it. All or nothing; nothing that exists is written over. */
export async function planResponsibility(drafting: Drafting, request: ResponsibilityRequest): Promise<Drafted> {
  const { index, vault } = drafting;
  const { phase, owner, due, reference } = request;
  const title = request.title.trim();
  const unsafe = templaterProblem({ title, owner, due });
  if (unsafe) return unsafe;
  const place = await placeOfNewNote(drafting, phase);
  if (isRefusal(place)) return place;
  const { folder, page } = place;
  const path = newNotePath(vault, folder, title);
  // The phase is what names the folder here.
  if (typeof path !== 'string') return path.field === 'folder' ? { ...path, field: 'phase' } : path;
  const template = await openTemplate(drafting, 'responsibility', request.template);
  if (isRefusal(template)) return template;
  const blocked = phase && page ? refuseNote(page) : null;
  if (blocked) return { ...blocked, field: 'phase' };

  const note = await fillNote(drafting, {
    path,
    template,
    phase,
    page: phase ? page : null,
    owner,
    due: due ?? '',
    publish: request.publish,
    model: page,
    todo: { tags: null, isHidden: page !== null && hidesTodo(index, page) },
  });
  const planned = vaultAfter(vault, [note]);
  const refers = phase && page ? await referTo(drafting, planned, page, note, reference) : null;
  if (refers && isRefusal(refers)) return { ...refers, field: 'phase' };
  const changes = mergeEdits([...(refers ? [refers] : []), ...note.changes]);
  if (isRefusal(changes)) return changes;
  const after = vaultAfter(vault, [note], changes);
  const circle = circleProblem(after, note);
  if (circle !== null)
    return refuseField(
      'template',
      reference === 'transclusion' ? circle.replace(/\.$/, ', or add a bullet instead.') : circle,
    );
  const judged = phaseOfNewNote(index, after, path, phase);
  if (judged !== (phase?.id ?? null))
    return refuseField(
      'template',
      `By its template “${template.name}” the note would belong to ${index.lifecycle.phases.find(({ id }) => id === judged)?.name ?? 'no phase'}, not to ${phase?.name ?? 'operations as a whole'}.`,
    );
  return makeDraft(
    {
      done: page && phase ? `Created ${title} and linked it from ${noteName(page.path)}` : `Created ${title}`,
      creates: asMade([note]),
      changes,
      remarks: [...note.remarks, ...namesakeRemarks(vault, path)],
    },
    path,
    note.cursor,
  );
}
