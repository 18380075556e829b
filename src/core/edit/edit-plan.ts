import type { SettingsChange } from '../settings/settings-change';
import type { Refusal } from '../text/refusal';
import type { NoteEdit, TextEdit } from '../text/text-edit';

/** A note to be made. It never takes the place of one that exists. */
export interface NewNote {
  readonly path: string;
  readonly text: string;
}

/** A note to be moved to another path; links to it are the app's to keep. */
export interface NoteMove {
  readonly from: string;
  readonly to: string;
}

/** Everything one action writes. Planning is pure; `vault/writer` alone applies it, all or nothing. */
export interface EditPlan {
  /** What was done, in the words of a notice: `Moved Metrics Tracking to Day 2`. */
  readonly done: string;
  /** Made first, so that no link leads nowhere. */
  readonly creates: readonly NewNote[];
  /** Then these, in this order: a note that gains text comes before the one that loses it. */
  readonly changes: readonly NoteEdit[];
  /** Then these. */
  readonly moves: readonly NoteMove[];
  /** Notes to take away again: what undoes a creation. Each goes only while it holds exactly this text, and into the trash. */
  readonly removes: readonly NewNote[];
  /** Last; null when the settings stay. */
  readonly settings: SettingsChange | null;
  /** What to know besides, each a sentence: `1 todo inside is still open.` */
  readonly remarks: readonly string[];
}

export type Planned = EditPlan | Refusal;

/** A plan with whatever is not given left empty. */
export function makePlan(plan: Pick<EditPlan, 'done'> & Partial<EditPlan>): EditPlan {
  return { creates: [], changes: [], moves: [], removes: [], settings: null, remarks: [], ...plan };
}

/** A plan that changes one note, as it was read. */
export const planNote = (
  done: string,
  { path, text }: { readonly path: string; readonly text: string },
  edits: readonly TextEdit[],
): EditPlan => makePlan({ done, changes: [{ path, before: text, edits }] });

/** How many notes a plan touches: one is written at once, several are shown before. */
export function notesTouched({ creates, changes, moves, removes }: EditPlan): number {
  return new Set([...creates, ...changes, ...removes].map(({ path }) => path).concat(moves.map(({ from }) => from)))
    .size;
}

/** Of what was thrown: the notes that a write left short, with the text that should stand there, which nobody else has. */
export const lostIn = (error: unknown): readonly NewNote[] =>
  error instanceof Error && 'lost' in error ? (error.lost as readonly NewNote[]) : [];
