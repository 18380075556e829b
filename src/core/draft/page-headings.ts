import { headingKey } from '../note/heading-key';
import { isHeadingNamed, readHeadingMark } from '../note/heading-marks';
import type { HeadingMetadata } from '../note/note-metadata';
import type { NoteSource } from '../note/note-source';
import type { PhaseSetting } from '../settings/settings';

/** The note's own heading with that text, or null; the first of several. */
export function headingNamed(source: NoteSource, name: string): HeadingMetadata | null {
  return source.outline.own.find(({ heading }) => isHeadingNamed(source.metadata, heading, name))?.heading ?? null;
}

/** The heading of the section that says in a sentence what the phase is: `## Deployment Phase`, else any that ends in "Phase". */
export function summaryHeading(source: NoteSource, phase: PhaseSetting): HeadingMetadata | null {
  const purpose = phase.title === '' ? null : headingNamed(source, `${phase.title} Phase`);
  const endsInPhase = (heading: HeadingMetadata): boolean =>
    /(?:^| )phase$/.test(headingKey(readHeadingMark(source.metadata, heading).text));
  return purpose ?? source.outline.own.find(({ heading }) => endsInPhase(heading))?.heading ?? null;
}
