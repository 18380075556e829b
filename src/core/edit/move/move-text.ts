import { followCarried, followText, type Followed, type TextMove } from '../../link/follow-text';
import { moveDefinitions, withRenames, type DefinitionMove, type LabelsThere } from '../../link/move-definitions';
import { appendDefinitions, definitionsText } from '../../link/write-definitions';
import { openBlockAt } from '../../markdown/open-block';
import { noteName } from '../../note/link-text';
import { parseNote } from '../../markdown/parse-note';
import { entriesIn, startOf } from '../../note/by-position';
import { groupBy } from '../../note/group-by';
import { headingKey } from '../../note/heading-key';
import type { HeadingMetadata, NoteMetadata } from '../../note/note-metadata';
import type { NoteSource } from '../../note/note-source';
import { wholeLines } from '../../note/text-line';
import { oncePer } from '../../note/once-per';
import { matchHeadings } from '../../note/resolve-subpath';
import { editsInOrder, noteAfter } from '../apply-edits';
import { isRefusal, refuse, type Refusal } from '../../text/refusal';
import type { NoteEdit, PlainEdit, Span, TextEdit } from '../../text/text-edit';
import type { PlanningVault } from '../planning';

/** What moving one todo writes, in the order of writing, and what to know of it. */
export interface Move {
  /** The note that gains the text first, then links that follow it. */
  readonly changes: readonly NoteEdit[];
  readonly remarks: readonly string[];
  /** The text that goes to another note, as the change that takes it out of its own, behind the others; null when all stays in its place. */
  readonly takes: NoteEdit | null;
  /** Footnotes and reference definitions that are written at a note's end behind all else. */
  readonly definitions: readonly NoteEdit[];
  /** The heading that is another then, and that links lead to, with its note. */
  readonly heading: readonly [source: NoteSource, heading: HeadingMetadata] | null;
}

/** Text of a todo's note that goes to another note. */
interface TextToMove {
  readonly source: NoteSource;
  readonly span: Span;
  readonly target: NoteSource;
  readonly there: LabelsThere;
  /** The note's texts that go to the other note with it. */
  readonly together: readonly Span[];
  /** What puts it there, given the edits of its links and labels. */
  readonly write: (own: readonly TextEdit[]) => TextEdit | Refusal;
  /** What its own note has in its place. */
  readonly cut: PlainEdit;
}

/** The same with the footnotes and reference definitions that go along. */
interface MovedPart extends TextToMove {
  readonly along: DefinitionMove;
}

const moveOf = ({ source, span, target, along, together }: MovedPart, placeOf: TextMove['placeOf']): TextMove => ({
  source,
  moved: span,
  carried: span,
  becomesNote: false,
  along: along.goes,
  together,
  to: target.path,
  after: null,
  placeOf,
});

/** The edits of the part itself: links that are written anew, labels that are taken on the other note. */
const editsWithin = ({ source, span, along }: MovedPart, links: readonly TextEdit[]): TextEdit[] =>
  withRenames(source, links, along.renames).filter(({ start, end }) => start >= span.start && end <= span.end);

/** What the definitions that go along write at the other note's end. */
function definitionsThere(
  { source, target, along }: MovedPart,
  links: readonly TextEdit[],
): readonly NoteEdit[] | Refusal {
  if (along.goes.length === 0) return [];
  const open = openBlockAt(target, Math.max(0, target.text.trimEnd().length - 1));
  if (open !== null)
    return refuse(
      `A block that begins in line ${open + 1} of ${noteName(target.path)} is not closed, so no footnote can stand behind it. Close it first.`,
    );
  const text = definitionsText(source, along.goes, withRenames(source, links, along.renames));
  return [{ path: target.path, before: target.text, edits: [appendDefinitions(target, text)] }];
}

/** What the source loses: the part, and definitions that nothing uses any more; those in the part that it goes on using stay at its end. */
function losses({ source, along }: MovedPart, cut: TextEdit): readonly TextEdit[] {
  const merged = joinCuts(source.text, [cut, ...along.cuts], (last, edit) => edit.start <= last.end);
  const returned =
    along.returns.length > 0
      ? [appendDefinitions(source, definitionsText(source, along.returns, []), merged.at(-1))]
      : [];
  return editsInOrder([...returned, ...merged]);
}

/** The cuts of several texts of a note, in order: the blanks or line end between two that both take is cut once. */
export const joinOverlaps = (text: string, cuts: readonly TextEdit[]): TextEdit[] =>
  joinCuts(
    text,
    cuts,
    (last, edit) =>
      edit.start < last.end && last.insert + edit.insert === '' && text.slice(edit.start, last.end).trim() === '',
  );

/** Cuts in order, in which those that join one another are one. */
function joinCuts(
  text: string,
  cuts: readonly TextEdit[],
  joins: (last: TextEdit, edit: TextEdit) => boolean,
): TextEdit[] {
  const merged: TextEdit[] = [];
  for (const edit of editsInOrder(cuts)) {
    const last = merged.at(-1);
    if (last && joins(last, edit)) merged.splice(-1, 1, together(text, last, edit));
    else merged.push(edit);
  }
  return merged;
}

/** Two cuts that touch; of whole lines at the note's end no empty one is left. */
function together(text: string, one: TextEdit, other: TextEdit): TextEdit {
  const { start } = one;
  const end = Math.max(one.end, other.end);
  const isRest = text.slice(end).trim() === '' && (start === 0 || /[\r\n]/.test(text[start - 1] ?? ''));
  // What ends without a line end does so still.
  const rest = { start, end: text.length };
  const span = !isRest ? { start, end } : /[\r\n]$/.test(text) ? rest : wholeLines(text, rest);
  return { ...span, insert: one.insert + other.insert, guards: [] };
}

/** The edits of the part's own links, as far as they can be known before it stands in the other note. */
const ownLinks = (vault: PlanningVault, part: MovedPart): readonly TextEdit[] =>
  followCarried(
    vault,
    moveOf(part, () => undefined),
  );

const headingsIn = ({ metadata }: NoteSource, { start, end }: Span): readonly HeadingMetadata[] =>
  entriesIn(metadata.headings ?? [], start, end);

/** How links follow the part, once it is known what puts it into the other note, which is read only when one leads to it. */
function followPart(vault: PlanningVault, part: MovedPart, gain: TextEdit): Promise<Followed> {
  const { source, span, target } = part;
  let known: NoteSource | null = null;
  const after = (): NoteSource => (known ??= noteAfter({ path: target.path, before: target.text, edits: [gain] }));
  const move = moveOf(part, (heading) => {
    const before = headingsIn(source, span);
    const there = headingsIn(after(), { start: gain.start, end: gain.start + gain.insert.length });
    const line = there.length === before.length ? there[before.indexOf(heading)]?.position.start.line : undefined;
    return line === undefined ? undefined : { kind: 'heading', line };
  });
  return followText(vault, {
    ...move,
    get after() {
      return after();
    },
  });
}

const blocksInOrder = oncePer(({ blocks = {} }: NoteMetadata) =>
  Object.values(blocks).sort((a, b) => startOf(a) - startOf(b)),
);

/** Headings and block ids of a part of a note that another note has too: a link to them leads to the first, so the user is told. */
function duplicateRemarks({ metadata }: NoteSource, { start, end }: Span, target: NoteSource): string[] {
  const headings = entriesIn(metadata.headings ?? [], start, end).filter(
    ({ heading }) => matchHeadings(target.metadata.headings ?? [], [heading]) !== null,
  );
  const ids = entriesIn(blocksInOrder(metadata), start, end).filter(
    ({ id }) => target.metadata.blocks?.[id.toLowerCase()] !== undefined,
  );
  const note = noteName(target.path);
  return [
    ...headings.map(({ heading }) => `${note} has a heading “${heading}” already: links lead to the first of the two.`),
    ...ids.map(({ id }) => `${note} has a block ^${id} already: links lead to one of the two.`),
  ];
}

/** Headings that a note had none of and gets several of by the texts that come to it: a link to them leads to the first, so the user is told. */
export function twinRemarks(change: NoteEdit): string[] {
  const byKey = ({ metadata }: NoteSource): Map<string, HeadingMetadata[]> =>
    groupBy(metadata.headings ?? [], ({ heading }) => headingKey(heading));
  const had = byKey(parseNote(change.path, change.before));
  return [...byKey(noteAfter(change))].flatMap(([key, [first, ...others]]) =>
    !first || others.length === 0 || had.has(key)
      ? []
      : `${noteName(change.path)} gets ${others.length + 1} headings “${first.heading}”: links lead to the first of them.`,
  );
}

/** Moves text to another note as it stands, with what refers to it and what it refers to. */
export async function moveText(vault: PlanningVault, text: TextToMove): Promise<Move | Refusal> {
  const { source, span, target, there, write, cut } = text;
  const part = { ...text, along: moveDefinitions({ source, moved: span, stays: [], there }) };
  const draft = write(editsWithin(part, ownLinks(vault, part)));
  if (isRefusal(draft)) return draft;
  const followed = await followPart(vault, part, draft);
  const gain = write(editsWithin(part, followed.carried));
  if (isRefusal(gain)) return gain;
  const definitions = definitionsThere(part, followed.carried);
  if (isRefusal(definitions)) return definitions;
  // What is cut is its own guard.
  const lost = losses(part, { ...cut, guards: [] });
  return {
    changes: [{ path: target.path, before: target.text, edits: [gain] }, ...followed.changes],
    remarks: [...duplicateRemarks(source, span, target), ...followed.remarks.map((remark) => `${remark}.`)],
    takes: { path: source.path, before: source.text, edits: lost },
    definitions,
    heading: null,
  };
}
