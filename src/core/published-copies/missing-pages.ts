import { normalizeAddress } from '../note/garden-slug';
import type { NoteSource } from '../note/note-source';
import { foreignAddress } from './find-pages';
import type { CopyPlace } from './decide-copies';
import { proposePaths } from './page-path';
import type { CopySurvey } from './survey-copies';

/** A page that copies were made of, and that is not in the vault, or empty there. */
export interface MissingPage {
  /** Normalized. */
  readonly address: string;
  /** Where it goes; `''` where the address names nothing. */
  readonly path: string;
  /** Whether the path was guessed from the address alone: to be asked. */
  readonly isGuess: boolean;
  /** The empty note that is there, or null. */
  readonly empty: NoteSource | null;
  /** Its copies in the order of notes and places. */
  readonly copies: readonly CopyPlace[];
}

/** The pages that could be made of their copies. */
export function findMissingPages(survey: CopySurvey): readonly MissingPage[] {
  const copies = new Map<string, CopyPlace[]>();
  const empties = new Map<string, NoteSource>();
  for (const [path, { source, states }] of survey.notes)
    states.forEach((state, index) => {
      const page = source.copies[index]?.page ?? '';
      if (state.kind !== 'left' || foreignAddress(page) !== null) return;
      const { problem } = state;
      const empty = problem.kind === 'missing-section' && problem.isEmpty ? survey.source(problem.path) : null;
      if (problem.kind !== 'missing-note' && !empty) return;
      const address = normalizeAddress(page);
      if (empty) empties.set(address, empty);
      const known = copies.get(address);
      if (known) known.push({ path, index });
      else copies.set(address, [{ path, index }]);
    });
  const proposed = proposePaths(
    [...copies.keys()].filter((address) => !empties.has(address)),
    survey.notes.keys(),
    survey.vault,
    survey.rules,
  );
  return [...copies].map(([address, places]) => {
    const empty = empties.get(address) ?? null;
    const { path, isGuess } = empty
      ? { path: empty.path, isGuess: false }
      : (proposed.get(address) ?? { path: '', isGuess: true });
    return { address, path, isGuess, empty, copies: places };
  });
}
