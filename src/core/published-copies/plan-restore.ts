import { makePlan, type NoteMove, type Planned } from '../edit/edit-plan';
import { refuse } from '../text/refusal';
import type { NoteEdit } from '../text/text-edit';
import { composePage, type ComposedPage } from './compose-page';
import {
  decideCopies,
  isBelowBroken,
  placeKey,
  type Choices,
  type CopyDecision,
  type CopyPlace,
  type EmbedOfMade,
  type StaleChoice,
} from './decide-copies';
import { BELOW_BROKEN, describeBroken, describeDone, describeLeft, remarksOf } from './describe-copies';
import { findMissingPages, type MissingPage } from './missing-pages';
import { writePage } from './page-text';
import { pathProblem, planPageMove } from './page-path';
import { replaceCopies } from './replace-copies';
import type { CopySurvey } from './survey-copies';

export interface RestoreRequest {
  readonly stale: (place: CopyPlace) => StaleChoice;
  /** Whether missing pages are made of their copies, and where: by address, a path instead of the proposed one; `''`: not this page. */
  readonly create: ReadonlyMap<string, string> | null;
  /** Whether pages go to the folder that their permalink names. */
  readonly move: boolean;
  /** How many open todos the notes hold, for the notice. */
  readonly countTodos: (paths: Iterable<string>) => number;
}

/** Where a page is to be made, or why it is not. */
function placePage(
  page: MissingPage,
  paths: ReadonlyMap<string, string>,
  taken: Set<string>,
  survey: CopySurvey,
): { readonly path: string } | { readonly problem: string } {
  const path = page.empty ? page.path : (paths.get(page.address) ?? page.path).trim();
  if (path === '')
    return {
      problem:
        paths.get(page.address) === '' ? 'its page was not to be made' : `its address ${page.address} names no note`,
    };
  const problem = page.empty ? null : pathProblem(path);
  if (problem !== null) return { problem };
  if (!page.empty && (survey.vault.isTaken(path) || taken.has(path.toLowerCase())))
    return { problem: `${path} is there already, and is not overwritten` };
  taken.add(path.toLowerCase());
  return { path };
}

/** The pages to make, the embeds that then stand for their copies, and why others cannot be made. */
function composePages(
  survey: CopySurvey,
  request: RestoreRequest,
): { readonly pages: readonly ComposedPage[]; readonly choices: Choices } {
  const made = new Map<string, EmbedOfMade>();
  const pages: ComposedPage[] = [];
  const taken = new Set<string>();
  for (const page of request.create ? findMissingPages(survey) : []) {
    const place = placePage(page, request.create ?? new Map(), taken, survey);
    if ('problem' in place) {
      for (const copy of page.copies) made.set(placeKey(copy), place);
      continue;
    }
    const [sure, unsure] = [[], []] as [CopyPlace[], CopyPlace[]];
    for (const copy of page.copies) {
      const note = survey.notes.get(copy.path);
      (note && isBelowBroken(note, copy.index) ? unsure : sure).push(copy);
    }
    const composed = composePage({ ...page, ...place, copies: sure }, survey);
    for (const copy of unsure) made.set(placeKey(copy), { problem: BELOW_BROKEN });
    for (const [key, one] of composed.made) made.set(key, one);
    if (composed.parts.length > 0) pages.push(composed);
  }
  return { pages, choices: { stale: request.stale, made } };
}

/** What a restoring comes down to, before it is written out: what a dialog asks about. */
export interface RestoreDraft {
  readonly pages: readonly ComposedPage[];
  readonly choices: Choices;
  readonly decisions: readonly CopyDecision[];
  /** Where pages can go, and why others cannot, whether that is wished or not. */
  readonly moves: readonly NoteMove[];
  readonly staying: readonly string[];
}

/** Decides on every copy, and on the pages to make. */
export function draftRestore(survey: CopySurvey, request: RestoreRequest): RestoreDraft {
  const { pages, choices } = composePages(survey, request);
  return { pages, choices, decisions: decideCopies(survey, choices), ...planMoves(survey, pages) };
}

/**
 * Plans to put transclusions where published copies stand in the surveyed notes: exact ones at once, stale ones as the request says, others stay and are named.
 * With `create` the pages that are missing are made of their copies. A refusal when nothing would change.
 */
export function planRestore(survey: CopySurvey, request: RestoreRequest): Planned {
  const draft = draftRestore(survey, request);
  const { pages, choices, decisions } = draft;
  const written = pages.map((page) => writePage(page, choices, survey));
  const changes = [...survey.notes.values()].flatMap(({ source }): NoteEdit[] => {
    const edits = replaceCopies(
      source,
      decisions.filter(({ path }) => path === source.path),
    );
    return edits.length === 0 ? [] : [{ path: source.path, before: source.text, edits }];
  });
  const { moves, staying } = request.move ? draft : { moves: [], staying: [] };
  const all = [...decisions, ...written.flatMap(({ inside }) => inside)];
  const left = [
    ...new Set([...all.flatMap((one) => describeLeft(one, survey) ?? []), ...describeBroken(survey)]),
    ...staying,
    ...survey.unread,
  ];
  if (changes.length + written.length + moves.length === 0)
    return refuse(['Nothing was changed.', ...(left.length > 0 ? left : ['There are no frozen copies.'])].join('\n'));
  return makePlan({
    creates: written.flatMap(({ creates }) => creates),
    changes: [...written.flatMap((page) => page.changes), ...changes],
    moves,
    done: describeDone(pages, all, request.countTodos),
    remarks: [...remarksOf(survey, pages, all), ...left],
  });
}

function planMoves(
  survey: CopySurvey,
  pages: readonly ComposedPage[],
): { readonly moves: readonly NoteMove[]; readonly staying: readonly string[] } {
  const moves: NoteMove[] = [];
  const staying: string[] = [];
  for (const { source } of survey.notes.values()) {
    const move = planPageMove(
      source,
      pages.map(({ path }) => path),
      survey.vault,
      survey.rules,
    );
    if (typeof move === 'string') staying.push(`${source.path} stays where it is, because ${move}.`);
    else if (move) moves.push(move);
  }
  return { moves, staying };
}
