import { noteName } from '../note/link-text';
import type { Loc } from '../note/note-metadata';
import type { NoteSource } from '../note/note-source';
import type { CopyProblem, CopyState } from './assess-copy';
import type { Court } from './court';
import { locAt } from './loc-at';
import type { Judged } from './note-case';

interface OpenCopy {
  readonly state: CopyState;
  readonly index: number;
  /** Where its first `<div` stands. */
  readonly at: Loc;
  /** The `href` as written; `''` without one. */
  readonly link: string;
}

function hrefOf({ text, copies }: NoteSource, index: number): string {
  const copy = copies[index];
  if (typeof copy?.page !== 'string') return '';
  return /\bhref="([^"]*)"/.exec(text.slice(copy.start, copy.contentStart))?.[1] ?? '';
}

/** A note's frozen copies with what is known of them. One inside a copy that can be turned back goes with that. */
export function* openCopies(note: Judged, court: Court): Generator<OpenCopy> {
  const { source } = note;
  if (!source || source.copies.length === 0) return;
  const states = court.copiesOf(note);
  for (const [index, copy] of source.copies.entries()) {
    const state = states[index];
    let above = copy.parent;
    while (above !== null && states[above]?.kind !== 'exact') above = source.copies[above]?.parent ?? null;
    if (state && above === null) yield { state, index, at: locAt(source.text, copy.start), link: hrefOf(source, index) };
  }
}

/** Why a copy stays as it is. */
export function tellProblem(problem: CopyProblem, href: string): string {
  const copy = 'A frozen copy';
  switch (problem.kind) {
    case 'unpublished':
      return `${copy} of a page that was not published: it does not say which.`;
    case 'foreign':
      return problem.why === 'host' ? `${copy} of a page of another site: \`${href}\`.` : `${copy} whose address leads out of the vault: \`${href}\`.`;
    case 'missing-note':
      return `${copy} of \`${href}\`, which no note of this vault is published as. Rebuild the page from the copy.`;
    case 'ambiguous-note':
      return `${copy} of \`${href}\`, which ${problem.paths.length} notes could be: ${problem.paths.join(', ')}. Give one of them a permalink.`;
    case 'missing-section':
      return problem.isEmpty
        ? `${copy} of ${noteName(problem.path)}, which is empty. Rebuild the page from the copy.`
        : `${copy} of a section that ${noteName(problem.path)} no longer has: \`${href}\`.`;
    case 'unlinkable':
      return `${copy} of ${noteName(problem.path)}, which no link can name. Rename its heading or the note.`;
  }
}
