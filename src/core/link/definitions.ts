import { spanOf } from '../note/by-position';
import { oncePer } from '../note/once-per';
import { groupBy } from '../note/group-by';
import { DEFINITION } from '../markdown/marks/line-marks';
import { readMarkdown } from '../markdown/read-markdown';
import { LINE_ENDS } from '../note/line-end';
import type { NoteSource } from '../note/note-source';
import { isBlank, lineAt, nextLineStart } from '../note/text-line';
import type { Span } from '../text/text-edit';

/** A footnote's text `[^label]: …` or a reference definition `[label]: …`, which other text of the note refers to. */
export interface Definition extends Span {
  /** As it is compared: in lower case, white space collapsed; a footnote's with its `^`. */
  readonly key: string;
  /** As it is written. */
  readonly label: string;
  /** It stands behind a quote's or a bullet's mark, and is of that quote or bullet, wherever it is used. */
  readonly isHeld: boolean;
}

/** A reference to a definition: what must be written in `[start, end)` when its label changes, around the new label. */
export interface LabelUse extends Span {
  readonly key: string;
  /** Offset of the reference itself. */
  readonly at: number;
  readonly around: readonly [string, string];
}

export const labelKey = (label: string): string => label.trim().replace(/\s+/g, ' ').toLowerCase();

/** The end of the last line that goes on with the definition: below a footnote what is indented, also behind blank lines. */
function definitionEnd(text: string, end: number, isFootnote: boolean): number {
  let line = lineAt(text, Math.max(0, end));
  let last = line.end;
  for (let next = nextLineStart(text, line); isFootnote && next < text.length; next = nextLineStart(text, line)) {
    line = lineAt(text, next);
    if (/^(?: {4}|\t)[ \t]*\S/.test(text.slice(line.start, line.end))) last = line.end;
    else if (!isBlank(text, line)) break;
  }
  return last;
}

/** The definitions of a note, in its order; of two of one label the first counts. Spans are whole lines without the last line end. */
export const definitionsOf = oncePer(({ text, metadata }: NoteSource): readonly Definition[] => {
  const found = [...(metadata.footnotes ?? []), ...(metadata.referenceLinks ?? [])].flatMap(
    ({ position }): Definition[] => {
      const { start } = lineAt(text, position.start.offset);
      const { offset } = position.end;
      const label = DEFINITION.exec(text.slice(position.start.offset, offset + 1))?.[1];
      if (label === undefined) return [];
      const isHeld = text.slice(start, position.start.offset).trim() !== '';
      const end = isHeld ? offset : definitionEnd(text, offset, label.startsWith('^'));
      return [{ start, end, key: labelKey(label), label, isHeld }];
    },
  );
  found.sort((a, b) => a.start - b.start);
  return [...groupBy(found, ({ key }) => key).values()].flatMap(([first]) => first ?? []);
});

/** A definition's text as it stands in no quote or list: without what its lines begin with there; with LF. */
export function definitionWords(written: string): string {
  const marks = written.slice(0, written.indexOf('['));
  const below = marks.replace(/[^\s>]/g, ' ');
  const [first = '', ...rest] = written.split(LINE_ENDS);
  return [
    first.slice(marks.length),
    ...rest.map((line) => (line.startsWith(below) ? line.slice(below.length) : line.replace(/^[\s>]*/, ''))),
  ].join('\n');
}

/** Where the definitions at the note's end begin, which belong to the note and not to its last section; its length when there are none. */
export function definitionsStart(source: NoteSource): number {
  let end = source.text.length;
  for (const { start, end: last, isHeld } of definitionsOf(source).toReversed()) {
    if (isHeld || source.text.slice(last, end).trim() !== '') break;
    end = start;
  }
  return end;
}

/** Every reference to one of the labels in the text: footnotes `[^1]`, and `[text][label]`, `[label][]`, `[label]`, of images too. */
export function usesOf({ text, metadata }: NoteSource, labels: ReadonlySet<string>): LabelUse[] {
  const uses: LabelUse[] = [];
  for (const { id, position } of metadata.footnoteRefs ?? []) {
    const key = labelKey(`^${id}`);
    const { start, end } = spanOf(position);
    if (labels.has(key)) uses.push({ key, at: start, start: start + 1, end: end - 1, around: ['', ''] });
  }
  if (![...labels].some((label) => !label.startsWith('^'))) return uses;
  for (const { kind, start: at, end, innerStart, innerEnd } of readMarkdown(text).spans) {
    if ((kind !== 'link' && kind !== 'image') || text[end - 1] !== ']') continue;
    // `]` alone, or `][label]`.
    const label = end - innerEnd > 1 ? text.slice(innerEnd + 2, end - 1) : undefined;
    const key = labelKey(label === undefined || label === '' ? text.slice(innerStart, innerEnd) : label);
    if (!labels.has(key)) continue;
    // What shows its own label goes on showing it.
    const [place, around] =
      label === undefined ? [end, ['[', ']'] as const] : [end - 1 - label.length, ['', ''] as const];
    uses.push({ key, at, start: place, end: label === undefined ? end : end - 1, around });
  }
  return uses.sort((a, b) => a.at - b.at);
}
