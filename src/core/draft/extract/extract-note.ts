import type { NewNote } from '../../edit/edit-plan';
import { isRefusal } from '../../text/refusal';
import type { NoteEdit, TextEdit } from '../../text/text-edit';
import { followCarried, followText } from '../../link/follow-text';
import { LabelsThere, moveDefinitions, withRenames } from '../../link/move-definitions';
import { appendDefinitions, definitionsText } from '../../link/write-definitions';
import { headingKey } from '../../note/heading-key';
import { folderOf } from '../../note/link-text';
import { vaultAfter } from '../../edit/vault-after';
import type { NoteSource } from '../../note/note-source';
import type { PhaseSetting } from '../../settings/settings';
import { readNestedTag } from '../../todo/todo-tags';
import { refuseField, templaterProblem, type Drafting, type FieldRefusal } from '../drafting';
import { circleProblem } from '../judge-new-note';
import { fillNote, type FilledNote } from '../fill-note';
import { namesakeRemarks, newNotePath } from '../new-note-path';
import { hidesTodo } from '../note-todo';
import { openTemplate } from '../open-template';
import { phaseFolder } from '../phase-folder';
import { titleOf } from './find-extracts';
import { placeInNote } from './place-in-note';
import type { Extract, ExtractRequest, Replacement } from './extract';
import { textForNote } from './extract-text';

/** The phase of an extract: what its todo has, else what its note has as a phase page. */
export function phaseOf({ index }: Drafting, source: NoteSource, extract: Extract): PhaseSetting | null {
  const { phases, phaseByPage } = index.lifecycle;
  const named = extract.todo.tags
    .map((tag) => readNestedTag(index.settings.tags, phases, tag).phase)
    .find((id) => id !== null);
  const todo = index
    .todosOf(source.path)
    .find(({ offset }) => offset >= extract.span.start && offset < extract.span.end);
  return (
    phases.find(({ id }) => id === named) ??
    phaseByPage.get(source.path) ??
    (extract.todo.tags.length > 0 ? (todo?.phase ?? null) : null)
  );
}

/** An extract as a note, with what else must change for it. */
export interface Extracted {
  readonly note: FilledNote;
  readonly extract: Extract;
  readonly follows: readonly NoteEdit[];
  readonly remarks: readonly string[];
}

/** The part of the source that its note takes away: all of a section; of a bullet, what is nested in it, unless nothing stays. */
function movedSpan(extract: Extract, leave: Replacement): { start: number; end: number } {
  if (extract.kind === 'section' || leave === 'transclusion') return extract.span;
  return extract.rest ?? { start: extract.span.end, end: extract.span.end };
}

/** Makes a note of an extract: its text, children and todo. `besides` are the notes that the plan makes before it. */
export async function extractNote(
  drafting: Drafting,
  source: NoteSource,
  extract: Extract,
  { leave, template: chosen }: ExtractRequest,
  wanted: string | null,
  besides: readonly NewNote[],
): Promise<Extracted | FieldRefusal> {
  const { index, vault } = drafting;
  const title = (wanted ?? titleOf(extract)).trim();
  const unsafe = templaterProblem({ title: wanted });
  if (unsafe) return unsafe;
  const phase = phaseOf(drafting, source, extract);
  const page = phase ? index.lifecycle.pages.get(phase.id) : undefined;
  const planned = vaultAfter(vault, besides);
  const path = newNotePath(
    planned,
    phase && page !== undefined ? phaseFolder(index, vault, phase, page) : folderOf(source.path),
    title,
  );
  if (typeof path !== 'string') return path;
  const template = await openTemplate(drafting, 'responsibility', chosen);
  if (isRefusal(template)) return template;
  const pageSource = page === undefined ? null : await vault.read(page);
  const model = pageSource ?? source;
  const { owner, due, tags, isHidden, isDone } = extract.todo;
  const fill = (summary: string): Promise<FilledNote> =>
    fillNote(drafting, {
      path,
      template,
      phase: pageSource ? phase : null,
      page: pageSource,
      owner,
      due: due ?? '',
      summary,
      model,
      todo: {
        tags: isDone ? [] : tags.length > 0 ? tags : null,
        isHidden: isHidden || (tags.length === 0 && hidesTodo(index, model)),
      },
      besides,
    });
  const draft = await fill(extract.words);
  const carried = extract.kind === 'section' ? extract.span : { start: extract.sentence.start, end: extract.span.end };
  const along = moveDefinitions({
    source,
    moved: carried,
    stays: extract.kind === 'bullet' && leave === 'sentence' ? [extract.sentence] : [],
    there: new LabelsThere(template.text),
  });
  const becomesNote = extract.kind === 'section';
  const move = {
    source,
    moved: movedSpan(extract, leave),
    carried,
    becomesNote,
    along: along.goes,
    to: path,
    before: vault,
  };
  const textWith = (links: readonly TextEdit[]): string => {
    const written = withRenames(source, links, along.renames);
    return [textForNote(source, extract, written, leave), definitionsText(source, along.goes, written)]
      .filter((part) => part !== '')
      .join('\n\n');
  };
  const besidesIt = vaultAfter(vault, [...besides, draft]);
  const unplaced = { ...move, after: null, placeOf: () => undefined };
  const first = await fill(textWith(followCarried(besidesIt, unplaced)));
  const withFirst = vaultAfter(vault, [...besides, first]);
  const after = await withFirst.read(path);
  const begins =
    after?.metadata.headings?.find(({ heading }) => headingKey(heading) === headingKey(index.settings.overviewHeading))
      ?.heading ?? null;
  const placeOf = placeInNote(source, move.moved, after, draft.text, begins);
  const follow = await followText(withFirst, { ...move, after, placeOf });
  const text = textWith(follow.carried);
  if (text.includes('<%') && drafting.runsTemplater)
    return refuseField('title', `“<%” in the text of “${title}” would be run by Templater. Take it out first.`);
  const note = await fill(text);
  const circle = circleProblem(vaultAfter(vault, [...besides, note]), note);
  if (circle !== null) return refuseField('template', circle);
  const returned =
    along.returns.length > 0
      ? [appendDefinitions(source, definitionsText(source, along.returns, []), extract.span)]
      : [];
  const follows = [...follow.changes, { path: source.path, before: source.text, edits: [...along.cuts, ...returned] }];
  return {
    note,
    extract,
    follows,
    remarks: [...note.remarks, ...follow.remarks, ...namesakeRemarks(vault, path)],
  };
}
