import { normalizeAddress } from '../note/garden-slug';
import { groupBy } from '../note/group-by';
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
  const found = [...survey.notes].flatMap(([path, { source, states }]) =>
    states.flatMap((state, index) => {
      const page = source.copies[index]?.page ?? '';
      if (state.kind !== 'left' || foreignAddress(page) !== null) return [];
      const { problem } = state;
      const empty = problem.kind === 'missing-section' && problem.isEmpty ? survey.source(problem.path) : null;
      return problem.kind === 'missing-note' || empty
        ? { address: normalizeAddress(page), empty, copy: { path, index } }
        : [];
    }),
  );
  const pages = [...groupBy(found, ({ address }) => address)].map(([address, all]) => ({
    address,
    empty: all.findLast(({ empty }) => empty)?.empty ?? null,
    copies: all.map(({ copy }) => copy),
  }));
  const proposed = proposePaths(
    pages.flatMap(({ address, empty }) => (empty ? [] : address)),
    survey.notes.keys(),
    survey.vault,
    survey.rules,
  );
  return pages.map((page) => {
    const place = page.empty ? { path: page.empty.path, isGuess: false } : proposed.get(page.address);
    return { ...page, path: place?.path ?? '', isGuess: place?.isGuess ?? true };
  });
}
