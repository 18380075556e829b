import type { Loc } from '../../note/note-metadata';
import type { NoteSource } from '../../note/note-source';
import type { PublishedCopy } from '../../note/published-copies';
import type { CopyDecision } from '../../published-copies/decide-copies';
import { locAt } from '../../note/loc-at';

/** A published copy as a finding tells of it. */
export interface LocatedCopy {
  /** Where its first `<div` stands. */
  readonly at: Loc;
  /** The `href` as written; `''` without one. */
  readonly link: string;
  readonly copy: PublishedCopy;
}

/** Where the copy that a decision is on stands, and its address. */
export function locateCopy({ text, copies }: NoteSource, { index }: CopyDecision): LocatedCopy | null {
  const copy = copies[index];
  if (!copy) return null;
  const href = copy.page === null ? undefined : /\bhref="([^"]*)"/.exec(text.slice(copy.start, copy.contentStart))?.[1];
  return { at: locAt(text, copy.start), link: href ?? '', copy };
}
