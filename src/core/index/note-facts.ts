import { checkOrder, ENTRIES_A_STEP } from '../note/by-position';
import { nestItems } from '../note/list-items';
import { readHeadingMark, type HeadingMark } from '../note/heading-marks';
import { siteAddresses } from '../note/garden-slug';
import { linkKey, noteName, splitLink } from '../note/link-text';
import type { HeadingMetadata, NoteMetadata } from '../note/note-metadata';
import { openNoteSource, type NoteSource } from '../note/note-source';
import { mayHavePropertiesProblem } from '../frontmatter/properties-problem';
import { propertyOf } from '../note/property-of';
import type { PublishedCopy } from '../note/published-copies';
import { isPageCandidate } from '../phase/page-candidates';
import { readPageFacts, type PageFacts } from '../phase/page-facts';
import { phaseNamed } from '../phase/phase-names';
import { propertyValues, type PropertyValue } from '../phase/property-values';
import type { Settings } from '../settings/settings';
import { findTodosInSteps } from '../todo/find-todos';
import { runToEnd } from '../note/run-to-end';
import { frontmatterTags } from '../todo/frontmatter-tags';
import type { IsRoleLink } from '../todo/tag-line';
import type { FoundTodo } from '../todo/found-todo';
import { isTodoTag } from '../todo/todo-tags';

/** All that the index keeps of one note; nothing of it depends on another note, but for role links on tag lines. */
export interface NoteFacts {
  readonly path: string;
  readonly todos: readonly FoundTodo[];
  readonly copies: readonly PublishedCopy[];
  /** The note's headings, when one of them can name a phase; else none. */
  readonly headingMarks: readonly HeadingMark[];
  readonly phaseValues: readonly PropertyValue[];
  readonly ownerValues: readonly PropertyValue[];
  /** The addresses that its frontmatter gives it on the published site, normalized. */
  readonly addresses: readonly string[];
  /** The keys of links on tagged lines: whether they lead to roles decides if the line is a tag line. */
  readonly roleQuestions: readonly string[];
  /** What the lifecycle needs when the note may be one of its pages. */
  readonly page: PageFacts | null;
}

const NONE: readonly never[] = [];

/** Whether the note's metadata holds a todo tag: only then is its text of interest to the todos. */
function hasTodoTag(settings: Settings, metadata: NoteMetadata): boolean {
  // Asked of every note of a vault: without a function for each.
  for (const { tag } of metadata.tags ?? NONE) if (isTodoTag(settings.tags, tag)) return true;
  for (const tag of frontmatterTags(metadata.frontmatter)) if (isTodoTag(settings.tags, tag)) return true;
  return false;
}

/** The heading marks of the note's own headings, if one of them can name a phase. */
function headingMarksOf(settings: Settings, { metadata, outline }: NoteSource): readonly HeadingMark[] {
  // A heading without brackets is no link.
  const mayName = ({ heading }: HeadingMetadata): boolean =>
    heading.includes('[') || phaseNamed(settings.phases, heading) !== null;
  // Most notes are done here.
  if (!outline.own.some(({ heading }) => mayName(heading))) return NONE;
  const marks = outline.own.map(({ heading }) =>
    mayName(heading)
      ? readHeadingMark(metadata, heading)
      : { offset: heading.position.start.offset, level: heading.level, link: null, text: heading.heading },
  );
  return marks.some(({ link, text }) => link !== null || phaseNamed(settings.phases, text)) ? marks : NONE;
}

interface ReadNote {
  readonly path: string;
  readonly metadata: NoteMetadata;
  readonly text: string;
  readonly settings: Settings;
  /** Whether a link in a note (its path) leads to a role note. It is kept with the todos. */
  readonly isRoleLink: (link: string, source: string) => boolean;
}

/**
 * The facts that a note's metadata tell: of most notes of a vault none. Undefined when its text is needed: for what a todo tag marks, and for a page's
 * bullets, whose words it has (a link is a subject only at a bullet's start), and for what keeps its properties from being read.
 */
export function readMetadata(settings: Settings, path: string, metadata: NoteMetadata): NoteFacts | null | undefined {
  if (hasTodoTag(settings, metadata) || mayHavePropertiesProblem(metadata)) return undefined;
  const isPage = isPageCandidate(settings, path);
  if (isPage && metadata.listItems) return undefined;
  return bareFacts(path, metadata, isPage ? readPageFacts(metadata, '', settings) : null);
}

function bareFacts(path: string, metadata: NoteMetadata, page: PageFacts | null): NoteFacts | null {
  const addresses = siteAddresses(metadata);
  if (page === null && addresses.length === 0) return null;
  return {
    path,
    todos: NONE,
    copies: NONE,
    headingMarks: NONE,
    phaseValues: NONE,
    ownerValues: NONE,
    addresses,
    roleQuestions: NONE,
    page,
  };
}

/** Reads one note's facts, or null when the index has no interest in it. Pure; one pass over the note's metadata. */
export const readNoteFacts = (note: ReadNote): NoteFacts | null => runToEnd(readInSteps(note));

/** The same in steps, between which the app can have its turn: a note may have any number of todos. */
export function* readInSteps({
  path,
  metadata,
  text,
  settings,
  isRoleLink,
}: ReadNote): Generator<void, NoteFacts | null> {
  const page = isPageCandidate(settings, path) ? readPageFacts(metadata, text, settings) : null;
  if (!hasTodoTag(settings, metadata)) return bareFacts(path, metadata, page);
  // Tag line, title and tail of one todo ask of the same link.
  const roleLinks = new Map<string, boolean>();
  const askRole: IsRoleLink = (link) => {
    const answer = roleLinks.get(link) ?? isRoleLink(link, path);
    roleLinks.set(link, answer);
    return answer;
  };
  yield* checkOrder(metadata.listItems ?? NONE);
  yield* checkOrder(metadata.tags ?? NONE);
  const source = openNoteSource(path, text, metadata);
  if (source.items.length > ENTRIES_A_STEP) yield* nestItems(source.items);
  const todos = (yield* findTodosInSteps({ source, settings, isRoleLink: askRole, isRoleLater: isRoleLink })).map(
    ({ todo }) => todo,
  );
  const { phase, owner } = settings.properties;
  return {
    path,
    todos,
    copies: source.copies,
    headingMarks: headingMarksOf(settings, source),
    phaseValues: propertyValues(propertyOf(metadata.frontmatter, phase)),
    ownerValues: propertyValues(propertyOf(metadata.frontmatter, owner)),
    addresses: siteAddresses(metadata),
    roleQuestions:
      roleLinks.size === 0 ? NONE : [...new Set(Array.from(roleLinks.keys(), (link) => linkKey(splitLink(link).path)))],
    page,
  };
}

/** The keys of the links on which the judgement of this note's todos depends (`linkKey`). */
export function dependencyKeys(facts: NoteFacts): Set<string> {
  const { headingMarks, phaseValues, ownerValues, page } = facts;
  const keys = new Set(facts.roleQuestions);
  const add = (link: string): void => void keys.add(linkKey(splitLink(link).path));
  for (const { link } of headingMarks) if (link !== null) add(link);
  for (const value of [...phaseValues, ...ownerValues]) add('link' in value ? value.link : value.text);
  for (const { ownerLinks } of facts.todos) ownerLinks.forEach(add);
  page?.links.forEach(add);
  keys.delete('');
  if (page) keys.add(linkKey(noteName(facts.path)));
  return keys;
}
