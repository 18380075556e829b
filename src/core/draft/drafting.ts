import { makePlan, type EditPlan } from '../edit/edit-plan';
import type { Refusal } from '../text/refusal';
import type { Planning } from '../edit/planning';
import type { FormatNow } from '../template/placeholders';

/** What planning a new note asks for besides the index and the vault. */
export interface Drafting extends Planning {
  readonly now: FormatNow;
  /** Folders whose notes are templates. */
  readonly templateFolders: readonly string[];
  /** Whether Templater is on and will run what stands between `<%` and `%>`. */
  readonly runsTemplater: boolean;
}

/** A plan that makes a note, and where in it one goes on writing. */
export interface Draft extends EditPlan {
  readonly opens: {
    readonly path: string;
    /** UTF-16 offset in the note's text, or null for its end. */
    readonly cursor: number | null;
  };
}

/** A plan that makes a note, and where in the text of the note at `path` one goes on writing: a UTF-16 offset, or null for its end. */
export const makeDraft = (plan: Parameters<typeof makePlan>[0], path: string, cursor: number | null = null): Draft => ({
  ...makePlan(plan),
  opens: { path, cursor },
});

/** A field of a form: beside it stands why its value will not do. */
export type Field = 'title' | 'phase' | 'owner' | 'due' | 'template' | 'name' | 'purpose' | 'folder' | 'query';

/** A refusal that one field is to blame for. */
export interface FieldRefusal extends Refusal {
  readonly field?: Field;
  /** Of several titles, which one; 0-based. */
  readonly at?: number;
  /** The note that is there already. */
  readonly exists?: string;
}

export type Drafted = Draft | FieldRefusal;

export const refuseField = (field: Field, refusal: string): FieldRefusal => ({ refusal, field });

/** What Templater would run is refused where a user types: it would run on making the note. */
export function templaterProblem(texts: Readonly<Partial<Record<Field, string | null>>>): FieldRefusal | null {
  for (const [field, text] of Object.entries(texts))
    if (text?.includes('<%')) return refuseField(field as Field, '“<%” would be run by Templater. Leave it out.');
  return null;
}
