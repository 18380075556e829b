import type { NoteEdit, Span } from '../../../src/core/text/text-edit';
import { parseMetadata } from '../../host/markdown/parse-metadata';

/** A line of a note as a person sees it: its words, what kind of block it stands in, and under which heading. */
interface SeenLine extends Span {
  readonly words: string;
  readonly kind: string;
  readonly under: string;
}

/** The lines of a text, by the host's parser and nothing of the product's. */
function linesOf(text: string): SeenLine[] {
  const { headings = [], sections = [] } = parseMetadata(text);
  const own = (span: Span): string => text.slice(span.start, span.end);
  let property = '';
  return [...text.matchAll(/[^\r\n]*(?:\r\n|\r|\n|$)/g)].flatMap(({ 0: whole, index }): SeenLine[] => {
    if (whole === '' && index > 0) return [];
    const line = { start: index, end: index + whole.replace(/[\r\n]+$/, '').length };
    const first = index + (whole.length - whole.trimStart().length);
    const section = sections.findLast(({ position }) => position.start.offset <= first && first <= position.end.offset);
    const heading = headings.findLast(({ position }) => position.start.offset <= first);
    property = /^[^\s#\-[\]{},][^:\n]*:/.exec(whole)?.[0] ?? property;
    const isProperty = section?.type === 'yaml';
    const kind = section && first <= section.position.end.offset ? section.type : 'blank';
    return [
      {
        ...line,
        words: own(line),
        kind,
        under: isProperty
          ? property
          : heading
            ? own({ start: heading.position.start.offset, end: heading.position.end.offset })
            : '',
      },
    ];
  });
}

const linesOn = (lines: readonly SeenLine[], { start, end }: Span): SeenLine[] =>
  lines.filter((line) => line.start <= Math.max(start, end - 1) && line.end >= start);

/**
 * What somebody careful would make of a plan on a note in which others have written since: each edit goes where its lines stand, unchanged, in a block of the
 * same kind and under the same heading, as the same of as many as there were; a property as a whole. Null where that cannot be said.
 */
export function carefulResult({ before, edits }: NoteEdit, now: string): string | null {
  if (before === now) return apply(now, edits);
  const [then, since] = [linesOf(before), linesOf(now)];
  const shiftOf = (line: SeenLine): number | null => {
    const alike = ({ words, kind, under }: SeenLine): boolean =>
      words === line.words && kind === line.kind && under === line.under;
    const [was, is] = [then.filter(alike), since.filter(alike)];
    // What is unchanged from the note's beginning or end is where it was, whatever came behind it or before it.
    const moved = now.length - before.length;
    const byEnd = now.startsWith(before.slice(0, line.end)) ? 0 : now.endsWith(before.slice(line.start)) ? moved : null;
    const found =
      was.length === is.length
        ? is[was.indexOf(line)]
        : byEnd === null
          ? undefined
          : is.find(({ start }) => start === line.start + byEnd);
    if (!found) return null;
    if (line.kind === 'yaml') {
      const of = (lines: readonly SeenLine[]): string =>
        lines
          .filter(({ kind, under }) => kind === 'yaml' && under === line.under)
          .map(({ words }) => words)
          .join('\n');
      if (was.length !== 1 || of(then) !== of(since)) return null;
    }
    return found.start - line.start;
  };
  const moved: { start: number; end: number; insert: string }[] = [];
  for (const { start, end, insert, guards } of edits) {
    const shifts = new Set<number | null>();
    for (const line of linesOn(then, { start, end })) shifts.add(shiftOf(line));
    const [shift] = shifts;
    if (shifts.size !== 1 || typeof shift !== 'number') return null;
    if (guards.some((guard) => linesOn(then, guard).some((line) => shiftOf(line) === null))) return null;
    moved.push({ start: start + shift, end: end + shift, insert });
  }
  return moved.every(({ start }, at) => at === 0 || start >= (moved[at - 1]?.end ?? 0)) ? apply(now, moved) : null;
}

/** The first line that the edits touch in a text of now which is not, word for word, what it was before, under the same heading or in the same property; or null. */
export function strangeLine({ before, edits }: NoteEdit, fitted: readonly Span[], now: string): string | null {
  const [then, since] = [linesOf(before), linesOf(now)];
  for (const [at, edit] of edits.entries()) {
    const place = fitted[at];
    // Properties are made at the note's beginning, whatever stands there.
    if (edit.end === 0 && place?.end === 0) continue;
    const [was, is] = [linesOn(then, edit), place ? linesOn(since, place) : []];
    const strange = was.findIndex(
      (line, index) =>
        is[index]?.words !== line.words ||
        is[index].under !== line.under ||
        (is[index].kind === 'yaml') !== (line.kind === 'yaml'),
    );
    if (strange >= 0)
      return `${was[strange]?.words ?? ''} (${was[strange]?.under ?? ''}) is ${is[strange]?.words ?? 'gone'} (${is[strange]?.under ?? ''})`;
  }
  return null;
}

function apply(
  text: string,
  edits: readonly { readonly start: number; readonly end: number; readonly insert: string }[],
): string {
  return edits.reduceRight((after, { start, end, insert }) => after.slice(0, start) + insert + after.slice(end), text);
}
