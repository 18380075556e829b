import { isReplaced, placeKey, type CopyDecision } from '../../core/published-copies/decide-copies';
import { findMissingPages, type MissingPage } from '../../core/published-copies/missing-pages';
import {
  draftRestore,
  planRestore,
  type RestoreDraft,
  type RestoreRequest,
} from '../../core/published-copies/plan-restore';
import type { CopySurvey } from '../../core/published-copies/survey-copies';
import { tellNote, type PlannedNote } from '../../core/edit/describe-plan';
import type { Planned } from '../../core/edit/edit-plan';

export type StaleDecision = Extract<CopyDecision, { readonly kind: 'stale' }>;

/** What the dialog asks, as answered so far. */
export class RestoreChoices {
  /** The one note that is meant, or null for all. */
  only: string | null;
  create: boolean;
  move = true;
  /** Places of stale copies that give way to what their page says. */
  readonly taken = new Set<string>();
  /** By address: where a missing page goes. */
  readonly paths = new Map<string, string>();

  constructor(
    private readonly all: CopySurvey,
    private readonly countTodos: RestoreRequest['countTodos'],
    start: { readonly only: string | null; readonly create: boolean },
  ) {
    this.only = start.only;
    this.create = start.create;
  }

  /** The survey of the notes that are meant. */
  get survey(): CopySurvey {
    const { notes } = this.all;
    return this.only === null
      ? this.all
      : { ...this.all, notes: new Map([...notes].filter(([path]) => path === this.only)) };
  }

  get missing(): readonly MissingPage[] {
    return findMissingPages(this.survey);
  }

  private get request(): RestoreRequest {
    return {
      stale: (place) => (this.taken.has(placeKey(place)) ? 'take' : 'keep'),
      create: this.create ? this.paths : null,
      move: this.create && this.move,
      countTodos: this.countTodos,
    };
  }

  draft(): RestoreDraft {
    return draftRestore(this.survey, this.request);
  }

  /** The stale copies to ask about: all of them, whatever has been answered. */
  stale(): readonly StaleDecision[] {
    const { decisions } = draftRestore(this.survey, { ...this.request, stale: () => 'keep' });
    return decisions.flatMap((one) => (one.kind === 'stale' ? [one] : []));
  }

  /** What becomes of a note, in words. */
  tell(note: PlannedNote): string {
    const replaced = this.draft().decisions.filter((one) => one.path === note.path && isReplaced(one)).length;
    if (replaced === 0) return tellNote(note);
    return replaced === 1 ? '1 frozen copy becomes a transclusion' : `${replaced} frozen copies become transclusions`;
  }

  plan(): Planned {
    return planRestore(this.survey, this.request);
  }
}
