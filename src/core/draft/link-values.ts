import { isRefusal } from '../text/refusal';
import type { NoteEdit } from '../text/text-edit';
import type { PlanningVault } from '../edit/planning';
import { noteName } from '../note/link-text';
import { planLink, type LinkRequest, type PlannedLink } from '../link/plan-link';
import type { NoteSource } from '../note/note-source';
import { resolveSubpath } from '../note/resolve-subpath';
import type { PhaseSetting } from '../settings/settings';
import type { Placeholder } from '../template/placeholders';
import { headingNamed, summaryHeading } from './page-headings';
import type { Drafting } from './drafting';

/** What the links of a new note are made of. */
export interface LinkValues {
  readonly values: Partial<Record<Placeholder, string>>;
  readonly inProperties: Partial<Record<Placeholder, string>>;
  /** Block ids that the links need. */
  readonly changes: readonly NoteEdit[];
  readonly remarks: readonly string[];
}

export interface LinkSources {
  /** The new note. */
  readonly path: string;
  readonly phase: PhaseSetting | null;
  /** The phase's page, where there is one. */
  readonly page?: NoteSource | null;
  /** The owner's role note, or null. */
  readonly owner?: string | null;
}

/**
 * The links that a template names, written for the new note at `path`, which `vault` knows as planned. What cannot be linked is left out, and the
 * reason is a remark: the note is whole without it.
 */
export async function linkValues(
  { index }: Drafting,
  vault: PlanningVault,
  used: ReadonlySet<string>,
  { path, phase, page = null, owner = null }: LinkSources,
): Promise<LinkValues> {
  const values: Partial<Record<Placeholder, string>> = {};
  const inProperties: Partial<Record<Placeholder, string>> = {};
  const changes: NoteEdit[] = [];
  const remarks: string[] = [];
  const write = async (
    request: Pick<LinkRequest, 'target' | 'place' | 'alias' | 'embed'>,
  ): Promise<PlannedLink | null> => {
    const link = await planLink({ ...request, source: path }, vault);
    if (isRefusal(link)) {
      remarks.push(link.refusal.replace(/\.$/, ''));
      return null;
    }
    remarks.push(...link.remarks);
    if (link.plan) changes.push(link.plan);
    return link;
  };
  const linkTo = async (placeholder: Placeholder, target: string, alias: string): Promise<void> => {
    if (!used.has(placeholder)) return;
    values[placeholder] = (await write({ target, alias }))?.text ?? '';
    const bare = await planLink({ source: path, target, property: true }, vault);
    if (!isRefusal(bare)) inProperties[placeholder] = bare.text;
  };
  if (owner !== null) await linkTo('owner-link', owner, noteName(owner));
  if (phase && page) {
    await linkTo('phase-link', page.path, phase.name);
    const overview = headingNamed(page, index.settings.overviewHeading);
    const embed = async (placeholder: Placeholder, line: number): Promise<void> => {
      const link = await write({ target: page.path, place: { kind: 'heading', line }, embed: true });
      values[placeholder] = link?.text ?? '';
      // Todos in what is shown are shown along with it.
      const shown = link && resolveSubpath(page.metadata, link.leads.subpath);
      const carried = index
        .todosOf(page.path)
        .filter(({ offset }) => shown && offset >= shown.start && offset < shown.end);
      if (carried.length > 0)
        remarks.push(`What is transcluded of ${noteName(page.path)} brings its ${carried[0]?.tags[0] ?? 'todo'} along`);
    };
    const missing = (what: string): void => void remarks.push(`${noteName(page.path)} has no heading ${what}`);
    if (used.has('phase-summary')) {
      const summary = summaryHeading(page, phase);
      if (!summary)
        missing(
          `“${phase.title === '' ? '…' : phase.title} Phase”${overview ? ': its overview is transcluded instead' : ': nothing of it is transcluded'}`,
        );
      const heading = summary ?? overview;
      if (heading) await embed('phase-summary', heading.position.start.line);
    }
    if (used.has('phase-overview')) {
      if (overview) await embed('phase-overview', overview.position.start.line);
      else missing(`“${index.settings.overviewHeading}”: nothing of it is transcluded`);
    }
  }
  return { values, inProperties, changes, remarks };
}
