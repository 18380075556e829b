import type { NoteSource } from '../../note/note-source';
import { lineEndAt } from '../../note/line-end';
import { lineAt } from '../../note/text-line';
import {
  findResponsibility,
  listResponsibilities,
  type MeantResponsibility,
  type ResponsibilityState,
} from '../../progress/responsibilities';
import { isClosed } from '../../todo/found-todo';
import { planNote, type Planned } from '../edit-plan';
import { isRefusal, refuse, type Refusal } from '../../text/refusal';
import type { Span, TextEdit } from '../../text/text-edit';
import { readForWriting, taggedTodos } from '../locate-todo';
import type { Planning } from '../planning';
import { refuseGone } from '../actions/plan-responsibility-owner';
import { addTag, newTag, tagLineBelow } from '../tags/add-tag';

/** Puts a tag line above everything in a note but its properties, where no transclusion takes it along; a blank line is between it and what stands around it. */
function tagLineOnTop({ text, bodyStart }: NoteSource, tag: string): TextEdit {
  const eol = lineEndAt(text, bodyStart);
  // The end of the properties' last line, and a blank line.
  const breaks =
    bodyStart === 0
      ? []
      : (/^(?:[ \t]*(?:\r\n?|\n)){0,2}/.exec(text.slice(bodyStart))?.[0].match(/[ \t]*(?:\r\n?|\n)/g) ?? []);
  const at = bodyStart + breaks.join('').length;
  const gap = bodyStart === 0 ? '' : eol.repeat(2 - breaks.length);
  const below = lineAt(text, at);
  return { start: at, end: at, insert: `${gap}${tag}${eol}${eol}`, guards: below.start < below.end ? [below] : [] };
}

/** The note that the responsibility grew into; null where it speaks for another responsibility too, its todos belong to another phase, or it must not be written. */
async function noteOfItsOwn(planning: Planning, { path, note }: ResponsibilityState): Promise<NoteSource | null> {
  const { index, vault } = planning;
  if (note === null) return null;
  const sharing = [...index.lifecycle.pages.values()]
    .flatMap((page) => listResponsibilities(index, vault, page))
    .filter((one) => one.note === note);
  if (sharing.length > 1) return null;
  const source = await readForWriting(planning, note);
  if (isRefusal(source)) return null;
  const { phase } = index.judgeNoteItself(note, source.metadata);
  return phase?.id === index.lifecycle.phaseByPage.get(path)?.id ? source : null;
}

/** A bullet's checkbox, when it is closed: its character. */
function closedBox({ text, items }: NoteSource, start: number): Span | null {
  const item = items.find(({ position }) => position.start.offset === start);
  if (!item || !isClosed({ status: item.task ?? null })) return null;
  const at = text.indexOf('[', start) + 1;
  return { start: at, end: at + 1 };
}

/** The edits that mark a bullet: its closed box is opened, and it gets a tag where it has none. */
function onBullet(page: NoteSource, start: number, isTagged: boolean, tag: string): readonly TextEdit[] | Refusal {
  const line = lineAt(page.text, start);
  const box = closedBox(page, start);
  const opened = box ? [{ ...box, insert: ' ', guards: [line] }] : [];
  if (isTagged) return opened;
  const tagged = addTag(page, line, tag);
  return isRefusal(tagged) ? tagged : [...opened, tagged];
}

/**
 * Marks a finished responsibility as unfinished where it had best carry the mark: in the note that it grew into, else on its bullet or below its heading. The tag
 * is hidden where the page's own todos all are.
 */
export async function planUnfinished(planning: Planning, meant: MeantResponsibility): Promise<Planned> {
  const page = await readForWriting(planning, meant.path);
  if (isRefusal(page)) return page;
  const found = findResponsibility(planning.index, planning.vault, meant);
  if (!found) return refuseGone(meant);
  if (found.open.length > 0) return refuse(`“${found.title}” is unfinished already.`);
  const tag = newTag(planning, page);
  const plan = (source: NoteSource, edits: readonly TextEdit[]): Planned =>
    planNote(`Marked “${found.title}” as unfinished`, source, edits);
  const note = await noteOfItsOwn(planning, found);
  if (note) return plan(note, [tagLineOnTop(note, tag)]);
  const heading = page.metadata.headings?.find(({ position }) => position.start.offset === found.start);
  if (heading) return plan(page, [tagLineBelow(page, heading, tag)]);
  const isTagged = taggedTodos(planning, page).some(
    ({ mark: { place } }) => place.kind === 'item' && place.start === found.start,
  );
  const edits = onBullet(page, found.start, isTagged, tag);
  return isRefusal(edits) ? edits : plan(page, edits);
}
