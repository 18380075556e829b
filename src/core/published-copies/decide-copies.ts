import { gardenSlug } from '../note/garden-slug';
import { refuseNote } from '../edit/refuse-note';
import { assessAgainst, type CopyProblem, type CopySource, type CopyState } from './assess-copy';
import type { CopyDifference } from './compare-copy';
import type { SurveyedCopies, SurveyedNote } from './survey-copies';

/** What becomes of a copy that differs from its section: the copy stays, or the embed takes its place and its text is gone. */
export type StaleChoice = 'keep' | 'take';

/** A copy among all: its note and its index there. */
export interface CopyPlace {
  readonly path: string;
  readonly index: number;
}

export const placeKey = ({ path, index }: CopyPlace): string => `${index} ${path}`;

/** What stands for a copy whose page is to be made: the embed of that, or why there is none, as the end of a sentence. */
export type EmbedOfMade = { readonly embed: string } | { readonly problem: string };

export interface Choices {
  /** What to do with a stale copy. */
  readonly stale: (place: CopyPlace) => StaleChoice;
  /** By place, where the page is to be made in the same plan. */
  readonly made: ReadonlyMap<string, EmbedOfMade>;
}

/** What is done with one copy. Those inside a copy that is replaced have no decision of their own. */
export type CopyDecision = CopyPlace &
  (
    | {
        readonly kind: 'replace';
        readonly embed: string;
        readonly glued: readonly string[];
        readonly source: CopySource | null;
      }
    | {
        readonly kind: 'stale';
        readonly choice: StaleChoice;
        readonly embed: string;
        readonly source: CopySource;
        readonly difference: CopyDifference;
      }
    | { readonly kind: 'leave'; readonly problem: LeaveReason }
  );

/** Why a copy is left as it is. */
export type LeaveReason =
  | CopyProblem
  /** In the note that it was made of another heading of this name stands in a copy, which is not replaced. */
  | { readonly kind: 'shadowed'; readonly path: string }
  /** A block above it is not closed, so it is not sure where this copy ends. */
  | { readonly kind: 'below-broken' }
  | { readonly kind: 'refused'; readonly reason: string };

/** Whether a block above the copy is not closed: then nobody can say where the copy ends. */
export const isBelowBroken = ({ broken, source }: SurveyedNote, index: number): boolean =>
  (broken[0] ?? Infinity) < (source.copies[index]?.start ?? 0);

/** The indexes of the copies that stand directly in a copy, or with null directly in the note. */
const childrenOf = ({ source }: SurveyedNote, parent: number | null): number[] =>
  source.copies.flatMap((copy, index) => (copy.parent === parent ? [index] : []));

/**
 * Decides on every copy of the surveyed notes. A copy is replaced with all that lies in it, so it counts as exact only when the copies in it are
 * exact too; where it stays, those in it are decided on their own. Nothing is written.
 */
export function decideCopies(survey: SurveyedCopies, choices: Choices): readonly CopyDecision[] {
  // A heading inside another copy stands in the way until that copy is replaced; whether it is depends on the same decisions.
  const blocked = new Set<string>();
  for (;;) {
    const decisions = [...survey.notes.values()].flatMap((note) =>
      new Decider(survey, choices, note, blocked).decide(null),
    );
    const replaced = new Set(decisions.flatMap((one) => (isReplaced(one) ? [placeKey(one)] : [])));
    const news = decisions.filter(
      (one) => isReplaced(one) && 'source' in one && one.source && isInTheWay(survey, one.source, replaced),
    );
    if (news.length === 0) return decisions;
    for (const one of news) blocked.add(placeKey(one));
  }
}

/** The decisions on the copies inside one that makes a page: they go into the page with its text. */
export function decideInside(
  survey: SurveyedCopies,
  choices: Choices,
  { path, index }: CopyPlace,
): readonly CopyDecision[] {
  const note = survey.notes.get(path);
  return note ? new Decider(survey, choices, note, new Set()).decide(index) : [];
}

export const isReplaced = (decision: CopyDecision): boolean =>
  decision.kind === 'replace' || (decision.kind === 'stale' && decision.choice === 'take');

function isInTheWay({ notes }: SurveyedCopies, { path, inTheWay }: CopySource, replaced: ReadonlySet<string>): boolean {
  if (inTheWay === null) return false;
  const copies = notes.get(path)?.source.copies ?? [];
  for (let at: number | null = inTheWay; at !== null; at = copies[at]?.parent ?? null)
    if (replaced.has(placeKey({ path, index: at }))) return false;
  return true;
}

class Decider {
  constructor(
    private readonly survey: SurveyedCopies,
    private readonly choices: Choices,
    private readonly note: SurveyedNote,
    private readonly blocked: ReadonlySet<string>,
  ) {}

  /** The decisions on the copies directly in `parent`, and on those in copies that stay. */
  decide(parent: number | null): CopyDecision[] {
    return childrenOf(this.note, parent).flatMap((index) => {
      const decision = this.decideOne(index);
      return isReplaced(decision) ? [decision] : [decision, ...this.decide(index)];
    });
  }

  private decideOne(index: number): CopyDecision {
    const place = { path: this.note.source.path, index };
    const leave = (problem: LeaveReason): CopyDecision => ({ ...place, kind: 'leave', problem });
    const refusal = refuseNote(this.note.source);
    if (refusal) return leave({ kind: 'refused', reason: refusal.refusal });
    const made = this.choices.made.get(placeKey(place));
    if (made && 'problem' in made) return leave({ kind: 'refused', reason: made.problem });
    if (made) return { ...place, kind: 'replace', embed: made.embed, glued: [], source: null };
    const state = this.note.states[index];
    if (!state || state.kind === 'left') return leave(state?.problem ?? { kind: 'unpublished' });
    const { source } = state;
    if (this.blocked.has(placeKey(place))) return leave({ kind: 'shadowed', path: source.path });
    const difference = this.differenceIn(index, state);
    if (difference === null)
      return {
        ...place,
        kind: 'replace',
        embed: source.embed,
        glued: state.kind === 'exact' ? state.glued : [],
        source,
      };
    if (isBelowBroken(this.note, index)) return leave({ kind: 'below-broken' });
    return { ...place, kind: 'stale', choice: this.choices.stale(place), embed: source.embed, source, difference };
  }

  /** How a copy, or one in it, differs from what would be shown in its place; null when nothing is lost. */
  private differenceIn(index: number, state: CopyState, embed = ''): CopyDifference | null {
    if (state.kind === 'stale') return state.difference;
    const copy = this.note.source.copies[index];
    if (state.kind === 'left') {
      const leads = state.problem.kind === 'missing-section' ? ' (no such heading or block)' : '';
      return { copied: `a frozen copy of ${copy?.page ?? 'an unpublished note'}`, source: embed + leads };
    }
    for (const { index: inner, path, subpath, embed: written } of state.nested) {
      const made = this.choices.made.get(placeKey({ path: this.note.source.path, index: inner }));
      if (made && 'embed' in made) continue;
      const difference = this.differenceIn(inner, this.stateBeside(inner, path, subpath), written);
      if (difference !== null) return difference;
    }
    return null;
  }

  /** A copy without an address is known by the embed that stands at its place in the section around it. */
  private stateBeside(index: number, path: string | null, subpath: string): CopyState {
    const { source, states } = this.note;
    const [copy, state] = [source.copies[index], states[index]];
    const target = path === null ? null : this.survey.source(path);
    if (copy?.page === null && target) {
      const fragment = gardenSlug((subpath.split('#')[1] ?? '').replace(/^\^/, ''));
      return assessAgainst(source, { ...copy, fragment, hasFragment: subpath !== '' }, target, this.survey);
    }
    return state ?? { kind: 'left', problem: { kind: 'unpublished' } };
  }
}
