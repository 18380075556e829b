import type { Draft, Drafting, FieldRefusal } from '../../core/draft/drafting';
import { phaseOfNewNote } from '../../core/draft/judge-new-note';
import { listTemplates } from '../../core/draft/open-template';
import { planResponsibility, type Reference } from '../../core/draft/plan-responsibility';
import { readDueDate } from '../../core/draft/read-fields';
import { newRolePath, planWithRoles } from '../../core/edit/actions/new-role';
import { isRefusal } from '../../core/text/refusal';
import { listRoles } from '../../core/index/list-roles';
import { isPublished, usesPublisher } from '../../core/note/is-published';
import { OwnerFields } from '../dialog/owner-fields';
import { DraftModal } from './draft-modal';
import type { FormContext } from './form-context';

/** What the form begins with. */
interface ResponsibilityPreset {
  /** A phase's id, or null for no single phase; not given: the current note's. */
  readonly phase?: string | null;
  readonly title?: string;
}

/** Whether the page that the note follows is published. */
function followsPublished({ index, vault }: Drafting, phase: string): boolean {
  const page = phase === '' ? index.lifecycle.overview : index.lifecycle.pages.get(phase);
  return page !== undefined && page !== null && isPublished(vault.metadata(page));
}

/** The phase of the note that is open, as far as the note itself says; else the first. */
function usualPhase({ index, vault }: Drafting, active: string | null): string {
  const { phases, overview } = index.lifecycle;
  if (active !== null && active === overview) return '';
  return (active === null ? null : phaseOfNewNote(index, vault, active, null)) ?? phases[0]?.id ?? '';
}

/** Opens the form for a new responsibility note. */
export async function openResponsibilityForm(context: FormContext, preset: ResponsibilityPreset = {}): Promise<void> {
  const drafting = await context.drafting();
  const { phases } = drafting.index.lifecycle;
  const request = {
    title: preset.title ?? '',
    phase:
      preset.phase === undefined
        ? usualPhase(drafting, context.app.workspace.getActiveFile()?.path ?? null)
        : (preset.phase ?? ''),
    owner: '',
    due: '',
    template: null as string | null,
    publish: null as boolean | null,
    reference: 'bullet' as Reference,
  };
  const templates = listTemplates(drafting, 'responsibility');
  const owners = new OwnerFields(context.app, listRoles(drafting.index, drafting.vault), (name) =>
    newRolePath(drafting, name),
  );
  new DraftModal(context, {
    heading: 'New responsibility note',
    submit: () => 'Create note',
    draw(fields) {
      let showPublish = (_isPublished: boolean): void => undefined;
      fields.text({
        field: 'title',
        name: 'Title',
        value: request.title,
        placeholder: 'On-call rotation',
        set: (value) => (request.title = value),
      });
      fields.choice({
        field: 'phase',
        name: 'Phase',
        options: [
          ...phases.map(({ id, name, title }) => [id, title === '' ? name : `${name} · ${title}`] as const),
          ['', 'No single phase'],
        ],
        value: request.phase,
        set(value) {
          request.phase = value;
          if (request.publish === null) showPublish(followsPublished(drafting, value));
        },
      });
      fields.select({
        field: 'owner',
        name: 'Owner',
        fill: (select, changed) =>
          owners.fill(select, {
            subject: 'the new note',
            none: 'Nobody yet',
            owner: null,
            changed() {
              request.owner = select.value;
              changed();
            },
          }),
      });
      fields.text({ field: 'due', name: 'Due date', type: 'date', value: '', set: (value) => (request.due = value) });
      if (templates.length > 1)
        fields.choice({
          field: 'template',
          name: 'Template',
          options: templates.map(
            ({ name, path }, at) => [String(at), path === null ? `${name} (built in)` : name] as const,
          ),
          value: '0',
          set: (value) => (request.template = templates[Number(value)]?.path ?? templates[Number(value)]?.name ?? null),
        });
      fields.toggle({
        field: 'reference',
        name: 'Transclude it on the phase page',
        desc: 'A heading with a transclusion, instead of a bullet that links to the note.',
        value: false,
        set: (value) => (request.reference = value ? 'transclusion' : 'bullet'),
      });
      if (usesPublisher(drafting.vault))
        showPublish = fields.toggle({
          field: 'publish',
          name: 'Publish',
          desc: 'As the phase page is, unless you switch it.',
          value: followsPublished(drafting, request.phase),
          set: (value) => (request.publish = value),
        });
    },
    async plan(now) {
      const due = readDueDate(request.due);
      if (due !== null && typeof due === 'object' && isRefusal(due)) return due;
      const owner = request.owner === '' ? null : request.owner;
      const phase = phases.find(({ id }) => id === request.phase) ?? null;
      return planWithRoles<Drafting, Draft, FieldRefusal>(now, owners.made([owner]), (whole) =>
        planResponsibility(whole, { ...request, phase, owner, due }),
      );
    },
  }).open();
}
