import type { ChangedAt } from '../core/board/card-order';
import type { HandbookCheck } from '../core/check/handbook-check';
import type { Drafting } from '../core/draft/drafting';
import type { ToggleTask } from '../core/edit/actions/toggle-by-tasks';
import type { EditPlan } from '../core/edit/edit-plan';
import type { Step } from '../core/edit/history';
import type { Planning } from '../core/edit/planning';
import type { PublishedVault } from '../core/edit/public-remarks';
import type { OperationsIndex, VaultView } from '../core/index/operations-index';
import type { IgnoredFinding } from '../core/settings/settings';

/** The vault as it is, and what applies a plan: `vault/writer` and the history behind it. */
export interface PlanTarget {
  readonly vault: PublishedVault;
  apply(plan: EditPlan): Promise<Pick<Step, 'told' | 'moved'> | undefined>;
}

/** What the handlers ask of the plugin. */
export interface CliHost {
  readonly context: PlanTarget & {
    /** The index as of now. */
    readonly index: OperationsIndex;
    readonly vault: VaultView;
    /** The Tasks plugin's own toggle, when it is installed. */
    readonly toggleTask: ToggleTask | null;
    /** A fresh look at the vault. */
    planning(): Promise<Planning>;
  };
  /** For what makes notes: the same, by a writer that has templates run. */
  readonly drafts: PlanTarget & { drafting(): Promise<Drafting> };
  readonly check: {
    readonly check: HandbookCheck;
    /** The findings that the user does not want to see. */
    readonly ignored: readonly IgnoredFinding[];
  };
  /** Called now and then by what takes long; waits when the app should have its turn. */
  readonly breathe: () => Promise<void> | null;
  /** When a note was changed last. */
  readonly changedAt: ChangedAt;
  /** Where reading stands. */
  readonly report: () => {
    readonly problems: readonly { readonly path: string; readonly reason: string }[];
    readonly settingsProblems: readonly string[];
    /** Notes indexed, and the duration of the last full index in milliseconds. */
    readonly notes: number;
    readonly milliseconds: number | null;
  };
}
