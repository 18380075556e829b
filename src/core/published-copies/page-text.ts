import { editedPart } from '../text/edited-part';
import type { NewNote } from '../edit/edit-plan';
import type { NoteEdit } from '../text/text-edit';
import { isPublished } from '../note/is-published';
import { propertyOf } from '../note/property-of';
import type { ComposedPage } from './compose-page';
import { decideInside, type Choices, type CopyDecision, type CopyPlace } from './decide-copies';
import { replaceCopies } from './replace-copies';
import type { CopySurvey } from './survey-copies';

/** The property by which the publisher takes a note. */
const PUBLISH = 'dg-publish';

/** What rebuilding a page writes: a new note, or the text of an empty one. */
export interface WrittenPage {
  readonly creates: readonly NewNote[];
  readonly changes: readonly NoteEdit[];
  /** The decisions on the copies that went into the page with its text. */
  readonly inside: readonly CopyDecision[];
}

/** The text of one copy, as it stands in its page: blank lines around it were the publisher's. */
function textOfCopy(place: CopyPlace, inside: readonly CopyDecision[], survey: CopySurvey): string {
  const source = survey.notes.get(place.path)?.source;
  const copy = source?.copies[place.index];
  if (!source || !copy) return '';
  const { contentStart: start, contentEnd: end } = copy;
  return editedPart(source.text, { start, end }, replaceCopies(source, inside))
    .replace(/^(?:[ \t]*\r?\n)+/, '')
    .trimEnd();
}

/** Writes a page of its copies, with the line ends of the note that they stand in, and published as that note is. */
export function writePage({ empty, path, parts }: ComposedPage, choices: Choices, survey: CopySurvey): WrittenPage {
  const host = survey.notes.get(parts[0]?.path ?? '')?.source;
  const eol = host?.text.includes('\r\n') ? '\r\n' : '\n';
  const decided = parts.map((part) => decideInside(survey, choices, part));
  const body = parts.map((part, at) => textOfCopy(part, decided[at] ?? [], survey)).join(eol + eol) + eol;
  const says = host && (propertyOf(host.metadata.frontmatter, PUBLISH) ?? null) !== null;
  const front = says ? ['---', `${PUBLISH}: ${isPublished(host.metadata)}`, '---', '', ''].join(eol) : '';
  const inside = decided.flat();
  if (!empty) return { inside, creates: [{ path, text: front + body }], changes: [] };
  const { text, bodyStart, metadata } = empty;
  // An empty note keeps its own frontmatter.
  const [start, insert] = metadata.frontmatterPosition ? [bodyStart, eol + eol + body] : [bodyStart, front + body];
  const edits = [{ start, end: text.length, insert, guards: [] }];
  return { inside, creates: [], changes: [{ path, before: text, edits }] };
}
