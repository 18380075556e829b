import { lastStartingBy } from '../note/by-position';
import type { HeadingMark } from '../note/heading-marks';
import { folderOf, noteName, splitLink } from '../note/link-text';
import type { PhaseSetting } from '../settings/settings';
import type { Lifecycle } from './lifecycle';
import type { ResolveLink } from './lifecycle-input';
import { nameKey, phaseNamed, phaseNumber, phaseOfPageName } from './phase-names';
import type { PropertyValue } from './property-values';

/** Which rule gave a todo its phase; the README beside this file lists them. */
export type Why =
  'tag' | 'flattened' | 'phase-page' | 'property' | 'heading' | 'folder' | 'linked' | 'overview' | 'none';

/** Where a todo belongs: a phase, or with `overview` no single phase, or with `none` nowhere on the board. */
export interface Judgement {
  readonly phase: PhaseSetting | null;
  readonly why: Why;
  /** Further phases that name the note as a responsibility. */
  readonly also: readonly PhaseSetting[];
}

/** What the rules ask of a note. */
interface JudgedNote {
  readonly path: string;
  readonly headingMarks: readonly HeadingMark[];
  readonly phaseValues: readonly PropertyValue[];
}

/** What the rules ask of a todo in it. */
interface TodoToJudge {
  /** UTF-16 offset of the todo in its note; of the copy for a todo in a published copy. */
  readonly offset: number;
  readonly tagPhase: string | null;
  /** For a todo that a published copy stands in for: the phase its address names, or null. */
  readonly copiedFrom: PhaseSetting | null;
}

interface PhaseRuleContext {
  readonly lifecycle: Lifecycle;
  readonly resolve: ResolveLink;
}

/** A note that is being judged, with what its rules have answered and which phase each of its headings leaves open, once somebody has asked. */
interface JudgedSoFar {
  readonly note: JudgedNote;
  readonly context: PhaseRuleContext;
  readonly answers: Map<PhaseOfNote, PhaseSetting | null>;
  byHeading: readonly (PhaseSetting | null)[] | null;
}

type PhaseOfTodo = (todo: TodoToJudge, judged: JudgedSoFar) => PhaseSetting | null;
type PhaseOfNote = (note: JudgedNote, context: PhaseRuleContext) => PhaseSetting | null;

const byTag: PhaseOfTodo = ({ tagPhase }, { context }) =>
  tagPhase === null ? null : (context.lifecycle.phases.find(({ id }) => id === tagPhase) ?? null);

const byCopy: PhaseOfTodo = ({ copiedFrom }) => copiedFrom;

const byPage: PhaseOfNote = ({ path }, { lifecycle }) => lifecycle.phaseByPage.get(path) ?? null;

/** The phase of a link to a phase page, or to a missing note that is named like one. */
function phaseOfLink(link: string, source: string, { lifecycle, resolve }: PhaseRuleContext): PhaseSetting | null {
  const { path } = splitLink(link);
  if (path === '') return null;
  const target = resolve(path, source);
  if (target !== null) return lifecycle.phaseByPage.get(target) ?? null;
  const named = phaseOfPageName(lifecycle.phases, noteName(path));
  // `[[Day 1]]` without a note behind it may be anybody's; in the overview it can only be the phase.
  return named && (named.as === 'full' || source === lifecycle.overview) ? named.phase : null;
}

/** Whether the note lies in the tree of the overview's folder. The vault's root is nobody's tree. */
function inOverviewTree(path: string, { overview }: Lifecycle): boolean {
  const folder = overview === null ? '' : folderOf(overview);
  return path === overview || (folder !== '' && path.startsWith(`${folder}/`));
}

const byProperty: PhaseOfNote = ({ path, phaseValues }, context) => {
  const { phases } = context.lifecycle;
  for (const value of phaseValues) {
    const phase = 'link' in value ? phaseOfLink(value.link, path, context) : phaseOfText(value.text);
    if (phase) return phase;
  }
  return null;

  function phaseOfText(text: string): PhaseSetting | null {
    const named = phaseNamed(phases, text) ?? phaseOfPageName(phases, noteName(text))?.phase;
    const titled = phases.find(({ title }) => title !== '' && nameKey(title) === nameKey(text));
    const isNumber = /^\d+$/.test(text) && inOverviewTree(path, context.lifecycle);
    const numbered = isNumber ? phases.find((phase) => phaseNumber(phase) === Number(text)) : undefined;
    return named ?? titled ?? numbered ?? null;
  }
};

/** The phase that a heading of the note at `path` is for: by its link to the phase's page, or to a missing note that is named like one, else in the overview by its plain name. */
export function phaseOfHeading(
  { link, text }: HeadingMark,
  path: string,
  context: PhaseRuleContext,
): { readonly phase: PhaseSetting; readonly isLinked: boolean } | null {
  const { phases, overview } = context.lifecycle;
  const linked = link === null ? null : phaseOfLink(link, path, context);
  const phase = linked ?? (path === overview ? phaseNamed(phases, text) : null);
  return phase && { phase, isLinked: linked !== null };
}

/**
 * Phases do not nest: a phase heading of any level closes the phase before it; otherwise a heading of the same or a higher level
 * does. So `## Performance` below `## Day 2` is in no phase, even under an earlier `# Day 1`. Answers for each heading which phase it leaves open.
 */
function phasesByHeading(
  { path, headingMarks }: JudgedNote,
  context: PhaseRuleContext,
): readonly (PhaseSetting | null)[] {
  const open: (PhaseSetting | null)[] = [];
  let current: { readonly phase: PhaseSetting; readonly level: number } | null = null;
  for (const mark of headingMarks) {
    const named = phaseOfHeading(mark, path, context);
    if (named) current = { phase: named.phase, level: mark.level };
    else if (current && mark.level <= current.level) current = null;
    open.push(current?.phase ?? null);
  }
  return open;
}

const offsetOf = ({ offset }: HeadingMark): number => offset;

const byHeading: PhaseOfTodo = ({ offset }, judged) => {
  judged.byHeading ??= phasesByHeading(judged.note, judged.context);
  return judged.byHeading[lastStartingBy(judged.note.headingMarks, offset, offsetOf)] ?? null;
};

/** The phase that a folder is named like, or whose page it is. */
function phaseOfFolderName(name: string, { phases, phaseByPage }: Lifecycle): PhaseSetting | null {
  const named = phaseOfPageName(phases, name);
  if (named) return named.phase;
  // A page that the settings name can be called anything.
  for (const [page, phase] of phaseByPage)
    if (phase.page === page && nameKey(noteName(page)) === nameKey(name)) return phase;
  return null;
}

/** The nearest folder around the note that is named like a phase or its page, and stands beside or around that page. */
const byFolder: PhaseOfNote = ({ path }, { lifecycle }) => {
  for (let folder = folderOf(path); folder !== ''; folder = folderOf(folder)) {
    const phase = phaseOfFolderName(folder.slice(folder.lastIndexOf('/') + 1), lifecycle);
    const page = phase && lifecycle.pages.get(phase.id);
    if (!phase || page === undefined || page === null) continue;
    const isNear = folderOf(page) === folderOf(folder) || page.startsWith(`${folder}/`);
    const pagesInside = [...lifecycle.pages.values()].filter((one) => one.startsWith(`${folder}/`));
    if (isNear && pagesInside.length < 2) return phase;
  }
  return null;
};

const byLink: PhaseOfNote = ({ path }, { lifecycle }) => lifecycle.linked.get(path)?.[0] ?? null;

/** In this order; the first that answers wins. Rules that ask only of the note answer alike for all of its todos. */
const RULES: readonly ({ readonly why: Why } & (
  { readonly ofTodo: PhaseOfTodo } | { readonly ofNote: PhaseOfNote }
))[] = [
  { why: 'tag', ofTodo: byTag },
  { why: 'flattened', ofTodo: byCopy },
  { why: 'phase-page', ofNote: byPage },
  { why: 'property', ofNote: byProperty },
  { why: 'heading', ofTodo: byHeading },
  { why: 'folder', ofNote: byFolder },
  { why: 'linked', ofNote: byLink },
];

function ask(rule: PhaseOfNote, { note, context, answers }: JudgedSoFar): PhaseSetting | null {
  let answer = answers.get(rule);
  if (answer === undefined) answers.set(rule, (answer = rule(note, context)));
  return answer;
}

/** Judges the todos of one note: which phase each belongs to, and by which rule. */
export function judgeNote(note: JudgedNote, context: PhaseRuleContext): (todo: TodoToJudge) => Judgement {
  const { lifecycle } = context;
  const judged: JudgedSoFar = { note, context, answers: new Map(), byHeading: null };
  return (todo) => {
    for (const rule of RULES) {
      const phase = 'ofNote' in rule ? ask(rule.ofNote, judged) : rule.ofTodo(todo, judged);
      if (!phase) continue;
      const also = rule.why === 'linked' ? (lifecycle.linked.get(note.path) ?? []).slice(1) : NO_PHASES;
      return { phase, why: rule.why, also };
    }
    return { phase: null, why: inOverviewTree(note.path, lifecycle) ? 'overview' : 'none', also: NO_PHASES };
  };
}

const NO_PHASES: readonly PhaseSetting[] = [];
