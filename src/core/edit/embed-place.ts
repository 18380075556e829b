import { refuse, type Refusal } from '../text/refusal';
import type { NoteEdit, TextEdit } from '../text/text-edit';
import { isPublished } from '../note/is-published';
import { lineEndAt } from '../note/line-end';
import { itemAt } from '../note/list-items';
import type { NoteSource } from '../note/note-source';
import { isBlank, lineAfter, lineAt, lineBefore, type TextLine } from '../note/text-line';
import { openBlockAt } from '../markdown/open-block';

/** Where a `![[…]]` is mere text, by the type of the block. */
const NOT_READ: Readonly<Record<string, string>> = {
  code: 'code',
  math: 'a formula',
  html: 'HTML',
  comment: 'a comment',
};

/** Where the publisher's HTML breaks what it stands in. */
const BROKEN: Readonly<Record<string, string>> = {
  list: 'a bullet',
  table: 'a table',
  blockquote: 'a quote',
  callout: 'a callout',
  footnoteDefinition: 'a footnote',
};

/** What is put on lines of its own: the publisher's HTML takes the place of a transclusion, a snapshot and a board's block stay Markdown. */
type OwnBlock = 'transclusion' | 'snapshot' | 'board';

/**
 * Why a transclusion, or a snapshot, on a line of its own at the UTF-16 offset would not be shown as one, here or on the published site; null where
 * the place is good. Nothing of a published note but paragraphs and what is below headings is good for a transclusion.
 */
export function embedPlaceProblem(source: NoteSource, offset: number, what: OwnBlock = 'transclusion'): string | null {
  const line = lineAt(source.text, offset);
  const own = source.text.slice(line.start, line.end);
  // The end of a line belongs to its block.
  const at = own.trim() === '' ? offset : line.start + own.length - own.trimStart().length;
  const type = source.sectionAt(at)?.type ?? (itemAt(source, at) < 0 ? '' : 'list');
  if (type === 'yaml' || offset < source.bodyStart) return `Properties hold no ${what}. Put the cursor below them.`;
  if (source.outline.copyAt(offset) !== null || source.outline.isWrapping(offset))
    return 'This is a frozen copy: the next publish overwrites what is written here.';
  // What nobody closed goes on to the note's end.
  const above = source.text.slice(0, offset).trimEnd().length - 1;
  const unread =
    NOT_READ[type] ?? (above >= 0 && openBlockAt(source, above) !== null ? 'a block that is not closed' : undefined);
  if (unread !== undefined) return `A ${what} in ${unread} is not shown. Put the cursor below it.`;
  const broken = what === 'transclusion' && isPublished(source.metadata) ? BROKEN[type] : undefined;
  return broken === undefined
    ? null
    : `A transclusion in ${broken} breaks when this note is published. Put the cursor on an empty line below it.`;
}

/** What stands between the lines at a cut, so that a blank line does. */
function gap(text: string, isCut: boolean, neighbour: TextLine | null, eol: string): string {
  if (isCut) return eol + eol;
  return neighbour === null || isBlank(text, neighbour) ? '' : eol;
}

/** What is not parted by a line between: the transclusion goes below. */
const WHOLE = new Set(['heading', 'list', 'table', 'blockquote', 'callout', 'footnoteDefinition']);

/** On a line of its own, with blank lines around: below a heading, a list, a table or a quote, between the halves of a paragraph. */
function ownLine(source: NoteSource, offset: number, embed: string): TextEdit {
  const { text, metadata } = source;
  const block = [...(metadata.sections ?? [])].find(
    ({ type, position }) => WHOLE.has(type) && offset >= position.start.offset && offset <= position.end.offset,
  );
  const line = lineAt(text, block?.position.end.offset ?? offset);
  const at = block ? line.end : offset;
  const before = text.slice(line.start, at).trimEnd();
  const after = text.slice(at, line.end).trimStart();
  const above = line.start === 0 ? null : lineBefore(text, line);
  const below = line.end === text.length ? null : lineAfter(text, line);
  const eol = lineEndAt(text, offset);
  return {
    start: line.start + before.length,
    end: line.end - after.length,
    insert: gap(text, before !== '', above, eol) + embed + gap(text, after !== '', below, eol),
    guards: [line],
  };
}

/**
 * Puts a transclusion or snapshot into the note at the UTF-16 offset, on lines of its own with blank lines around.
 * Refused where it would break (`embedPlaceProblem`).
 */
export function planEmbedAt(
  source: NoteSource,
  offset: number,
  embed: string,
  what: OwnBlock = 'transclusion',
): NoteEdit | Refusal {
  const { path, text, metadata } = source;
  // Not in the midst of another link.
  const link = [...(metadata.links ?? []), ...(metadata.embeds ?? [])].find(
    ({ position }) => offset > position.start.offset && offset < position.end.offset,
  );
  const at = link?.position.end.offset ?? offset;
  const problem = embedPlaceProblem(source, at, what);
  if (problem !== null) return refuse(problem);
  return { path, before: text, edits: [ownLine(source, at, embed)] };
}
